package io.rollbook.provisioning.aggregate;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

/**
 * Carries a refusal out of a command handler. Decisions refuse with a value; only an exception
 * makes the unit of work roll back what the handler had written to the registers before it knew.
 */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ScimError error;

    public CommandRefused(ScimError error) {
        super("refused with status " + error.status(), null, false, false);
        this.error = error;
    }

    public ScimError error() {
        return error;
    }

    public static <T> T acceptedOrThrow(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(var value) -> value;
            case Outcome.Refused<T>(var error) -> throw new CommandRefused(error);
        };
    }
}
