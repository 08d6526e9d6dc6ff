package io.rollbook.audit.integrity.chain;

import io.rollbook.verify.checkpoint.StreamHead;
import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;

import java.util.ArrayList;
import java.util.List;

/** One stream's chain and tree in memory, with what was appended since. Not thread-safe. */
public final class Chain {

    /** Subtrees of these many levels are stored: 256 leaves, 65,536 leaves … */
    public static final int STORED_LEVELS = 8;

    /** A new link. */
    record Link(long number, Hash hash) {}

    private final String tenant;
    private final LogStream stream;
    private final Frontier tree;
    private final List<Link> links = new ArrayList<>();
    private final List<Frontier.Subtree> nodes = new ArrayList<>();
    private Hash last;

    Chain(String tenant, LogStream stream, Frontier tree, Hash last) {
        this.tenant = tenant;
        this.stream = stream;
        this.tree = tree;
        this.last = last;
    }

    public static Chain start(String tenant, LogStream stream) {
        return new Chain(tenant, stream, Frontier.empty(), Hash.ZERO);
    }

    /**
     * @param number must be the next
     * @param document canonical JSON
     */
    public void append(long number, String document) {
        if (number != tree.size() + 1) {
            throw new IllegalStateException(
                    "Entry %d of %s does not follow entry %d."
                            .formatted(number, stream.label(), tree.size()));
        }
        var chained = ChainedEntry.after(last, number, tenant, stream, document);
        for (var subtree : tree.append(chained.leaf())) {
            if (subtree.level() % STORED_LEVELS == 0) {
                nodes.add(subtree);
            }
        }
        last = chained.hash();
        links.add(new Link(number, last));
    }

    public LogStream stream() {
        return stream;
    }

    public long size() {
        return tree.size();
    }

    public StreamHead head() {
        return new StreamHead(tree.size(), last, tree.root());
    }

    public List<Hash> peaks() {
        return tree.peaks();
    }

    byte[] peakBytes() {
        return tree.toBytes();
    }

    List<Link> newLinks() {
        return links;
    }

    List<Frontier.Subtree> newNodes() {
        return nodes;
    }
}
