package io.rollbook.verify.sign;

import io.rollbook.verify.merkle.Hash;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A public key. Two are equal when their bytes are. */
public final class VerifyingKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_DIGITS = 16;
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private final byte[] encoded;
    private final PublicKey key;

    private VerifyingKey(byte[] encoded, PublicKey key) {
        this.encoded = encoded;
        this.key = key;
    }

    /**
     * @param encoded SubjectPublicKeyInfo in DER (RFC 8410)
     * @throws IllegalArgumentException when it is not an Ed25519 key
     */
    public static VerifyingKey of(byte[] encoded) {
        try {
            var key = KeyFactory.getInstance(ALGORITHM);
            return new VerifyingKey(
                    encoded.clone(), key.generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key.", e);
        }
    }

    /** From PEM, or from the base64 between its two lines. */
    public static VerifyingKey ofText(String text) {
        var base64 = text.replace(PEM_BEGIN, "").replace(PEM_END, "").replaceAll("\\s", "");
        return of(Base64.getDecoder().decode(base64));
    }

    /** The beginning of the SHA-256 of the encoded key, in hexadecimal. */
    public String id() {
        return Hash.of(encoded).hex().substring(0, ID_DIGITS);
    }

    /** Base64 of the encoded key. */
    public String text() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    /** As other tools read it. */
    public String pem() {
        return PEM_BEGIN + "\n" + text() + "\n" + PEM_END + "\n";
    }

    /** Whether the private half signed the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
