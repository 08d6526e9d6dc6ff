package io.rollbook.verify.sign;

import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.json.Members;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;

/**
 * A public key that comes into use. It signs its own announcement, which names the key before it;
 * and that key signs it too, so that who trusts one of them can trust the other.
 *
 * @param bySuccessor the announcement signed by the announced key
 * @param byPredecessor the same document signed by the key before; null for the first key, and when
 *     the key before was lost
 */
public record KeyAnnouncement(SignedDocument bySuccessor, @Nullable SignedDocument byPredecessor) {

    private static final String TYPE = "rollbook.key.v1";

    /**
     * @param time RFC 3339
     */
    public static KeyAnnouncement of(SigningKey key, @Nullable SigningKey previous, String time) {
        var document = new HashMap<String, @Nullable Object>();
        document.put(SignedDocument.TYPE, TYPE);
        document.put("publicKey", key.verifying().text());
        document.put("time", time);
        document.put("previous", previous == null ? null : previous.verifying().id());
        return new KeyAnnouncement(
                SignedDocument.sign(document, key),
                previous == null ? null : SignedDocument.sign(document, previous));
    }

    /**
     * From {@link #json()}.
     *
     * @throws MalformedJson when it is nothing of that kind
     */
    public static KeyAnnouncement read(byte[] utf8) {
        var members = Members.of(utf8);
        return new KeyAnnouncement(
                SignedDocument.of(members.object("bySuccessor")),
                members.values().get("byPredecessor") == null
                        ? null
                        : SignedDocument.of(members.object("byPredecessor")));
    }

    public String json() {
        return "{\"bySuccessor\":"
                + bySuccessor.json()
                + ",\"byPredecessor\":"
                + (byPredecessor == null ? "null" : byPredecessor.json())
                + "}";
    }

    /** The announced key. */
    public VerifyingKey key() {
        try {
            return VerifyingKey.ofText(document().text("publicKey"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A public key cannot be read.");
        }
    }

    /** The id of the key before; null for the first. */
    public @Nullable String previous() {
        return document().textOrNull("previous");
    }

    /** Whether the announced key itself says so. */
    public boolean isSigned() {
        return bySuccessor.isSignedBy(key());
    }

    /** Whether this key is the one before, and says so. */
    public boolean follows(VerifyingKey before) {
        return byPredecessor != null
                && byPredecessor.text().equals(bySuccessor.text())
                && before.id().equals(previous())
                && byPredecessor.isSignedBy(before);
    }

    private Members document() {
        return bySuccessor.members(TYPE);
    }
}
