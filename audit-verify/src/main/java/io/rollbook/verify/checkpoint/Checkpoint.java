package io.rollbook.verify.checkpoint;

import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.json.Members;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.SignedDocument;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant's log at one moment, to be signed and kept elsewhere.
 *
 * @param number 1, 2, 3 … of the tenant
 * @param time RFC 3339
 * @param previous the hash of the checkpoint before, 64 zeros for the first
 * @param streams by name
 */
public record Checkpoint(
        String tenant, long number, String time, Hash previous, Map<String, StreamHead> streams) {

    public static final String TYPE = "rollbook.checkpoint.v1";

    public Checkpoint {
        streams = Map.copyOf(streams);
    }

    public Map<String, Object> document() {
        var heads = new HashMap<String, Object>();
        streams.forEach((name, head) -> heads.put(name, head.document()));
        return Map.of(
                SignedDocument.TYPE,
                TYPE,
                "tenant",
                tenant,
                "number",
                number,
                "time",
                time,
                "previous",
                previous.hex(),
                "streams",
                heads);
    }

    /**
     * @throws MalformedJson when it is no checkpoint
     */
    public static Checkpoint of(SignedDocument signed) {
        var document = signed.members(TYPE);
        var names = document.object("streams");
        var heads = new TreeMap<String, StreamHead>();
        names.values().keySet().forEach(name -> heads.put(name, head(names, name)));
        try {
            return new Checkpoint(
                    document.text("tenant"),
                    document.number("number"),
                    document.text("time"),
                    Hash.fromHex(document.text("previous")),
                    heads);
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A hash of a checkpoint cannot be read.");
        }
    }

    private static StreamHead head(Members streams, String name) {
        try {
            return StreamHead.of(streams.object(name));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A hash of a checkpoint cannot be read.");
        }
    }
}
