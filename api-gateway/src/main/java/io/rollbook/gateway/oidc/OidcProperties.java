package io.rollbook.gateway.oidc;

import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The OpenID provider whose access tokens make administrators; without an issuer there is none.
 *
 * @param issuer as it stands in {@code iss}; https, or http on this machine
 * @param jwksUri where its keys are; found by discovery when absent
 * @param audience that a token must be made for
 * @param roles what the provider calls the roles, like {@code Rollbook.Admin=admin}
 * @param rolesClaim the claim that they stand in: strings, or one string with spaces
 * @param actorClaim what an administrator is called in the log; should be opaque
 * @param tenantClaim where present in a token, the id of the only tenant that it is good for
 * @param algorithms that the provider may sign with
 * @param keysKnownFor how long keys are kept; an unknown one is looked for at once
 */
@ConfigurationProperties(prefix = OidcProperties.PREFIX, ignoreUnknownFields = false)
public record OidcProperties(
        @Nullable URI issuer,
        @Nullable URI jwksUri,
        @Nullable String audience,
        @DefaultValue List<String> roles,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("sub") String actorClaim,
        @Nullable String tenantClaim,
        @DefaultValue({"RS256", "PS256", "ES256"}) List<String> algorithms,
        @DefaultValue("5m") Duration keysKnownFor) {

    public static final String PREFIX = "rollbook.oidc";

    private static final Set<String> ASYMMETRIC =
            Set.of(
                    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
                    "Ed25519");

    public OidcProperties {
        roles = List.copyOf(roles);
        algorithms = List.copyOf(algorithms);
        if (issuer != null) {
            requireSafe("issuer", issuer);
            require(audience != null && !audience.isBlank(), "audience must be set");
            require(!roles.isEmpty(), "roles must be set, like Rollbook.Admin=admin");
            require(
                    !algorithms.isEmpty() && ASYMMETRIC.containsAll(algorithms),
                    "algorithms must be some of " + ASYMMETRIC.stream().sorted().toList());
            require(
                    keysKnownFor.compareTo(Duration.ofMinutes(1)) >= 0,
                    "keys-known-for must be at least a minute");
            roles.forEach(OidcProperties::requireMapping);
        }
        if (jwksUri != null) {
            requireSafe("jwks-uri", jwksUri);
        }
    }

    /** What the provider's names mean here. */
    Set<Role> rolesOf(Set<String> names) {
        var meant = EnumSet.noneOf(Role.class);
        for (String mapping : roles) {
            int equals = mapping.lastIndexOf('=');
            if (names.contains(mapping.substring(0, equals))) {
                Role.ofLabel(mapping.substring(equals + 1)).ifPresent(meant::add);
            }
        }
        return meant;
    }

    Set<String> acceptedAudience() {
        var accepted = new HashSet<String>();
        if (audience != null) {
            accepted.add(audience);
        }
        return accepted;
    }

    private static void requireMapping(String mapping) {
        int equals = mapping.lastIndexOf('=');
        require(
                equals > 0 && Role.ofLabel(mapping.substring(equals + 1)).isPresent(),
                "roles must be like Rollbook.Admin=admin; the roles here are scim, audit.read,"
                        + " audit.export and admin, not as in "
                        + mapping);
    }

    private static void requireSafe(String name, URI uri) {
        var scheme = uri.getScheme();
        var host = uri.getHost();
        boolean local =
                "http".equals(scheme)
                        && host != null
                        && Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
        require(
                host != null && ("https".equals(scheme) || local),
                name + " must be an https URI, not " + uri);
    }

    private static void require(boolean fine, String sentence) {
        if (!fine) {
            throw new IllegalArgumentException(PREFIX + "." + sentence);
        }
    }
}
