package io.rollbook.link;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembers the ids of messages for as long as their signatures are good, so that none is taken
 * twice. One per process: what it holds is bounded by the rate of messages times their lifetime.
 */
public final class ReplayGuard {

    private static final int SWEEP_SECONDS = 5;

    private final Map<String, Instant> taken = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);
    private final InstantSource clock;

    public ReplayGuard(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @return false when this message was taken before
     */
    public boolean firstTime(LinkVerdict.Trusted message) {
        sweep(clock.instant());
        return taken.putIfAbsent(message.id(), message.expiresAt()) == null;
    }

    int size() {
        return taken.size();
    }

    private void sweep(Instant now) {
        Instant due = nextSweep.get();
        if (now.isAfter(due) && nextSweep.compareAndSet(due, now.plusSeconds(SWEEP_SECONDS))) {
            taken.values().removeIf(expiry -> !expiry.isAfter(now));
        }
    }
}
