package io.rollbook.gateway.stranger;

import io.rollbook.scim.seam.TokenText;

import java.util.List;

/**
 * What a request shows of who sends it.
 *
 * @param source the address it came from
 * @param hash of its credential; empty when it has none
 * @param beginning the first characters of its credential, which are shown in lists of tokens and
 *     therefore known to more people than the rest
 */
public record Presented(String source, String hash, String beginning) {

    private static final int BEGINNING = 12;

    /**
     * @param authorization every {@code Authorization} header
     */
    public static Presented of(String source, List<String> authorization) {
        if (authorization.isEmpty()) {
            return new Presented(source, "", "");
        }
        String header = authorization.getFirst();
        String credential = header.substring(header.indexOf(' ') + 1).strip();
        return new Presented(
                source,
                TokenText.hash(String.join("\n", authorization)),
                credential.substring(0, Math.min(BEGINNING, credential.length())));
    }
}
