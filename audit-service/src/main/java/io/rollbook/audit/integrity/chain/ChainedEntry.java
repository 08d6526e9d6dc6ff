package io.rollbook.audit.integrity.chain;

import io.rollbook.verify.chain.ChainedDocument;
import io.rollbook.verify.json.CanonicalJson;
import io.rollbook.verify.merkle.Hash;

/**
 * An entry's document in its place: {@code {"entry": …, "prev": …, "seq": …, "stream": …, "tenant":
 * …}}. Put together as text, because the document is canonical already and its members' names come
 * in this order.
 */
public final class ChainedEntry {

    private ChainedEntry() {}

    /**
     * @param document canonical JSON
     */
    public static ChainedDocument after(
            Hash previous, long seq, String tenant, LogStream stream, String document) {
        var text =
                "{\"entry\":"
                        + document
                        + ",\"prev\":\""
                        + previous.hex()
                        + "\",\"seq\":"
                        + seq
                        + ",\"stream\":\""
                        + stream.label()
                        + "\",\"tenant\":"
                        + CanonicalJson.text(tenant)
                        + "}";
        return ChainedDocument.of(seq, text);
    }
}
