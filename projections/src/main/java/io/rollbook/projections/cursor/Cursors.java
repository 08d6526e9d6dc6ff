package io.rollbook.projections.cursor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes cursors and opens them. Thread-safe.
 *
 * <p>A cursor is a version, a random salt and the content in AES-256-GCM, all in base64url, whose
 * characters are unreserved (RFC 3986 §2.3). It is encrypted because a position may be a userName,
 * which belongs in no URI. Key and nonce are derived from the salt: random nonces under one key
 * would run out.
 */
public final class Cursors {

    private static final byte VERSION = 1;
    private static final int SALT = 16;
    private static final int HEAD = 1 + SALT;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 4_096;
    private static final byte[] PURPOSE = "rollbook cursor 1".getBytes(US_ASCII);

    private final CursorKey key;
    private final Duration timeout;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param timeout how long a cursor is good for the next page
     */
    public Cursors(CursorKey key, Duration timeout) {
        this.key = key;
        this.timeout = timeout;
    }

    public String seal(CursorQuestion question, CursorContent content) {
        var head = new byte[HEAD];
        random.nextBytes(head);
        head[0] = VERSION;
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, head, question).doFinal(content.toBytes());
            var cursor = Arrays.copyOf(head, HEAD + sealed.length);
            System.arraycopy(sealed, 0, cursor, HEAD, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM and HKDF", e);
        }
    }

    /**
     * Refused with {@code invalidCursor} when it was not made for this question by this
     * installation, without a word about why, and with {@code expiredCursor} when it is too old
     * (RFC 9865 §2.1).
     */
    public Outcome<CursorContent> open(String cursor, CursorQuestion question, Instant now) {
        if (cursor.length() > LONGEST) {
            return invalid();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length < HEAD || bytes[0] != VERSION) {
                return invalid();
            }
            var opened =
                    cipher(Cipher.DECRYPT_MODE, bytes, question)
                            .doFinal(bytes, HEAD, bytes.length - HEAD);
            var content = CursorContent.of(opened);
            return content.madeAt().plus(timeout).isBefore(now)
                    ? expired()
                    : Outcome.accepted(content);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return invalid();
        }
    }

    /**
     * @param cursor begins with the head
     */
    private Cipher cipher(int mode, byte[] cursor, CursorQuestion question)
            throws GeneralSecurityException {
        var salt = Arrays.copyOfRange(cursor, 1, HEAD);
        var derived =
                KDF.getInstance("HKDF-SHA256")
                        .deriveData(
                                HKDFParameterSpec.ofExtract()
                                        .addIKM(key.secret())
                                        .addSalt(salt)
                                        .thenExpand(PURPOSE, KEY + NONCE));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(derived, 0, KEY, "AES"),
                new GCMParameterSpec(TAG_BITS, derived, KEY, NONCE));
        cipher.updateAAD(question.toBytes());
        return cipher;
    }

    private static Outcome<CursorContent> invalid() {
        return refused(
                ScimType.INVALID_CURSOR,
                "The cursor does not belong to this query; begin again with an empty one.");
    }

    private static Outcome<CursorContent> expired() {
        return refused(
                ScimType.EXPIRED_CURSOR, "The cursor has expired; begin again with an empty one.");
    }

    private static Outcome<CursorContent> refused(ScimType type, String detail) {
        return Outcome.refused(ScimError.badRequest(type, detail));
    }
}
