package io.rollbook.link;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/** Checks signatures of {@link LinkSigner} for one service, in constant time. Thread-safe. */
public final class LinkVerifier {

    /** The longest lifetime that is accepted, whatever a signer claims. */
    public static final Duration LONGEST_LIFETIME = Duration.ofSeconds(30);

    /** How far the clocks of two machines may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final String service;
    private final MACVerifier mac;
    private final InstantSource clock;

    /**
     * @param service the name of the service that verifies; signatures for another are refused
     */
    public LinkVerifier(String service, LinkKey key, InstantSource clock) {
        this.service = service;
        this.clock = clock;
        try {
            this.mac = new MACVerifier(key.secret());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The link key cannot be used for HS256", e);
        }
    }

    /** Judges a message by its head; the body is left to {@link LinkVerdict.Trusted#covers}. */
    public LinkVerdict verify(String signature, String method, String path, String query) {
        try {
            SignedJWT jwt = SignedJWT.parse(signature);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
                return new LinkVerdict.Refused("another algorithm than HS256");
            }
            if (!jwt.verify(mac)) {
                return new LinkVerdict.Refused("signed with another key");
            }
            return judge(jwt.getJWTClaimsSet(), method, path, query);
        } catch (ParseException | JOSEException e) {
            return new LinkVerdict.Refused("not a signed JWT");
        }
    }

    private LinkVerdict judge(JWTClaimsSet claims, String method, String path, String query)
            throws ParseException {
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        String issuer = claims.getIssuer();
        String id = claims.getJWTID();
        String digest = claims.getStringClaim(LinkClaims.BODY_DIGEST);
        if (issued == null || expires == null || issuer == null || id == null || digest == null) {
            return new LinkVerdict.Refused("a claim is missing");
        }
        if (!List.of(service).equals(claims.getAudience())) {
            return new LinkVerdict.Refused("meant for " + claims.getAudience());
        }
        if (!method.equals(claims.getStringClaim(LinkClaims.METHOD))
                || !path.equals(claims.getStringClaim(LinkClaims.PATH))
                || !query.equals(claims.getStringClaim(LinkClaims.QUERY))) {
            return new LinkVerdict.Refused("signed for another method, path or query");
        }
        return inTime(issued.toInstant(), expires.toInstant())
                ? new LinkVerdict.Trusted(issuer, id, expires.toInstant().plus(CLOCK_SKEW), digest)
                : new LinkVerdict.Refused("out of its time; do the clocks agree?");
    }

    private boolean inTime(Instant issued, Instant expires) {
        Instant now = clock.instant();
        return !issued.isAfter(now.plus(CLOCK_SKEW))
                && expires.plus(CLOCK_SKEW).isAfter(now)
                && Duration.between(issued, expires).compareTo(LONGEST_LIFETIME) <= 0;
    }
}
