package io.rollbook.provisioning.attempt;

import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Stores what changed nothing, in a transaction of its own: whatever the attempt itself had written
 * was rolled back. Both methods throw {@link io.rollbook.scim.seam.Unavailable} when nothing can be
 * stored, and then the request must not be answered as if it had been.
 */
public final class AttemptLog {

    private final Transactions transactions;
    private final EventStore events;

    public AttemptLog(Transactions transactions, EventStore events) {
        this.transactions = transactions;
        this.events = events;
    }

    public void refused(Origin origin, Attempt attempt, ScimError error, Wanted wanted) {
        ScimType type = error.scimType();
        store(
                origin,
                new WriteRefused(
                        attempt,
                        error.status(),
                        type == null ? null : type.keyword(),
                        StorableText.of(error.detail()),
                        wanted.orNull()));
    }

    public void skipped(Origin origin, Attempt attempt) {
        store(origin, new WriteSkipped(attempt));
    }

    private void store(Origin origin, AttemptEvent event) {
        transactions.inTenant(
                origin.tenantId(),
                () -> {
                    events.publish(new GenericEventMessage<>(event, origin.toMetaData()));
                    return null;
                });
    }
}
