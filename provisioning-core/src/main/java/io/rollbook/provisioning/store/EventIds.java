package io.rollbook.provisioning.store;

import io.rollbook.provisioning.aggregate.TimeOrderedIds;

import org.axonframework.common.IdentifierFactory;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What Axon names messages by. The ids of events are in an index, which grows at its end when they
 * are ordered by time: random ones would touch all of it. Found by Axon as a service; thread-safe.
 */
public final class EventIds extends IdentifierFactory {

    private final Supplier<String> ids =
            new TimeOrderedIds(InstantSource.system(), new SecureRandom());

    @Override
    public String generateIdentifier() {
        return ids.get();
    }
}
