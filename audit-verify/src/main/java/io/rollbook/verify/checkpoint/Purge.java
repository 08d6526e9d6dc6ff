package io.rollbook.verify.checkpoint;

import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.SignedDocument;

import java.util.List;
import java.util.Map;

/**
 * The entries of a stream up to one of them were deleted, as the tenant's retention demands. What
 * is needed to go on verifying after them is kept here.
 *
 * @param last the number of the last entry that was deleted
 * @param head its hash
 * @param peaks of the Merkle tree over all entries up to it, largest first
 * @param before all of the deleted entries are of an earlier time (RFC 3339)
 * @param time when they were deleted
 */
public record Purge(
        String tenant,
        String stream,
        long last,
        Hash head,
        List<Hash> peaks,
        String before,
        String time) {

    public static final String TYPE = "rollbook.purge.v1";

    public Purge {
        peaks = List.copyOf(peaks);
    }

    public Map<String, Object> document() {
        return Map.of(
                SignedDocument.TYPE,
                TYPE,
                "tenant",
                tenant,
                "stream",
                stream,
                "last",
                last,
                "head",
                head.hex(),
                "peaks",
                peaks.stream().map(Hash::hex).toList(),
                "before",
                before,
                "time",
                time);
    }

    /**
     * @throws MalformedJson when it is no record of a purge
     */
    public static Purge of(SignedDocument signed) {
        var document = signed.members(TYPE);
        try {
            var purge =
                    new Purge(
                            document.text("tenant"),
                            document.text("stream"),
                            document.number("last"),
                            Hash.fromHex(document.text("head")),
                            document.array("peaks").stream()
                                    .map(peak -> Hash.fromHex(String.valueOf(peak)))
                                    .toList(),
                            document.text("before"),
                            document.text("time"));
            purge.frontier();
            return purge;
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A record of a purge cannot be read.");
        }
    }

    /** The tree over the deleted entries. */
    public Frontier frontier() {
        return Frontier.of(last, peaks);
    }
}
