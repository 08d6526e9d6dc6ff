package io.rollbook.verify.checkpoint;

import io.rollbook.verify.json.Members;
import io.rollbook.verify.merkle.Hash;

import java.util.Map;

/**
 * A stream as it was at one moment.
 *
 * @param size how many entries it had
 * @param head the hash of the last one
 * @param root of the Merkle tree over all of them
 */
public record StreamHead(long size, Hash head, Hash root) {

    Map<String, Object> document() {
        return Map.of("size", size, "head", head.hex(), "root", root.hex());
    }

    static StreamHead of(Members members) {
        return new StreamHead(
                members.number("size"),
                Hash.fromHex(members.text("head")),
                Hash.fromHex(members.text("root")));
    }
}
