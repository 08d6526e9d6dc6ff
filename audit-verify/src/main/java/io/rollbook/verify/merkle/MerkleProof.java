package io.rollbook.verify.merkle;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks proofs with nothing but the hashes they name (RFC 9162 §2.1.3.2 and §2.1.4.2). */
public final class MerkleProof {

    private MerkleProof() {}

    /** Whether the leaf is at the index, counted from 0, of the tree with the root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        return rootFrom(leaf, index, size, path).equals(Optional.of(root));
    }

    private static Optional<Hash> rootFrom(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the newer tree begins with the leaves of the older one, in their order. */
    public static boolean consistent(
            long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> path) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        var hashes = path.iterator();
        if (Long.bitCount(older) == 1) {
            return walk(older, olderRoot, newer, newerRoot, olderRoot, hashes);
        }
        return hashes.hasNext() && walk(older, olderRoot, newer, newerRoot, hashes.next(), hashes);
    }

    private static boolean walk(
            long older,
            Hash olderRoot,
            long newer,
            Hash newerRoot,
            Hash start,
            Iterator<Hash> path) {
        long node = older - 1;
        long last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var first = start;
        var second = start;
        while (path.hasNext()) {
            if (last == 0) {
                return false;
            }
            var sibling = path.next();
            if ((node & 1) == 1 || node == last) {
                first = Hash.ofNode(sibling, first);
                second = Hash.ofNode(sibling, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.ofNode(second, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }
}
