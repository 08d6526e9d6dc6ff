package io.rollbook.scim.bulk.message;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

/** The refusals of a body that is not a bulk request. */
final class Malformed {

    private Malformed() {}

    static Refusal because(String detail) {
        return new Refusal(ScimError.badRequest(ScimType.INVALID_SYNTAX, detail));
    }

    static Refusal at(int number, String detail) {
        return because("Operation " + number + ": " + detail);
    }
}
