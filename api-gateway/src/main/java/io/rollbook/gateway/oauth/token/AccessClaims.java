package io.rollbook.gateway.oauth.token;

import com.nimbusds.jwt.JWTClaimsSet;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an access token says, as far as it counts here.
 *
 * @param credentialId by which it was got, and whose removal ends it
 */
record AccessClaims(
        String tenantId,
        String connectionId,
        String credentialId,
        Set<Role> roles,
        Instant expiresAt) {

    /** Tokens are for this server and for no other that might share its address. */
    static final String AUDIENCE = "urn:rollbook:api";

    private static final String CLIENT = "client_id";
    private static final String SCOPE = "scope";
    private static final String TENANT = "rollbook_tenant";
    private static final String CONNECTION = "rollbook_connection";
    private static final String CREDENTIAL = "rollbook_credential";

    AccessClaims {
        roles = Set.copyOf(roles);
    }

    static JWTClaimsSet write(
            String issuer,
            String clientId,
            Caller caller,
            Set<Role> roles,
            Instant issuedAt,
            Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(clientId)
                .audience(AUDIENCE)
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .jwtID(UUID.randomUUID().toString())
                .claim(CLIENT, clientId)
                .claim(SCOPE, scope(roles))
                .claim(TENANT, caller.tenantId())
                .claim(CONNECTION, caller.connectionId())
                .claim(CREDENTIAL, caller.tokenId())
                .build();
    }

    /** Of a token whose signature is ours; empty when it is none of this audience. */
    static Optional<AccessClaims> read(JWTClaimsSet claims) throws ParseException {
        var end = claims.getExpirationTime();
        var tenant = claims.getStringClaim(TENANT);
        var connection = claims.getStringClaim(CONNECTION);
        var credential = claims.getStringClaim(CREDENTIAL);
        if (end == null
                || tenant == null
                || connection == null
                || credential == null
                || !claims.getAudience().equals(List.of(AUDIENCE))) {
            return Optional.empty();
        }
        return Optional.of(
                new AccessClaims(
                        tenant,
                        connection,
                        credential,
                        rolesOf(Objects.requireNonNullElse(claims.getStringClaim(SCOPE), "")),
                        end.toInstant()));
    }

    static String scope(Set<Role> roles) {
        return roles.stream().map(Role::label).sorted().collect(Collectors.joining(" "));
    }

    /** The same caller with no more than these roles; empty for another one or without a role. */
    Optional<Caller> narrow(Caller now) {
        if (!now.tenantId().equals(tenantId) || !now.connectionId().equals(connectionId)) {
            return Optional.empty();
        }
        if (roles.containsAll(now.roles())) {
            return Optional.of(now);
        }
        var both = EnumSet.noneOf(Role.class);
        both.addAll(now.roles());
        both.retainAll(roles);
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Caller(
                                tenantId,
                                now.profile(),
                                connectionId,
                                now.tokenId(),
                                both,
                                now.terms()));
    }

    private static Set<Role> rolesOf(String scope) {
        return List.of(scope.split(" ")).stream()
                .flatMap(label -> Role.ofLabel(label).stream())
                .filter(role -> role != Role.ADMIN)
                .collect(Collectors.toUnmodifiableSet());
    }
}
