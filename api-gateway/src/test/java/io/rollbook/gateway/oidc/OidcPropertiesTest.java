package io.rollbook.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

class OidcPropertiesTest {

    @Test
    void withoutAnIssuerThereIsNoProvider() {
        var none = settings(null, null, "", "RS256", Duration.ofMinutes(5));

        assertThat(OidcAdministrators.of(none, InstantSource.system())).isEmpty();
    }

    @Test
    void namesOfTheProviderMayHoldEqualsSigns() {
        var settings = settings("https://idp", "a", "cn=ops=admin", "ES256", Duration.ofMinutes(1));

        assertThat(settings.rolesOf(Set.of("cn=ops", "else"))).containsExactly(Role.ADMIN);
        assertThat(settings.rolesOf(Set.of("cn"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://idp.example, a, x=admin, RS256, PT5M, issuer",
        "https://idp,         , x=admin, RS256, PT5M, audience",
        "https://idp,        a, x,       RS256, PT5M, roles",
        "https://idp,        a, x=king,  RS256, PT5M, roles",
        "https://idp,        a, x=admin, HS256, PT5M, algorithms",
        "https://idp,        a, x=admin, none,  PT5M, algorithms",
        "https://idp,        a, x=admin, RS256, PT5S, keys-known-for",
    })
    void whatIsNotSafeIsRefused(
            String issuer,
            @Nullable String audience,
            String role,
            String algorithm,
            Duration known,
            String named) {
        assertThatThrownBy(() -> settings(issuer, audience, role, algorithm, known))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rollbook.oidc." + named);
    }

    private static OidcProperties settings(
            @Nullable String issuer,
            @Nullable String audience,
            String role,
            String algorithm,
            Duration known) {
        return new OidcProperties(
                issuer == null ? null : URI.create(issuer),
                null,
                audience,
                role.isEmpty() ? List.of() : List.of(role),
                "roles",
                "sub",
                null,
                List.of(algorithm),
                known);
    }
}
