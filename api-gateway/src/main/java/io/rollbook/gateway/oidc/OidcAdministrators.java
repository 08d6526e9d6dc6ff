package io.rollbook.gateway.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenText;
import io.rollbook.scim.seam.Unavailable;

import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Administrators by the access tokens (RFC 9068) of one OpenID provider. Thread-safe. */
public final class OidcAdministrators {

    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final Set<Role> READERS = Set.of(Role.AUDIT_READ, Role.AUDIT_EXPORT);

    /** What is surely not a name or an address. */
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._~:|-]{1,128}");

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final OidcProperties settings;
    private final URI issuer;
    private final ProviderKeys keys;

    private OidcAdministrators(OidcProperties settings, URI issuer, InstantSource clock) {
        this.settings = settings;
        this.issuer = issuer;
        this.keys = new ProviderKeys(settings, issuer, clock);
    }

    /** Empty when no provider is configured. */
    public static Optional<OidcAdministrators> of(OidcProperties settings, InstantSource clock) {
        return Optional.ofNullable(settings.issuer())
                .map(issuer -> new OidcAdministrators(settings, issuer, clock));
    }

    /**
     * Throws {@link Unavailable} when the provider's keys can't be had.
     *
     * @return empty for what is not a valid token of the provider; 403 for one without the right
     *     roles
     */
    public Optional<Outcome<Caller>> administratorWith(String credential) {
        return claimsOf(credential).map(this::administrator);
    }

    private Optional<JWTClaimsSet> claimsOf(String credential) {
        try {
            var token = SignedJWT.parse(credential);
            // Nobody is asked about the tokens of others.
            if (!issuer.toString().equals(token.getJWTClaimsSet().getIssuer())) {
                return Optional.empty();
            }
            return Optional.of(processor().process(token, null));
        } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
            return Optional.empty();
        } catch (KeySourceException e) {
            throw new Unavailable("The keys of the OpenID provider can't be had", e);
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        var algorithms =
                settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        var claims =
                new DefaultJWTClaimsVerifier<>(
                        settings.acceptedAudience(),
                        new JWTClaimsSet.Builder().issuer(issuer.toString()).build(),
                        Set.of("exp", "iat", settings.actorClaim()),
                        Set.of());
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys.source()));
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    private Outcome<Caller> administrator(JWTClaimsSet claims) {
        var roles = settings.rolesOf(names(claims.getClaim(settings.rolesClaim())));
        if (!roles.contains(Role.ADMIN)) {
            return refused("Your OpenID provider gives you no role of an administrator.");
        }
        if (roles.stream().anyMatch(READERS::contains)) {
            return refused(
                    "Separation of duties: an administrator must not have a role for reading the"
                            + " log; let your OpenID provider take one of them away.");
        }
        return tenant(claims)
                .map(
                        tenant ->
                                new Caller(
                                        tenant,
                                        Profile.ENTRA,
                                        actor(claims),
                                        "",
                                        Set.of(Role.ADMIN)));
    }

    private Outcome<String> tenant(JWTClaimsSet claims) {
        String name = settings.tenantClaim();
        Object tenant = name == null ? null : claims.getClaim(name);
        if (tenant == null) {
            return Outcome.accepted("");
        }
        return tenant instanceof String id && TENANT.matcher(id).matches()
                ? Outcome.accepted(id)
                : refused("The tenant that your token names is not one.");
    }

    /** What might be personal is shown by its hash: it can be checked, but not read. */
    private String actor(JWTClaimsSet claims) {
        String name = String.valueOf(claims.getClaim(settings.actorClaim()));
        return OPAQUE.matcher(name).matches() ? name : "sha256:" + TokenText.hash(name);
    }

    private static Set<String> names(Object claim) {
        return switch (claim) {
            case String text -> Arrays.stream(text.split(" ")).collect(Collectors.toSet());
            case List<?> list ->
                    list.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(ScimError.of(403, detail));
    }
}
