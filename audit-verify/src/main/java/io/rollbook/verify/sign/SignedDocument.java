package io.rollbook.verify.sign;

import io.rollbook.verify.json.CanonicalJson;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.json.Members;
import io.rollbook.verify.merkle.Hash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A document and who signed it. Its {@code type} is part of it, so that a signature for one kind is
 * none for another.
 *
 * @param text canonical JSON; the signature is over its UTF-8
 * @param key the id of the key
 * @param signature base64
 */
public record SignedDocument(String text, String key, String signature) {

    public static final String TYPE = "type";

    public static SignedDocument sign(Map<String, ?> document, SigningKey key) {
        var text = CanonicalJson.text(document);
        return new SignedDocument(
                text,
                key.verifying().id(),
                Base64.getEncoder()
                        .encodeToString(key.sign(text.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * From {@link #json()}.
     *
     * @throws MalformedJson when it is nothing of that kind
     */
    public static SignedDocument read(byte[] utf8) {
        return of(Members.of(utf8));
    }

    /** From the members of such an object. */
    public static SignedDocument of(Members members) {
        return new SignedDocument(
                CanonicalJson.text(members.object("document").values()),
                members.text("key"),
                members.text("signature"));
    }

    /** One line: {@code {"document": …, "key": …, "signature": …}}. */
    public String json() {
        return "{\"document\":"
                + text
                + ",\"key\":\""
                + key
                + "\",\"signature\":\""
                + signature
                + "\"}";
    }

    /** Whether it says that it is of the type. */
    public boolean isOf(String type) {
        return type.equals(Members.of(text.getBytes(StandardCharsets.UTF_8)).text(TYPE));
    }

    /** The document's members, if it is of the type. */
    public Members members(String type) {
        var members = Members.of(text.getBytes(StandardCharsets.UTF_8));
        if (!type.equals(members.text(TYPE))) {
            throw new MalformedJson("A document of the type " + type + " was expected.");
        }
        return members;
    }

    /** The hash of the document without its signature. */
    public Hash hash() {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the key signed it; null is nobody's. */
    public boolean isSignedBy(@Nullable VerifyingKey signer) {
        return signer != null
                && signer.id().equals(key)
                && signer.verifies(text.getBytes(StandardCharsets.UTF_8), decoded());
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
