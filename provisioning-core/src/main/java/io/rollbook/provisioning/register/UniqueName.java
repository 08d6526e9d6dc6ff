package io.rollbook.provisioning.register;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.filter.CaseFold;

import java.nio.charset.StandardCharsets;

/**
 * A name in the form in which names are compared: folded, so that no two differ by case or by the
 * composition of characters only.
 */
public record UniqueName(String folded) {

    /** An index of PostgreSQL takes no more than about 2,700 bytes. */
    private static final int MOST_BYTES = 1_024;

    /**
     * @param attribute to name in a refusal
     */
    public static Outcome<UniqueName> of(String attribute, String name) {
        String folded = CaseFold.fold(name);
        if (folded.isBlank()) {
            return refused(attribute + " must not be blank");
        }
        if (folded.chars().anyMatch(Character::isISOControl)) {
            return refused(attribute + " must not contain control characters or line breaks");
        }
        if (folded.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return refused(attribute + " must not be longer than " + MOST_BYTES + " bytes");
        }
        return Outcome.accepted(new UniqueName(folded));
    }

    private static Outcome<UniqueName> refused(String detail) {
        return Outcome.refused(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }
}
