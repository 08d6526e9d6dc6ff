package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.SchemaCatalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void aPathNamesAllOrOneOfAType() {
        var user = SchemaCatalog.standard().user();

        assertThat(Target.of("/Users")).isEqualTo(new Target.All(user));
        assertThat(Target.of("/Users/42")).isEqualTo(new Target.One(user, "42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.search", "/Users/.search"})
    void aSearchIsNoResource(String path) {
        assertThat(Target.of(path)).isInstanceOf(Target.Search.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Me", "/Me/x"})
    void nobodyIsMe(String path) {
        assertThat(Target.of(path)).isInstanceOf(Target.Me.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas", "/ResourceTypes/User", "/ServiceProviderConfig"})
    void discoveryIsOnlyRead(String path) {
        assertThat(Target.of(path)).isInstanceOf(Target.Discovery.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "Users", "/users", "/Users/1/2", "/Devices", "//Users"})
    void allElseIsNothing(String path) {
        assertThat(Target.of(path)).isInstanceOf(Target.Nothing.class);
    }
}
