package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;
import static io.rollbook.scim.patch.Patching.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Many;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PatchBoundsTest {
    private static final Patching ENTRA = new Patching(USER, Profile.ENTRA);

    @Test
    void appliesAThousandOperations() {
        Complex after = ENTRA.patched(user("{}"), additions(0, 1_000)).attributes();

        assertThat(after.get("emails"))
                .isInstanceOfSatisfying(
                        Many.class, emails -> assertThat(emails.elements()).hasSize(1_000));
        assertThat(ENTRA.patched(after, additions(0, 1_000)).attributes()).isEqualTo(after);
    }

    @Test
    void refusesTheThousandAndFirstElement() {
        Complex full = ENTRA.patched(user("{}"), additions(0, 1_000)).attributes();

        assertThat(ENTRA.refusal(full, additions(1_000, 1_001)))
                .isEqualTo(
                        ScimError.badRequest(
                                ScimType.INVALID_VALUE,
                                "Operation 1: attribute 'emails' holds at most 1000 values."));
    }

    @Test
    void refusesDeepNestingInValuesAndInJsonInAString() {
        String deep = "[".repeat(500) + "]".repeat(500);

        assertThat(ENTRA.refusal(user("{}"), "{'op':'add','path':'name','value':" + deep + "}"))
                .extracting(ScimError::scimType)
                .isEqualTo(ScimType.INVALID_SYNTAX);
        assertThat(ENTRA.refusal(user("{}"), "{'op':'add','path':'name','value':'" + deep + "'}"))
                .extracting(ScimError::scimType)
                .isEqualTo(ScimType.INVALID_VALUE);
    }

    private static String additions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{'op':'add','path':'emails','value':[{'value':'" + i + "'}]}")
                .collect(Collectors.joining(","));
    }
}
