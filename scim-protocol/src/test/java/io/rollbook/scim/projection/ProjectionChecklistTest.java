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
import org.junit.jupiter.api.Tag;
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
    @Tag("P3.9-2")
    void p39AskingForAttributesGivesThoseAndTheMinimum() {
        assertThat(shown("title", null)).containsExactlyInAnyOrder("schemas", "id", "title");
    }

    @Test
    @Tag("P3.9-3")
    void p39ExcludingGivesTheRest() {
        assertThat(shown(null, "title,name"))
                .containsExactlyInAnyOrder("schemas", "id", "userName");
    }

    @ParameterizedTest
    @Tag("P3.9-1")
    @Tag("Trap-20")
    @ValueSource(strings = {"id", "schemas", "ID,SCHEMAS"})
    void p39WhatIsAlwaysReturnedCannotBeExcluded(String excluded) {
        assertThat(shown(null, excluded)).isEqualTo(USER.members().keySet());
    }

    @Test
    @Tag("P3.9-10")
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
    @Tag("P3.9-11")
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
    @Tag("P3.9-11")
    void p39AParentGivesAllItsSubAttributes() {
        assertThat(projection("name", null).apply(USER).get("name")).isEqualTo(USER.get("name"));
    }

    @Test
    @Tag("P3.9-12")
    void p39UnknownNamesAreIgnored() {
        assertThat(shown("nope,title", null)).containsExactlyInAnyOrder("schemas", "id", "title");
        assertThat(shown(null, "nope")).isEqualTo(USER.members().keySet());
    }

    @Test
    @Tag("P3.9-13")
    @Tag("C7-3")
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
