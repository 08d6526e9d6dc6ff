package io.rollbook.scim.filter;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

/** The one refusal of this package. Operands may be personal data and are never repeated. */
final class InvalidFilter {
    private InvalidFilter() {}

    static Refusal because(String what) {
        return new Refusal(ScimError.badRequest(ScimType.INVALID_FILTER, what));
    }

    /**
     * @param position from 0; people count from 1
     */
    static Refusal at(int position, String what) {
        return because("invalid filter at character " + (position + 1) + ": " + what);
    }
}
