package io.rollbook.verify.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its largest complete subtrees, largest first. It
 * is all that appending needs, and has one hash per one in the binary form of the size. Not
 * thread-safe.
 */
public final class Frontier {

    private long size;
    private final List<Hash> peaks;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /**
     * @throws IllegalArgumentException when there are not as many peaks as a tree of the size has
     */
    public static Frontier of(long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has other peaks.");
        }
        return new Frontier(size, new ArrayList<>(peaks));
    }

    /** From {@link #toBytes()}. */
    public static Frontier of(long size, byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var peaks = new ArrayList<Hash>();
        while (buffer.hasRemaining()) {
            var hash = new byte[Hash.BYTES];
            buffer.get(hash);
            peaks.add(Hash.fromBytes(hash));
        }
        return of(size, peaks);
    }

    /** A complete subtree: its leaves are {@code index * 2^level} and the following. */
    public record Subtree(int level, long index, Hash hash) {}

    /**
     * @return the subtrees that the leaf completes, smallest first, the leaf itself not among them
     */
    public List<Subtree> append(Hash leaf) {
        var completed = new ArrayList<Subtree>(2);
        var hash = leaf;
        long index = size;
        for (int level = 0; (index & 1) == 1; level++) {
            hash = Hash.ofNode(peaks.removeLast(), hash);
            index >>= 1;
            completed.add(new Subtree(level + 1, index, hash));
        }
        peaks.add(hash);
        size++;
        return completed;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is now. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }

    /** Largest first. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /** The peaks one after the other. */
    public byte[] toBytes() {
        var buffer = ByteBuffer.allocate(peaks.size() * Hash.BYTES);
        peaks.forEach(peak -> buffer.put(peak.bytes()));
        return buffer.array();
    }
}
