package io.rollbook.scim.extension;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

/** The words of refused schemas: where, and what was expected. */
final class Objection {
    private Objection() {}

    /**
     * @param place such as {@code attribute 'badges.level'}
     */
    static Refusal at(String place, String sentence) {
        return of(place + ": " + sentence);
    }

    static Refusal of(String detail) {
        return new Refusal(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }

    /** What is there already stands in the way. */
    static Refusal conflict(String place, String sentence) {
        return new Refusal(ScimError.of(409, place + ": " + sentence));
    }
}
