package io.rollbook.verify.sign;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** A private key; its text form is the base64 of RFC 8032's 32 secret bytes. */
public final class SigningKey {

    public static final int SECRET_BYTES = 32;

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    /**
     * @throws IllegalArgumentException unless it is base64 of 32 bytes
     */
    public static SigningKey ofText(String base64) {
        return ofSecret(Base64.getDecoder().decode(base64.strip()));
    }

    static SigningKey ofSecret(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("A signing key must be 32 bytes in base64.");
        }
        try {
            var key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(secret));
            return new SigningKey(
                    key, VerifyingKey.of(generator.generateKeyPair().getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /** The public half, to be given to everybody. */
    public VerifyingKey verifying() {
        return verifying;
    }

    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    /**
     * Java derives a public key only while it generates a pair: from these bytes instead of random
     * ones it derives the one that belongs to them.
     */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] secret;

        Given(byte[] secret) {
            this.secret = secret.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }
}
