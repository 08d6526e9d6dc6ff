package io.rollbook.gateway.caller;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** The secret that makes its bearer an operator. Compared in constant time. */
public final class AdminSecret {

    private static final int MINIMUM_LENGTH = 32;
    private static final Caller OPERATOR =
            new Caller("", Profile.ENTRA, "", "", Set.of(Role.ADMIN));

    private final Optional<byte[]> hash;

    private AdminSecret(Optional<byte[]> hash) {
        this.hash = hash;
    }

    /** Nobody is an operator. */
    public static AdminSecret none() {
        return new AdminSecret(Optional.empty());
    }

    /** The secret in a file, without the white space around it. */
    public static AdminSecret ofFile(Path file) {
        String secret;
        try {
            secret = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of rollbook.gateway.admin-secret-file, " + file + ", cannot be read",
                    e);
        }
        if (secret.length() < MINIMUM_LENGTH) {
            throw new IllegalArgumentException(
                    "The admin secret in %s has %d characters; give it at least %d, e.g. by 'openssl rand -hex 32'"
                            .formatted(file, secret.length(), MINIMUM_LENGTH));
        }
        return new AdminSecret(Optional.of(hashOf(secret)));
    }

    public Optional<Caller> operatorWith(String credential) {
        byte[] given = hashOf(credential);
        return hash.filter(own -> MessageDigest.isEqual(own, given)).map(own -> OPERATOR);
    }

    private static byte[] hashOf(String secret) {
        return TokenText.hash(secret).getBytes(StandardCharsets.US_ASCII);
    }
}
