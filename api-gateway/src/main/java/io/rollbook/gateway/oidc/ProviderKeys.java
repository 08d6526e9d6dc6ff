package io.rollbook.gateway.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;

import io.rollbook.scim.seam.Unavailable;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The provider's keys, found by discovery (OpenID Connect Discovery 1.0) with the first request
 * that needs them: a provider that is away does not keep the gateway from starting. Kept for some
 * minutes; an unknown key is looked for at once, but not more than twice in half a minute whatever
 * is sent. Thread-safe.
 */
final class ProviderKeys {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int LARGEST_BYTES = 512 * 1024;
    private static final long BETWEEN_LOOKS_MILLIS = 30_000;
    private static final Duration BETWEEN_DISCOVERIES = Duration.ofSeconds(10);
    private static final long GOOD_WITHOUT_PROVIDER_MILLIS = Duration.ofHours(1).toMillis();

    private final OidcProperties settings;
    private final URI issuer;
    private final InstantSource clock;
    private final ResourceRetriever http =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES);
    private @Nullable JWKSource<SecurityContext> found;
    private Instant notBefore = Instant.MIN;

    ProviderKeys(OidcProperties settings, URI issuer, InstantSource clock) {
        this.settings = settings;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Throws {@link Unavailable} when the provider doesn't tell where its keys are. */
    synchronized JWKSource<SecurityContext> source() {
        var known = found;
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw new Unavailable("The OpenID provider is away", new IOException("asked before"));
        }
        try {
            var source = sourceAt(jwksUri());
            found = source;
            return source;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            notBefore = now.plus(BETWEEN_DISCOVERIES);
            throw new Unavailable("The OpenID provider is away", e);
        }
    }

    private JWKSource<SecurityContext> sourceAt(URL keys) {
        long knownFor = settings.keysKnownFor().toMillis();
        return JWKSourceBuilder.create(keys, http)
                .cache(knownFor, TIMEOUT_MILLIS * 2L)
                .refreshAheadCache(false)
                .rateLimited(Math.min(BETWEEN_LOOKS_MILLIS, knownFor - 1))
                .outageTolerant(GOOD_WITHOUT_PROVIDER_MILLIS)
                .build();
    }

    private URL jwksUri() throws IOException, ParseException {
        URI configured = settings.jwksUri();
        if (configured != null) {
            return configured.toURL();
        }
        String base = issuer.toString().replaceFirst("/$", "");
        var document =
                JSONObjectUtils.parse(
                        http.retrieveResource(URI.create(base + DISCOVERY).toURL()).getContent());
        if (!issuer.toString().equals(JSONObjectUtils.getString(document, "issuer"))) {
            throw new IOException("The provider calls itself otherwise");
        }
        var uri = JSONObjectUtils.getURI(document, "jwks_uri");
        if (uri == null) {
            throw new IOException("The provider tells of no keys");
        }
        return uri.toURL();
    }
}
