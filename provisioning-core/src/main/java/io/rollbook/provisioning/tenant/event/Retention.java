package io.rollbook.provisioning.tenant.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a tenant's log is kept, and who holds it.
 *
 * @param days how long an entry is kept at least; null for ever
 * @param daysBefore what is in effect until {@code effectiveAt}
 * @param holds in the order in which they were placed, those that have ended among them
 */
public record Retention(
        @Nullable Integer days,
        @Nullable Integer daysBefore,
        Instant effectiveAt,
        List<Hold> holds) {

    /** As a tenant begins. */
    public static final Retention FOR_EVER = new Retention(null, null, Instant.EPOCH, List.of());

    /** When a hold ends that nobody has lifted. */
    private static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

    public Retention {
        holds = List.copyOf(holds);
    }

    public @Nullable Integer daysAt(Instant now) {
        return now.isBefore(effectiveAt) ? daysBefore : days;
    }

    public List<Hold> holdsAt(Instant now) {
        return holds.stream().filter(hold -> hold.stands(now)).toList();
    }

    /** One that stands. */
    public Optional<Hold> holdAt(Instant now, String id) {
        return holdsAt(now).stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    /** From when on nobody holds the log any more; empty when nobody ever did. */
    public Optional<Instant> heldUntil() {
        return holds.stream()
                .map(hold -> Objects.requireNonNullElse(hold.endsAt(), OPEN))
                .max(Instant::compareTo);
    }

    public Retention with(RetentionSet set) {
        return new Retention(set.days(), set.daysBefore(), set.effectiveAt(), holds);
    }

    public Retention with(HoldPlaced placed) {
        var hold = new Hold(placed.holdId(), placed.reason(), null);
        return with(Stream.concat(holds.stream(), Stream.of(hold)).toList());
    }

    public Retention with(HoldLifted lifted) {
        return with(
                holds.stream()
                        .map(
                                hold ->
                                        hold.id().equals(lifted.holdId())
                                                ? new Hold(
                                                        hold.id(), hold.reason(), lifted.endsAt())
                                                : hold)
                        .toList());
    }

    private Retention with(List<Hold> changed) {
        return new Retention(days, daysBefore, effectiveAt, changed);
    }
}
