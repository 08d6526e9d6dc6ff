package io.rollbook.gateway.oauth.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import io.rollbook.scim.seam.ClientTrust;
import io.rollbook.scim.seam.SecretText;
import io.rollbook.scim.seam.TakenAssertion;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies client assertions (RFC 7523 §3): signed by a key of an issuer that the client names,
 * with a public-key algorithm, about the subject and for the audience that were agreed, and in
 * their time. Whether one was taken before is for the directory to say. Thread-safe.
 */
public final class AssertionVerifier implements AutoCloseable {

    /** Public-key algorithms only: with a shared key, whoever verifies could sign. */
    public static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private static final Logger LOG = LoggerFactory.getLogger(AssertionVerifier.class);
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Entra's are good for little more than an hour. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private static final String NOT_AGREED = "issuer, subject or audience";

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(
                    JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"), null);

    private final Documents documents;
    private final IssuerKeys keys;
    private final JWKSource<SecurityContext> decoys = new DecoyKeys();
    private final InstantSource clock;

    /**
     * @param largest of a document of an issuer, in bytes
     * @param timeout for one such document
     * @param keysKeptFor how long keys are used without looking for new ones
     */
    public AssertionVerifier(
            boolean allowHttp,
            boolean allowPrivateAddresses,
            int largest,
            Duration timeout,
            Duration keysKeptFor,
            InstantSource clock) {
        this.documents = new Documents(allowHttp, allowPrivateAddresses, largest, timeout);
        this.keys = new IssuerKeys(documents, keysKeptFor);
        this.clock = clock;
    }

    /**
     * Whom an assertion proves. A signature is checked even when no issuer fits, so that a client
     * without one is not told apart by the time that the answer takes.
     *
     * @param clientId for the operator's log
     */
    public Optional<TakenAssertion> verify(
            String clientId, Assertion assertion, List<ClientTrust> trusts) {
        var trust = trusts.stream().filter(assertion::isMeantFor).findFirst();
        var reason = reasonAgainst(assertion, trust.orElse(null));
        if (reason.isPresent()) {
            LOG.info("An assertion for the client {} was refused: {}", clientId, reason.get());
            return Optional.empty();
        }
        return trust.map(known -> taken(known, assertion.claims()));
    }

    private Optional<String> reasonAgainst(Assertion assertion, @Nullable ClientTrust trust) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(TYPES);
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        ALGORITHMS, trust == null ? decoys : keys.of(trust)));
        processor.setJWTClaimsSetVerifier(claimsFor(trust));
        try {
            processor.process(assertion.jwt(), null);
            return trust == null ? Optional.of(NOT_AGREED) : tooLong(assertion);
        } catch (BadJWTException e) {
            return Optional.of("a claim, such as its time");
        } catch (KeySourceException e) {
            return Optional.of("the issuer's keys are " + e.getMessage());
        } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.of(trust == null ? NOT_AGREED : "type, algorithm or signature");
        }
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claimsFor(
            @Nullable ClientTrust trust) {
        var exact = new JWTClaimsSet.Builder();
        var audiences = Set.<String>of();
        if (trust != null) {
            exact.issuer(trust.issuer()).subject(trust.subject());
            audiences = Set.of(trust.audience());
        }
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        audiences, exact.build(), Set.of("exp"), Set.of());
        claims.setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
        return claims;
    }

    private Optional<String> tooLong(Assertion assertion) {
        var end = assertion.claims().getExpirationTime().toInstant();
        return end.isAfter(clock.instant().plus(LONGEST_LIFE))
                ? Optional.of("good for more than a day")
                : Optional.empty();
    }

    /** It is remembered for as long as it would be believed on the slowest clock. */
    private static TakenAssertion taken(ClientTrust trust, JWTClaimsSet claims) {
        var id = claims.getJWTID();
        return new TakenAssertion(
                trust.credentialId(),
                id == null ? null : SecretText.hash(id),
                claims.getExpirationTime().toInstant().plus(SKEW).plus(SKEW));
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }
}
