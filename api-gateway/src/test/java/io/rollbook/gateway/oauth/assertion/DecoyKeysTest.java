package io.rollbook.gateway.oauth.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;

import org.junit.jupiter.api.RepeatedTest;

class DecoyKeysTest {

    private final DecoyKeys keys = new DecoyKeys();

    @RepeatedTest(20)
    void aKeyOfACurveIsOneThatThePlatformTakes() throws Exception {
        var key = (ECKey) only(KeyType.EC);

        assertThat(key.isPrivate()).isFalse();
        assertThat(key.toECPublicKey().getW().getAffineX()).isPositive();
        assertThat(key).isNotEqualTo(new DecoyKeys().get(of(KeyType.EC), null).getFirst());
    }

    @RepeatedTest(2)
    void aKeyWithAModulusIsOneThatThePlatformTakes() throws Exception {
        var key = (RSAKey) only(KeyType.RSA);

        assertThat(key.isPrivate()).isFalse();
        assertThat(key.toRSAPublicKey().getModulus().bitLength()).isEqualTo(2048);
    }

    private JWK only(KeyType type) {
        return keys.get(of(type), null).getFirst();
    }

    private static JWKSelector of(KeyType type) {
        return new JWKSelector(new JWKMatcher.Builder().keyType(type).build());
    }
}
