package io.rollbook.verify.merkle;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of trees whose complete subtrees are found elsewhere (RFC 6962 §2.1). */
public final class MerkleTree {

    /** Finds the hash of a complete subtree. */
    @FunctionalInterface
    public interface Subtrees {

        /** Of the leaves {@code index * 2^level} to, exclusively, {@code (index + 1) * 2^level}. */
        Hash hash(int level, long index);
    }

    private final Subtrees subtrees;

    public MerkleTree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root of the first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY_TREE : hash(0, size);
    }

    /**
     * The path from a leaf to the root, nearest first: ⌈log2 size⌉ hashes at most.
     *
     * @param index counted from 0
     */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no such leaf.");
        }
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(hash(middle, to));
                to = middle;
            } else {
                path.addFirst(hash(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** Proves that the tree of {@code newer} leaves begins with the tree of {@code older}. */
    public List<Hash> consistency(long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("There is no proof between these sizes.");
        }
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = newer;
        while (older < to) {
            long middle = from + split(to - from);
            if (older <= middle) {
                path.addFirst(hash(middle, to));
                to = middle;
            } else {
                path.addFirst(hash(from, middle));
                from = middle;
            }
        }
        // A verifier knows the older root; it need not be told when that is a subtree itself.
        if (from > 0) {
            path.addFirst(hash(from, to));
        }
        return path;
    }

    private Hash hash(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return subtrees.hash(level, from >> level);
        }
        long middle = from + split(leaves);
        return Hash.ofNode(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
