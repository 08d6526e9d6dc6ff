package io.rollbook.verify.merkle;

import java.util.List;

/** RFC 6962 §2.1 word for word, with all leaves at hand. */
record NaiveTree(List<Hash> leaves) implements MerkleTree.Subtrees {

    @Override
    public Hash hash(int level, long index) {
        int from = Math.toIntExact(index << level);
        return root(from, from + (1 << level));
    }

    Hash root(int from, int to) {
        if (from == to) {
            return Hash.EMPTY_TREE;
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = 1;
        while (split * 2 < to - from) {
            split *= 2;
        }
        return Hash.ofNode(root(from, from + split), root(from + split, to));
    }
}
