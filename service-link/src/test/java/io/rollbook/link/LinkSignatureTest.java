package io.rollbook.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Date;

class LinkSignatureTest {

    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
    private static final LinkCall CALL = LinkCall.post("/internal/v1/callers", BODY);

    private final LinkFixture link = new LinkFixture();

    @Test
    void unchangedMessageIsTrustedAndNamesItsSender() {
        LinkVerdict verdict = verify(link.signer().sign("core", CALL));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        LinkVerdict.Trusted.class,
                        trusted -> {
                            assertThat(trusted.caller()).isEqualTo("gateway");
                            assertThat(trusted.covers(BODY)).isTrue();
                            assertThat(trusted.covers(new byte[0])).isFalse();
                        });
    }

    @Test
    void messageForAnotherServiceIsRefused() {
        assertRefused(verify(link.signer().sign("projections", CALL)), "meant for");
    }

    @Test
    void otherMethodPathOrQueryIsRefused() {
        String signature = link.signer().sign("core", CALL);
        LinkVerifier verifier = link.verifier();

        assertRefused(verifier.verify(signature, "PUT", CALL.path(), ""), "another method");
        assertRefused(verifier.verify(signature, "POST", CALL.path() + "/", ""), "path");
        assertRefused(verifier.verify(signature, "POST", CALL.path(), "a=1"), "query");
    }

    @Test
    void signatureOfAnotherKeyIsRefused() {
        LinkSigner stranger = new LinkSigner("gateway", LinkFixture.OTHER_KEY, link.clock());

        assertRefused(verify(stranger.sign("core", CALL)), "another key");
    }

    @Test
    void signatureIsGoodForItsLifetimeAndTheSkewOnly() {
        String signature = link.signer().sign("core", CALL);

        link.pass(24);
        assertThat(verify(signature)).isInstanceOf(LinkVerdict.Trusted.class);
        link.pass(1);
        assertRefused(verify(signature), "out of its time");
    }

    @Test
    void signatureFromTheFutureIsRefused() {
        LinkFixture ahead = new LinkFixture();
        ahead.pass(6);

        assertRefused(verify(ahead.signer().sign("core", CALL)), "out of its time");
    }

    @Test
    void unsignedTokenAndGarbageAreRefused() {
        assertRefused(verify(new PlainJWT(claims(20)).serialize()), "not a signed JWT");
        assertRefused(verify("a.b.c"), "not a signed JWT");
        assertRefused(verify(""), "not a signed JWT");
    }

    @Test
    void longerLivedSignatureIsRefusedEvenWithTheRightKey() throws Exception {
        assertThat(verify(signed(30))).isInstanceOf(LinkVerdict.Trusted.class);
        assertRefused(verify(signed(31)), "out of its time");
    }

    @Test
    void missingClaimIsRefused() throws Exception {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder(claims(20)).jwtID(null).build());
        jwt.sign(new MACSigner(LinkFixture.KEY.secret()));

        assertRefused(verify(jwt.serialize()), "claim is missing");
    }

    private String signed(int lifetime) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(lifetime));
        jwt.sign(new MACSigner(LinkFixture.KEY.secret()));
        return jwt.serialize();
    }

    private JWTClaimsSet claims(int lifetime) {
        Date now = Date.from(link.clock().instant());
        return new JWTClaimsSet.Builder()
                .issuer("gateway")
                .audience("core")
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + lifetime * 1000L))
                .jwtID("one")
                .claim(LinkClaims.METHOD, CALL.method())
                .claim(LinkClaims.PATH, CALL.path())
                .claim(LinkClaims.QUERY, CALL.query())
                .claim(LinkClaims.BODY_DIGEST, CALL.bodyDigest())
                .build();
    }

    private LinkVerdict verify(String signature) {
        return link.verifier().verify(signature, "POST", CALL.path(), "");
    }

    private static void assertRefused(LinkVerdict verdict, String why) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        LinkVerdict.Refused.class,
                        refused -> assertThat(refused.reason()).contains(why));
    }
}
