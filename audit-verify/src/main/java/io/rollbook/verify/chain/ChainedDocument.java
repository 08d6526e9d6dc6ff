package io.rollbook.verify.chain;

import io.rollbook.verify.json.CanonicalJson;
import io.rollbook.verify.merkle.Hash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A document with its place in a chain.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param text canonical JSON (RFC 8785); its members {@code seq} and {@code prev} are the place
 * @param hash SHA-256 of the text in UTF-8
 */
public record ChainedDocument(long seq, String text, Hash hash) {

    /** The member with the hash of the document before: 64 zeros in the first. */
    public static final String PREVIOUS = "prev";

    public static final String SEQUENCE = "seq";

    /** The member that an exported document has besides, with its own hash. */
    public static final String HASH = "hash";

    /**
     * @param members what the document says; may not have the members above
     */
    public static ChainedDocument after(
            Hash previous, long seq, Map<String, ? extends @Nullable Object> members) {
        var document = new HashMap<String, @Nullable Object>(members);
        if (document.put(SEQUENCE, seq) != null
                || document.put(PREVIOUS, previous.hex()) != null
                || document.containsKey(HASH)) {
            throw new IllegalArgumentException("The chain's own members are taken.");
        }
        return of(seq, CanonicalJson.text(document));
    }

    /** One that was made before. */
    public static ChainedDocument of(long seq, String text) {
        return new ChainedDocument(seq, text, Hash.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of the leaf that stands for it in a Merkle tree. */
    public Hash leaf() {
        return Hash.ofLeaf(hash);
    }

    /** As it is exported: the document with its hash as a first member. */
    public String exported() {
        return exported(text, hash);
    }

    /** The same of a document whose hash is known. */
    public static String exported(String text, Hash hash) {
        return "{\"" + HASH + "\":\"" + hash.hex() + "\"," + text.substring(1);
    }
}
