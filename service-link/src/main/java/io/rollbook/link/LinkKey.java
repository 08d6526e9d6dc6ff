package io.rollbook.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The secret that the services of one installation share; at least 256 bits. */
public final class LinkKey {

    private static final int MINIMUM_BYTES = 32;

    private final byte[] secret;

    private LinkKey(byte[] secret) {
        if (secret.length < MINIMUM_BYTES) {
            throw new IllegalArgumentException(
                    "The link key has %d bytes; give it at least %d, e.g. by 'openssl rand -base64 32'"
                            .formatted(secret.length, MINIMUM_BYTES));
        }
        this.secret = secret.clone();
    }

    public static LinkKey of(byte[] secret) {
        return new LinkKey(secret);
    }

    /** The key from its base64 text; white space around it is ignored. */
    public static LinkKey ofText(String base64) {
        try {
            return new LinkKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The link key must be base64 of at least %d bytes, e.g. by 'openssl rand -base64 32'"
                            .formatted(MINIMUM_BYTES),
                    e);
        }
    }

    /** The key from a file that holds its base64 text. */
    public static LinkKey ofFile(Path file) {
        try {
            return ofText(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The link key file " + file + " cannot be read", e);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "LinkKey[hidden]";
    }
}
