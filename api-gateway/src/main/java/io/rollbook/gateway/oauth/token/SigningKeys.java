package io.rollbook.gateway.oauth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys of access tokens: the first signs, all are accepted and published, so that one can take
 * over from another while tokens of both are alive. A key's id is its thumbprint (RFC 7638).
 */
public final class SigningKeys {

    private static final int LEAST_BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final List<RSAKey> keys;

    private SigningKeys(List<RSAKey> keys) {
        this.keys = keys;
    }

    /**
     * Keys from PEM files (PKCS #8).
     *
     * @throws IllegalArgumentException for a file that holds no RSA key of 2,048 bits or more
     */
    public static SigningKeys of(List<Path> files) {
        return new SigningKeys(files.stream().map(SigningKeys::read).toList());
    }

    public boolean areNone() {
        return keys.isEmpty();
    }

    /** The public halves as a JWK set. */
    public String published() {
        return new JWKSet(List.copyOf(keys)).toString(true);
    }

    Optional<RSAKey> signing() {
        return keys.stream().findFirst();
    }

    Optional<RSAKey> withId(String id) {
        return keys.stream().filter(key -> id.equals(key.getKeyID())).findFirst();
    }

    private static RSAKey read(Path file) {
        try {
            var pem = Files.readString(file);
            int begin = pem.indexOf(BEGIN);
            int end = pem.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException(hint(file));
            }
            var der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return jwkOf(der, file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " of rollbook.oauth.key-files cannot be read", e);
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalArgumentException(hint(file), e);
        }
    }

    private static RSAKey jwkOf(byte[] der, Path file)
            throws GeneralSecurityException, JOSEException {
        var factory = KeyFactory.getInstance("RSA");
        if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey key)
                || key.getModulus().bitLength() < LEAST_BITS) {
            throw new IllegalArgumentException(hint(file));
        }
        var half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new RSAKey.Builder((RSAPublicKey) factory.generatePublic(half))
                .privateKey(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build();
    }

    private static String hint(Path file) {
        return "The file %s of rollbook.oauth.key-files must hold an RSA private key of at least %d"
                        .formatted(file, LEAST_BITS)
                + " bits as PEM, e.g. by 'openssl genpkey -algorithm RSA -pkeyopt"
                + " rsa_keygen_bits:2048'";
    }
}
