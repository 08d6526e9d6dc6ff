package io.rollbook.projections.cursor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The secret that all instances of the read side share, for as long as cursors are to be good. */
public final class CursorKey {

    private static final int MINIMUM_BYTES = 32;

    private final byte[] secret;

    private CursorKey(byte[] secret) {
        if (secret.length < MINIMUM_BYTES) {
            throw new IllegalArgumentException(
                    "The key of cursors has %d bytes; give it at least %d, e.g. by 'openssl rand -base64 32'"
                            .formatted(secret.length, MINIMUM_BYTES));
        }
        this.secret = secret.clone();
    }

    public static CursorKey of(byte[] secret) {
        return new CursorKey(secret);
    }

    /** The key from its base64 text; white space around it is ignored. */
    public static CursorKey ofText(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The key of cursors must be base64.", e);
        }
        return new CursorKey(secret);
    }

    /** The key from a file that holds its base64 text. */
    public static CursorKey ofFile(Path file) {
        try {
            return ofText(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file with the key of cursors cannot be read: " + file, e);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "CursorKey[hidden]";
    }
}
