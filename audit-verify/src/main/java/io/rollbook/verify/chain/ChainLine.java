package io.rollbook.verify.chain;

import io.rollbook.verify.json.CanonicalJson;
import io.rollbook.verify.json.JsonReader;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.json.Members;
import io.rollbook.verify.merkle.Hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
        var members = new Members(JsonReader.readOuter(utf8));
        var stated = hash(members.text(ChainedDocument.HASH));
        return new ChainLine(
                members.text("tenant"),
                members.text("stream"),
                members.number(ChainedDocument.SEQUENCE),
                hash(members.text(ChainedDocument.PREVIOUS)),
                stated,
                isAsExported(utf8, stated) ? stated : respelled(utf8));
    }

    /**
     * Whether the line without its first member has the hash that this member states. So it is
     * exported, and canonical, and need not be spelled anew.
     */
    private static boolean isAsExported(byte[] utf8, Hash stated) {
        var first = ("{\"" + ChainedDocument.HASH + "\":\"" + stated.hex() + "\",");
        var begin = first.getBytes(StandardCharsets.US_ASCII);
        if (utf8.length < begin.length
                || !Arrays.equals(utf8, 0, begin.length, begin, 0, begin.length)) {
            return false;
        }
        var rest = Arrays.copyOfRange(utf8, begin.length - 1, utf8.length);
        rest[0] = '{';
        return Hash.of(rest).equals(stated);
    }

    private static Hash respelled(byte[] utf8) {
        var members = Members.of(utf8);
        members.values().remove(ChainedDocument.HASH);
        return Hash.of(canonical(members));
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
