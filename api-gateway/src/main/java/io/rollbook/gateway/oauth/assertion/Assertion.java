package io.rollbook.gateway.oauth.assertion;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.rollbook.scim.seam.ClientTrust;

import java.text.ParseException;
import java.util.Optional;

/**
 * An assertion that was read and is not believed yet.
 *
 * @param claims what it says of itself
 */
public record Assertion(SignedJWT jwt, JWTClaimsSet claims) {

    private static final int LONGEST = 16 * 1024;

    /** Empty for what is not a signed JWT, one without a signature among that. */
    public static Optional<Assertion> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            var claims = jwt.getJWTClaimsSet();
            return claims == null ? Optional.empty() : Optional.of(new Assertion(jwt, claims));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Optional<String> subject() {
        return Optional.ofNullable(claims.getSubject());
    }

    boolean isMeantFor(ClientTrust trust) {
        return trust.issuer().equals(claims.getIssuer())
                && trust.subject().equals(claims.getSubject())
                && claims.getAudience().contains(trust.audience());
    }

    /** Leaves all of it out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Assertion";
    }
}
