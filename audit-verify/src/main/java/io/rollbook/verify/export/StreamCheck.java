package io.rollbook.verify.export;

import io.rollbook.verify.chain.ChainLine;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.checkpoint.StreamHead;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Follows one stream from its first entry, or from what a purge left, and stops at the first entry
 * that is not as it was signed. Not thread-safe.
 */
final class StreamCheck {

    private final String tenant;
    private final String stream;
    private final List<Checkpoint> checkpoints;
    private final Frontier tree;
    private final long first;
    private int nextCheckpoint;
    private long confirmed;
    private Hash head;
    private @Nullable Finding finding;

    /**
     * @param checkpoints those that name the stream, in the order of their numbers
     */
    StreamCheck(String tenant, String stream, @Nullable Purge purge, List<Checkpoint> checkpoints) {
        this.tenant = tenant;
        this.stream = stream;
        this.checkpoints = checkpoints;
        this.tree = purge == null ? Frontier.empty() : purge.frontier();
        this.head = purge == null ? Hash.ZERO : purge.head();
        this.first = tree.size() + 1;
        this.confirmed = tree.size();
        // The entries that these tell of are gone.
        while (nextCheckpoint < checkpoints.size() && nextHead().size() < tree.size()) {
            nextCheckpoint++;
        }
        compareWithCheckpoints();
        if (purge != null && finding == null && covered() < tree.size()) {
            finding = at(tree.size(), "was deleted before a checkpoint told of it.");
        }
    }

    /** How many entries the last checkpoint tells of. */
    private long covered() {
        return checkpoints.isEmpty() ? 0 : headOf(checkpoints.getLast()).size();
    }

    /** One line as it was read, or why it could not be. */
    record Parsed(@Nullable ChainLine line, @Nullable String fault) {

        static Parsed of(byte[] utf8) {
            try {
                return new Parsed(ChainLine.read(utf8), null);
            } catch (MalformedJson e) {
                return new Parsed(null, e.getMessage());
            }
        }
    }

    void accept(Parsed parsed) {
        if (finding != null) {
            return;
        }
        var line = parsed.line();
        if (line == null) {
            finding = at(next(), "cannot be read. " + parsed.fault());
            return;
        }
        finding = faultOf(line);
        if (finding == null) {
            tree.append(Hash.ofLeaf(line.hash()));
            head = line.hash();
            compareWithCheckpoints();
        }
    }

    private @Nullable Finding faultOf(ChainLine line) {
        if (!line.hash().equals(line.stated())) {
            return at(line.seq(), "was edited: what it says does not have its hash.");
        }
        if (!line.tenant().equals(tenant) || !line.stream().equals(stream)) {
            return at(next(), "an entry of another tenant or stream stands in its place.");
        }
        if (line.seq() > next()) {
            return at(next(), "is missing: entry " + line.seq() + " stands in its place.");
        }
        if (line.seq() < next()) {
            return at(line.seq(), "stands where entry " + next() + " should be.");
        }
        if (!line.previous().equals(head)) {
            return at(
                    line.seq(),
                    "does not follow the entry before it: one of the two was replaced.");
        }
        return null;
    }

    private void compareWithCheckpoints() {
        while (finding == null
                && nextCheckpoint < checkpoints.size()
                && nextHead().size() == tree.size()) {
            var signed = nextHead();
            if ((tree.size() > 0 && !signed.head().equals(head))
                    || !signed.root().equals(tree.root())) {
                finding =
                        at(
                                confirmed + 1,
                                "to entry "
                                        + tree.size()
                                        + ", something was replaced after "
                                        + name(checkpoints.get(nextCheckpoint))
                                        + " was signed.");
            }
            confirmed = tree.size();
            nextCheckpoint++;
        }
        if (finding == null
                && nextCheckpoint < checkpoints.size()
                && nextHead().size() < tree.size()) {
            finding =
                    Finding.of(
                            stream,
                            name(checkpoints.get(nextCheckpoint))
                                    + " tells of fewer entries than the one before it.");
        }
    }

    /** The first fault, if there is one, after the last line. */
    Optional<Finding> finish() {
        if (finding == null && nextCheckpoint < checkpoints.size()) {
            finding =
                    at(
                            next(),
                            "is missing, with all that follow: "
                                    + name(checkpoints.getLast())
                                    + " tells of "
                                    + headOf(checkpoints.getLast()).size()
                                    + " entries.");
        } else if (finding == null && confirmed < tree.size()) {
            finding = at(confirmed + 1, "and those after it are covered by no checkpoint.");
        }
        return Optional.ofNullable(finding);
    }

    Report.Range range() {
        return new Report.Range(first, tree.size());
    }

    private long next() {
        return tree.size() + 1;
    }

    private StreamHead nextHead() {
        return headOf(checkpoints.get(nextCheckpoint));
    }

    private StreamHead headOf(Checkpoint checkpoint) {
        var signed = checkpoint.streams().get(stream);
        if (signed == null) {
            throw new IllegalArgumentException("A checkpoint that does not name the stream.");
        }
        return signed;
    }

    private static String name(Checkpoint checkpoint) {
        return "checkpoint " + checkpoint.number() + " of " + checkpoint.time();
    }

    private Finding at(long entry, String sentence) {
        return new Finding(stream, entry, sentence);
    }
}
