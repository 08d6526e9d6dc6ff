package io.rollbook.scim.patch.refusal;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import java.util.function.Supplier;

/** The refusals of RFC 7644 §3.5.2 in words. Values may be personal data and are never repeated. */
public final class Refusals {
    private static final int LONGEST_NAME = 100;

    private Refusals() {}

    /** Says which operation it was that got refused. */
    public static <T> T during(int operation, Supplier<T> work) {
        return switch (Refusal.toOutcome(work)) {
            case Outcome.Accepted<T>(T result) -> result;
            case Outcome.Refused<T>(ScimError(int status, ScimType type, String detail)) ->
                    throw new Refusal(
                            new ScimError(status, type, "Operation " + operation + ": " + detail));
        };
    }

    public static Refusal syntax(String detail) {
        return badRequest(ScimType.INVALID_SYNTAX, detail);
    }

    public static Refusal value(String detail) {
        return badRequest(ScimType.INVALID_VALUE, detail);
    }

    public static Refusal path(String path) {
        return badRequest(
                ScimType.INVALID_PATH, "There is no attribute '%s'.".formatted(shortened(path)));
    }

    public static Refusal malformedPath(String expected) {
        return badRequest(ScimType.INVALID_PATH, "The path is malformed: " + expected + ".");
    }

    public static Refusal filter(String detail) {
        return badRequest(ScimType.INVALID_FILTER, detail);
    }

    public static Refusal noTarget(String detail) {
        return badRequest(ScimType.NO_TARGET, detail);
    }

    public static Refusal readOnly(Object path) {
        return badRequest(ScimType.MUTABILITY, "Attribute '%s' is read-only.".formatted(path));
    }

    public static Refusal immutable(Object path) {
        return badRequest(
                ScimType.MUTABILITY,
                "Attribute '%s' cannot be changed once it is set.".formatted(path));
    }

    public static Refusal required(Object path) {
        return badRequest(
                ScimType.MUTABILITY,
                "Attribute '%s' is required and cannot be removed.".formatted(path));
    }

    public static Refusal listOnRemove(String name) {
        return value(
                "'remove' takes no value; choose by a filter: %s[value eq \"...\"]."
                        .formatted(name));
    }

    private static Refusal badRequest(ScimType type, String detail) {
        return new Refusal(ScimError.badRequest(type, detail));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
