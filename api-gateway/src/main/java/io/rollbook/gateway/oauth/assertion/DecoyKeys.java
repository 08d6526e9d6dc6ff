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
import java.security.SecureRandom;
import java.security.spec.ECFieldFp;
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

    /**
     * A point of the curve that chance chose: no private key to it was ever made. To make a pair
     * would be shorter, and a seventh of the gateway's start.
     */
    private static JWK ec() {
        var curve = Curve.P_256.toECParameterSpec().getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var random = new SecureRandom();
        while (true) {
            var x = new BigInteger(prime.bitLength(), random).mod(prime);
            var square = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
            // The prime is 3 modulo 4: if there is a root, it is this power. Half of all have one.
            var y = square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
            if (y.modPow(BigInteger.TWO, prime).equals(square)) {
                int bits = curve.getField().getFieldSize();
                return new ECKey.Builder(
                                Curve.P_256,
                                ECKey.encodeCoordinate(bits, x),
                                ECKey.encodeCoordinate(bits, y))
                        .build();
            }
        }
    }
}
