package io.rollbook.link;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/** Signs single messages of one service to another as a JWT (RFC 7519, HS256). Thread-safe. */
public final class LinkSigner {

    /** How long a signature is good for. */
    public static final Duration LIFETIME = Duration.ofSeconds(20);

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final String service;
    private final MACSigner mac;
    private final InstantSource clock;

    /**
     * @param service the name of the service that signs
     */
    public LinkSigner(String service, LinkKey key, InstantSource clock) {
        this.service = service;
        this.clock = clock;
        try {
            this.mac = new MACSigner(key.secret());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The link key cannot be used for HS256", e);
        }
    }

    /** A signature that only the service {@code audience} accepts, only for this call and once. */
    public String sign(String audience, LinkCall call) {
        Instant now = clock.instant();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(service)
                        .audience(audience)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim(LinkClaims.METHOD, call.method())
                        .claim(LinkClaims.PATH, call.path())
                        .claim(LinkClaims.QUERY, call.query())
                        .claim(LinkClaims.BODY_DIGEST, call.bodyDigest())
                        .build();
        SignedJWT jwt = new SignedJWT(HEADER, claims);
        try {
            jwt.sign(mac);
        } catch (JOSEException e) {
            throw new IllegalStateException("A link message could not be signed", e);
        }
        return jwt.serialize();
    }
}
