package io.rollbook.audit.integrity.chain;

import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.merkle.MerkleTree;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of one stream, read where a proof needs it: each subtree from at most 128 hashes of the
 * stored level below it, or from the links.
 */
public final class StoredTree implements MerkleTree.Subtrees {

    private static final String LINKS =
            """
            select hash from chain_link
            where tenant = ? and stream = ? and number > ? and number <= ? order by number
            """;
    private static final String NODES =
            """
            select hash from chain_node
            where tenant = ? and stream = ? and level = ? and index >= ? and index < ?
            order by index
            """;

    private final JdbcTemplate transaction;
    private final String tenant;
    private final LogStream stream;

    public StoredTree(JdbcTemplate transaction, String tenant, LogStream stream) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.stream = stream;
    }

    @Override
    public Hash hash(int level, long index) {
        int stored = level - level % Chain.STORED_LEVELS;
        int above = level - stored;
        long from = index << above;
        long to = (index + 1) << above;
        var hashes = stored == 0 ? leaves(from, to) : nodes(stored, from, to);
        if (hashes.size() != to - from) {
            throw new TreeDamaged(
                    "The tree of %s lacks hashes of level %d.".formatted(stream.label(), stored));
        }
        return fold(hashes);
    }

    /**
     * The link with the number.
     *
     * @throws TreeDamaged when there is none
     */
    public Hash link(long number) {
        return transaction
                .query(
                        LINKS,
                        (row, index) -> Hash.fromBytes(row.getBytes("hash")),
                        tenant,
                        stream.label(),
                        number - 1,
                        number)
                .stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new TreeDamaged(
                                        "Entry %d of %s has no link."
                                                .formatted(number, stream.label())));
    }

    /** The roots of the largest complete subtrees over so many leaves, largest first. */
    public List<Hash> peaks(long size) {
        var peaks = new ArrayList<Hash>();
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            peaks.add(hash(level, (size - rest) >> level));
        }
        return peaks;
    }

    private List<Hash> leaves(long from, long to) {
        return transaction.query(
                LINKS,
                (row, index) -> Hash.ofLeaf(Hash.fromBytes(row.getBytes("hash"))),
                tenant,
                stream.label(),
                from,
                to);
    }

    private List<Hash> nodes(int level, long from, long to) {
        return transaction.query(
                NODES,
                (row, index) -> Hash.fromBytes(row.getBytes("hash")),
                tenant,
                stream.label(),
                level,
                from,
                to);
    }

    private static Hash fold(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int middle = hashes.size() / 2;
        return Hash.ofNode(
                fold(hashes.subList(0, middle)), fold(hashes.subList(middle, hashes.size())));
    }
}
