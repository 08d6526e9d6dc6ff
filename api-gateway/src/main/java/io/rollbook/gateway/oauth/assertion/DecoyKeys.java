package io.rollbook.gateway.oauth.assertion;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Set;

/** Keys that nobody signs with: a check with one takes the time that it takes, and fails. */
final class DecoyKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;

    private final JWK rsa = rsa();
    private final JWK ec = ec();

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var types = selector.getMatcher().getKeyTypes();
        return List.of(Set.of(KeyType.EC).equals(types) ? ec : rsa);
    }

    /** A modulus of no known factors: there is no private key to it. */
    private static JWK rsa() {
        var modulus = new BigInteger(BITS, new SecureRandom()).setBit(BITS - 1).setBit(0);
        return new RSAKey.Builder(
                        Base64URL.encode(modulus), Base64URL.encode(BigInteger.valueOf(65_537)))
                .build();
    }

    /** The private key is forgotten at once. */
    private static JWK ec() {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(Curve.P_256.toECParameterSpec());
            return new ECKey.Builder(Curve.P_256, (ECPublicKey) pairs.generateKeyPair().getPublic())
                    .build();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
