package io.rollbook.verify.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash; immutable. */
public final class Hash {

    public static final int BYTES = 32;

    /** What the first link of a chain names as its predecessor. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    /** The root of a tree without leaves. */
    public static final Hash EMPTY_TREE = of(new byte[0]);

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** SHA-256 of the data. */
    public static Hash of(byte[] data) {
        return new Hash(sha256().digest(data));
    }

    /** Of a leaf: SHA-256(0x00 ‖ data). */
    public static Hash ofLeaf(byte[] data) {
        var digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(data));
    }

    /** The same, for a leaf whose data is a hash. */
    public static Hash ofLeaf(Hash data) {
        return ofLeaf(data.bytes);
    }

    /** Of an inner node: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash ofNode(Hash left, Hash right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /**
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public static Hash fromBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * @throws IllegalArgumentException unless there are 64 hexadecimal digits
     */
    public static Hash fromHex(String hex) {
        return fromBytes(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
