package io.rollbook.gateway.oauth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.SecretText;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Makes access tokens and tells who holds one. A token is verified once and then known by its hash;
 * whether its credential is still good is asked again every few seconds, for all of its tokens
 * together. Thread-safe.
 */
public final class AccessTokens {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int LONGEST = 4096;

    private final SigningKeys keys;
    private final ClientDirectory directory;
    private final Duration lifetime;
    private final InstantSource clock;
    private final Cache<String, AccessClaims> verified;
    private final Cache<String, Optional<Caller>> holders;

    /**
     * @param knownFor how long the removal of a credential can go unnoticed
     * @param unknownFor how long it is remembered that a credential is not good
     * @param entries how many tokens are remembered
     */
    public AccessTokens(
            SigningKeys keys,
            ClientDirectory directory,
            Duration lifetime,
            Duration knownFor,
            Duration unknownFor,
            int entries,
            InstantSource clock,
            Ticker ticker) {
        this.keys = keys;
        this.directory = directory;
        this.lifetime = lifetime;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder()
                        .maximumSize(entries)
                        .ticker(ticker)
                        .executor(Runnable::run)
                        .expireAfterWrite(lifetime)
                        .build();
        this.holders =
                Caffeine.newBuilder()
                        .maximumSize(entries)
                        .ticker(ticker)
                        .executor(Runnable::run)
                        .expireAfter(
                                Expiry.<String, Optional<Caller>>creating(
                                        (credential, caller) ->
                                                caller.isPresent() ? knownFor : unknownFor))
                        .build();
    }

    /** Whether a text has the form of a signed JWT, whoever made it. */
    public static boolean isOne(String text) {
        return text.startsWith("eyJ")
                && text.length() <= LONGEST
                && text.chars().filter(c -> c == '.').count() == 2;
    }

    /**
     * A token for an authenticated client.
     *
     * @param issuer this server as the client sees it
     */
    public IssuedAccess issue(String issuer, String clientId, Caller caller, Set<Role> roles) {
        var key = keys.signing().orElseThrow();
        var now = clock.instant();
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(TYPE)
                                .keyID(key.getKeyID())
                                .build(),
                        AccessClaims.write(
                                issuer, clientId, caller, roles, now, now.plus(lifetime)));
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
        return new IssuedAccess(jwt.serialize(), lifetime, AccessClaims.scope(roles));
    }

    /**
     * Who holds a token. Throws {@link io.rollbook.scim.seam.Unavailable} when the directory cannot
     * be asked.
     */
    public Optional<Caller> ownerOf(String token) {
        if (!isOne(token)) {
            return Optional.empty();
        }
        var hash = SecretText.hash(token);
        var known = Optional.ofNullable(verified.getIfPresent(hash));
        var claims = known.or(() -> verify(token));
        if (known.isEmpty()) {
            claims.ifPresent(fresh -> verified.put(hash, fresh));
        }
        return claims.filter(read -> clock.instant().isBefore(read.expiresAt()))
                .flatMap(read -> holderOf(read.credentialId()).flatMap(read::narrow));
    }

    private Optional<Caller> holderOf(String credentialId) {
        var kept = holders.getIfPresent(credentialId);
        if (kept != null) {
            return kept;
        }
        var answer = directory.callerOf(credentialId);
        holders.put(credentialId, answer);
        return answer;
    }

    /** Our own keys and our own algorithm, whatever the token's header says. */
    private Optional<AccessClaims> verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            var id = header.getKeyID();
            var key = id == null ? Optional.<RSAKey>empty() : keys.withId(id);
            return key.isPresent()
                            && JWSAlgorithm.RS256.equals(header.getAlgorithm())
                            && TYPE.equals(header.getType())
                            && jwt.verify(new RSASSAVerifier(key.get().toRSAPublicKey()))
                    ? AccessClaims.read(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
