package io.rollbook.scim.seam;

import java.util.random.RandomGenerator;

/** The text of a bearer token: a {@link SecretText} that begins with {@code rbk_}. */
public final class TokenText {

    public static final String PREFIX = "rbk_";

    private static final SecretText FORM = new SecretText(PREFIX);

    private TokenText() {}

    /**
     * A new token.
     *
     * @param random must be cryptographically strong, such as {@link java.security.SecureRandom}
     */
    public static String generate(RandomGenerator random) {
        return FORM.generate(random);
    }

    /** Whether the text can be a token at all: its length, prefix, alphabet and checksum. */
    public static boolean isWellFormed(String text) {
        return FORM.isWellFormed(text);
    }

    /** SHA-256 in lower-case hex: all that is ever stored of a token. */
    public static String hash(String text) {
        return SecretText.hash(text);
    }
}
