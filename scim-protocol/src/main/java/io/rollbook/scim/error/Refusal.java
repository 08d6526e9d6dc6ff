package io.rollbook.scim.error;

import java.util.function.Supplier;

/**
 * Carries a refusal from the depth of a recursive reader to its entrance, where it becomes an
 * {@link Outcome} again. Never leaves the package that throws it.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ScimError error;

    public Refusal(ScimError error) {
        // Control flow, not a fault: a stack trace would only cost time.
        super(error.detail(), null, false, false);
        this.error = error;
    }

    /** Runs a reading and gives what it returned, or the refusal that ended it. */
    public static <T> Outcome<T> toOutcome(Supplier<T> reading) {
        try {
            return Outcome.accepted(reading.get());
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.error);
        }
    }

    /** Inside of a reading: the value, or this reading is refused as that one was. */
    public static <T> T orThrow(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(T value) -> value;
            case Outcome.Refused<T>(ScimError error) -> throw new Refusal(error);
        };
    }
}
