package io.rollbook.audit.integrity.checkpoint;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.VerifyingKey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;

/** Copies checkpoints to the second place, and compares what is there with what should be. */
final class Archiving {

    private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);

    /** More than are made while the second place is away for a month. */
    private static final int MOST_AT_ONCE = 10_000;

    private final LogDatabase database;
    private final CheckpointArchive archive;
    private final VerifyingKey key;
    private final CheckpointMetrics metrics;

    /**
     * @param key the public half of the key that signs
     */
    Archiving(
            LogDatabase database,
            CheckpointArchive archive,
            VerifyingKey key,
            CheckpointMetrics metrics) {
        this.database = database;
        this.archive = archive;
        this.key = key;
        this.metrics = metrics;
    }

    /**
     * Keeps the checkpoint and those before it that are not there yet. A different one of the same
     * number means that the database was put back or the log was replaced: that is reported, and
     * what is in the archive stays.
     */
    void keep(SignedDocument latest) throws IOException {
        archive.keep(key);
        var checkpoint = Checkpoint.of(latest);
        var tenant = checkpoint.tenant();
        var missing = new ArrayList<Numbered>();
        var next = new Numbered(checkpoint.number(), latest);
        while (missing.size() < MOST_AT_ONCE) {
            var kept = archive.find(tenant, next.number);
            if (kept.isPresent()) {
                if (!kept.get().equals(next.signed.json())) {
                    reportFork(tenant, next.number);
                }
                break;
            }
            missing.add(next);
            var before = find(tenant, next.number - 1);
            if (before == null) {
                break;
            }
            next = before;
        }
        // Oldest first: a failure in between leaves no hole below what is kept.
        for (var one : missing.reversed()) {
            archive.keep(tenant, one.number, one.signed.json());
        }
    }

    private record Numbered(long number, SignedDocument signed) {}

    private @Nullable Numbered find(String tenant, long number) {
        return database.read(tenant, transaction -> Checkpoints.one(transaction, tenant, number))
                .map(signed -> new Numbered(number, signed))
                .orElse(null);
    }

    private void reportFork(String tenant, long number) {
        LOG.error(
                "Checkpoint {} of tenant {} is not the one in the second place: the database was"
                        + " put back to an earlier state, or the log was replaced.",
                number,
                tenant);
        metrics.forked();
    }
}
