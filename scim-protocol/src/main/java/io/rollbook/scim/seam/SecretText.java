package io.rollbook.scim.seam;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The text of a secret that Rollbook makes: a prefix that tells its kind, 43 base-62 characters
 * (256 random bits) and six more with the CRC-32 of all before them. Prefix and checksum let secret
 * scanners and typing errors be told apart from real secrets without a look-up; they add no
 * secrecy.
 *
 * @param prefix such as {@code rbk_}
 */
public record SecretText(String prefix) {

    /** A secret of an OAuth client. */
    public static final SecretText OF_CLIENT = new SecretText("rbs_");

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;

    /**
     * A new secret.
     *
     * @param random must be cryptographically strong, such as {@link java.security.SecureRandom}
     */
    public String generate(RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String head = prefix + base62(new BigInteger(1, secret), SECRET_LENGTH);
        return head + checksum(head);
    }

    /** Whether the text can be such a secret at all: its length, prefix, alphabet and checksum. */
    public boolean isWellFormed(String text) {
        int length = prefix.length() + SECRET_LENGTH + CHECKSUM_LENGTH;
        if (text.length() != length || !text.startsWith(prefix)) {
            return false;
        }
        for (int i = prefix.length(); i < length; i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        int end = length - CHECKSUM_LENGTH;
        return checksum(text.substring(0, end)).equals(text.substring(end));
    }

    /** SHA-256 in lower-case hex: all that is ever stored of a secret. */
    public static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String checksum(String head) {
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        char[] text = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(text);
    }
}
