package io.rollbook.benchmarks.log;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.EventEnvelope;
import io.rollbook.contract.EventType;
import io.rollbook.contract.PublishedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * What happened at twenty-three tenants in a year, one of which has four fifths of it. Always the
 * same from its beginning on, so that it can be gone on with after a restart.
 */
final class Year {

    /** An event with what travels beside it. */
    record Told(EventEnvelope envelope, PublishedEvent event) {

        LoggedEvent logged() {
            return LoggedEvent.of(envelope, event, envelope.time().plusMillis(7));
        }
    }

    static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    static final Duration YEAR = Duration.ofDays(365);

    /** Entra's cycles begin every forty minutes; half of that is silence. */
    private static final Duration CYCLE = Duration.ofMinutes(40);

    private static final int TINY = 20;
    private static final Map<Class<?>, EventType> TYPES = types();

    private final SplittableRandom random = new SplittableRandom(1);
    private final TenantLife[] tenants;
    private final long perCycle;
    private final Consumer<Told> sink;
    private long position;
    private long entries;
    private int left;
    private TenantLife current;

    /**
     * @param size entries in a year
     * @param sink gets each event
     */
    Year(long size, Consumer<Told> sink) {
        this.sink = sink;
        this.perCycle = Math.max(10, size * CYCLE.toSeconds() / YEAR.toSeconds());
        this.tenants = new TenantLife[3 + TINY];
        tenants[0] = new TenantLife("large", 0, size * 80 / 100, this::tell);
        tenants[1] = new TenantLife("middle", 1, size * 15 / 100, this::tell);
        tenants[2] = new TenantLife("small", 2, size * 4 / 100, this::tell);
        for (int i = 0; i < TINY; i++) {
            tenants[3 + i] =
                    new TenantLife("tiny-%02d".formatted(i), 3 + i, size / 2_000, this::tell);
        }
        this.current = tenants[0];
    }

    private static Map<Class<?>, EventType> types() {
        var types = new HashMap<Class<?>, EventType>();
        for (var type : EventType.values()) {
            types.put(type.payload(), type);
        }
        return types;
    }

    TenantLife[] tenants() {
        return tenants;
    }

    long entries() {
        return entries;
    }

    long position() {
        return position;
    }

    /** The next request, which is one entry, or two where something reacts to it. */
    void next() {
        if (left-- == 0) {
            left = 20 + random.nextInt(60);
            current = tenants[pick()];
        }
        entries += current.next(random, at(position + 1), (position + 1) / perCycle);
    }

    private int pick() {
        int share = random.nextInt(100);
        if (share < 80) {
            return 0;
        }
        if (share < 95) {
            return 1;
        }
        return share < 99 ? 2 : 3 + random.nextInt(TINY);
    }

    private Instant at(long place) {
        long inCycle = place % perCycle;
        return BEGINNING
                .plus(CYCLE.multipliedBy(place / perCycle))
                .plusNanos(inCycle * CYCLE.toNanos() / (2 * perCycle) / 1_000 * 1_000);
    }

    private void tell(TenantLife tenant, PublishedEvent event, long number, long version) {
        position++;
        var type = TYPES.get(event.getClass());
        sink.accept(
                new Told(
                        new EventEnvelope(
                                Names.orderedId(99, position),
                                type,
                                tenant.name(),
                                number,
                                position,
                                "/somewhere",
                                event.cause().receivedAt().plusMillis(4),
                                version,
                                event.cause().requestId(),
                                null),
                        event));
    }
}
