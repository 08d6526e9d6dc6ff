package io.rollbook.verify.chain;

import io.rollbook.verify.json.CanonicalJson;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.json.Members;
import io.rollbook.verify.merkle.Hash;

/**
 * One exported document, read.
 *
 * @param stated the hash that the line says it has
 * @param hash the hash that it has
 */
public record ChainLine(
        String tenant, String stream, long seq, Hash previous, Hash stated, Hash hash) {

    /**
     * @throws MalformedJson when the line is no chained document
     */
    public static ChainLine read(byte[] utf8) {
        var members = Members.of(utf8);
        var stated = hash(members.text(ChainedDocument.HASH));
        members.values().remove(ChainedDocument.HASH);
        return new ChainLine(
                members.text("tenant"),
                members.text("stream"),
                members.number(ChainedDocument.SEQUENCE),
                hash(members.text(ChainedDocument.PREVIOUS)),
                stated,
                Hash.of(canonical(members)));
    }

    private static byte[] canonical(Members members) {
        try {
            return CanonicalJson.bytes(members.values());
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A value has no canonical form.");
        }
    }

    private static Hash hash(String hex) {
        try {
            return Hash.fromHex(hex);
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A hash must be 64 hexadecimal digits.");
        }
    }
}
