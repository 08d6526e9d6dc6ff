package io.rollbook.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One message as its signature binds it.
 *
 * @param path the request path as it goes on the wire
 * @param query the raw query, empty for none
 * @param bodyDigest base64url of the body's SHA-256
 */
public record LinkCall(String method, String path, String query, String bodyDigest) {

    public static LinkCall post(String path, byte[] body) {
        return new LinkCall("POST", path, "", digest(body));
    }

    public static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
