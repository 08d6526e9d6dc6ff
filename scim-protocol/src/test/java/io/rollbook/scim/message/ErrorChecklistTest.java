package io.rollbook.scim.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error message of RFC 7644 §3.12. */
class ErrorChecklistTest {

    @ParameterizedTest
    @Tag("P3.12-1")
    @EnumSource(ScimType.class)
    void p312EveryKeywordComesWithItsStatusAndSchema(ScimType type) {
        ScimResponse response = ScimErrors.response(ScimError.badRequest(type, "why"));
        Complex body = Json.readObject(response.body());

        assertThat(response.status()).isEqualTo(400);
        assertThat(body)
                .isEqualTo(
                        Complex.builder()
                                .put("schemas", Many.of(new Text(ScimErrors.SCHEMA)))
                                .put("status", new Text("400"))
                                .put("scimType", new Text(type.keyword()))
                                .put("detail", new Text("why"))
                                .build());
    }

    @Test
    @Tag("T2.1-uniqueness")
    void p33ATakenValueIsAConflict() {
        Complex body = Json.readObject(ScimErrors.body(ScimError.conflict("taken")));

        assertThat(body.get("status")).isEqualTo(new Text("409"));
        assertThat(body.get("scimType")).isEqualTo(new Text("uniqueness"));
    }

    /** Erratum 6893. */
    @Test
    void p3121SensitiveIsForbiddenInBothPlaces() {
        ScimResponse response =
                ScimErrors.response(new ScimError(403, ScimType.SENSITIVE, "personal"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(Json.readObject(response.body()).get("status")).isEqualTo(new Text("403"));
    }

    @ParameterizedTest
    @Tag("P3.12-1")
    @ValueSource(ints = {401, 403, 404, 405, 412, 413, 500, 501, 503})
    void p312EveryErrorHasABodyAndTheMediaType(int status) {
        ScimResponse response = ScimErrors.response(ScimError.of(status, "why"));

        assertThat(response.headers()).containsEntry("Content-Type", ScimResponse.MEDIA_TYPE);
        assertThat(Json.readObject(response.body()).get("status"))
                .isEqualTo(new Text(Integer.toString(status)));
    }
}
