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
    @ValueSource(strings = {"/Me", "/Me/x", "/.search", "/Users/.search"})
    void whatIsNotOfferedIsKnown(String path) {
        assertThat(Target.of(path)).isInstanceOf(Target.NotImplemented.class);
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
