package io.rollbook.scim.projection;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

/** Requirements of RFC 7644 §3.9. */
class ProjectionChecklistTest {
    private static final Complex USER =
            Json.readObject(
                    """
                    {"schemas":["s"],"id":"1","userName":"u","title":"t",
                     "name":{"givenName":"g","familyName":"f"}}
                    """
                            .getBytes(UTF_8));

    @Test
    void p39AskingForAttributesGivesThoseAndTheMinimum() {
        assertThat(shown("title", null)).containsExactlyInAnyOrder("schemas", "id", "title");
    }

    @Test
    void p39ExcludingGivesTheRest() {
        assertThat(shown(null, "title,name"))
                .containsExactlyInAnyOrder("schemas", "id", "userName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "schemas", "ID,SCHEMAS"})
    void p39WhatIsAlwaysReturnedCannotBeExcluded(String excluded) {
        assertThat(shown(null, excluded)).isEqualTo(USER.members().keySet());
    }

    @Test
    void p39BothAtOnceIsRefused() {
        assertThat(Projection.parse("title", "name", SchemaCatalog.standard().user()))
                .isEqualTo(
                        Outcome.refused(
                                ScimError.badRequest(
                                        ScimType.INVALID_VALUE,
                                        "'attributes' and 'excludedAttributes' cannot be used"
                                                + " together.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAME.GivenName",
                "urn:ietf:params:scim:schemas:core:2.0:User:name.givenName"
            })
    void p310NamesMayBeShortOrQualifiedInAnyCase(String name) {
        assertThat(projection(name, null).apply(USER).get("name"))
                .isEqualTo(Json.readObject("{\"givenName\":\"g\"}".getBytes(UTF_8)));
    }

    @Test
    void p39AParentGivesAllItsSubAttributes() {
        assertThat(projection("name", null).apply(USER).get("name")).isEqualTo(USER.get("name"));
    }

    @Test
    void p39UnknownNamesAreIgnored() {
        assertThat(shown("nope,title", null)).containsExactlyInAnyOrder("schemas", "id", "title");
        assertThat(shown(null, "nope")).isEqualTo(USER.members().keySet());
    }

    @Test
    void c7PasswordsAreNeverShown() {
        Complex careless =
                Json.readObject("{\"id\":\"1\",\"password\":\"secret\"}".getBytes(UTF_8));

        assertThat(projection("password", null).apply(careless).has("password")).isFalse();
    }

    private static Set<String> shown(@Nullable String attributes, @Nullable String excluded) {
        return projection(attributes, excluded).apply(USER).members().keySet();
    }

    private static Projection projection(@Nullable String attributes, @Nullable String excluded) {
        Outcome<Projection> outcome =
                Projection.parse(attributes, excluded, SchemaCatalog.standard().user());
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Projection>) outcome).value();
    }
}
