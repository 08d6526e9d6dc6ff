package io.rollbook.gateway.oauth.assertion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;

import io.rollbook.scim.seam.ClientTrust;

import java.time.Duration;

/**
 * The public keys of issuers. They are kept for a while; a key id that is not among them makes us
 * look again, twice in half a minute at most; when an issuer cannot be reached, its last keys serve
 * for an hour longer. Thread-safe.
 */
final class IssuerKeys {

    private static final int ISSUERS = 10_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final Duration UNUSED = Duration.ofHours(2);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final Documents documents;
    private final Duration keptFor;
    private final Cache<KeysPlace, JWKSource<SecurityContext>> sources =
            Caffeine.newBuilder()
                    .maximumSize(ISSUERS)
                    .expireAfterAccess(UNUSED)
                    .executor(Runnable::run)
                    .build();

    IssuerKeys(Documents documents, Duration keptFor) {
        this.documents = documents;
        this.keptFor = keptFor;
    }

    JWKSource<SecurityContext> of(ClientTrust trust) {
        return sources.get(new KeysPlace(trust.issuer(), trust.jwksUri()), this::source);
    }

    private JWKSource<SecurityContext> source(KeysPlace place) {
        return JWKSourceBuilder.create(new FetchedKeys(place, documents))
                .cache(keptFor.toMillis(), WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_LOOKS.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }
}
