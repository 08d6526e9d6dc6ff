package io.rollbook.audit.integrity.purge;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.chain.Chains;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.chain.StoredTree;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.custody.Act;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.export.ChainedRows;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.retention.Purges;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.sign.SignedDocument;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Signs what is going to be deleted, once it is certain that it is what was signed before. */
final class PurgeRecords {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRecords.class);
    private static final String JOB = "retention";

    private final LogDatabase database;
    private final CheckpointArchive archive;
    private final SigningKeys keys;
    private final Custody custody;

    PurgeRecords(
            LogDatabase database, CheckpointArchive archive, SigningKeys keys, Custody custody) {
        this.database = database;
        this.archive = archive;
        this.keys = keys;
        this.custody = custody;
    }

    /**
     * Whether the last checkpoint, which is in the second place, covers all of it; a log that is
     * being built anew is shorter than its checkpoint.
     */
    boolean isCovered(String tenant, Map<LogStream, Long> cut) throws IOException {
        var last = database.read(tenant, transaction -> Checkpoints.last(transaction, tenant));
        if (last.isEmpty()) {
            return false;
        }
        var checkpoint = Checkpoint.of(last.get());
        var chains = database.read(tenant, transaction -> Chains.read(transaction, tenant));
        boolean whole =
                checkpoint.streams().entrySet().stream()
                        .allMatch(
                                signed ->
                                        chains.of(LogStream.ofLabel(signed.getKey()).orElseThrow())
                                                        .size()
                                                >= signed.getValue().size());
        boolean covered =
                cut.entrySet().stream()
                        .allMatch(
                                each -> {
                                    var signed = checkpoint.streams().get(each.getKey().label());
                                    return signed != null && signed.size() >= each.getValue();
                                });
        return whole
                && covered
                && archive.find(tenant, checkpoint.number())
                        .filter(last.get().json()::equals)
                        .isPresent();
    }

    /**
     * Whether each entry is there and has the hash that is chained and signed. What was altered is
     * not deleted: that would wipe out the trace.
     */
    boolean isAsSigned(String tenant, Map<LogStream, Long> purged, Map<LogStream, Long> cut) {
        for (var each : cut.entrySet()) {
            var stream = each.getKey();
            var rows = new ChainedRows(database, tenant, stream);
            long number = purged.getOrDefault(stream, 0L);
            var previous = rows.link(number);
            while (number < each.getValue()) {
                var page = rows.after(number, each.getValue());
                for (var row : page) {
                    if (row.number() != number + 1 || !row.isChainedTo(previous, tenant, stream)) {
                        LOG.error(
                                "Entry {} of {} of tenant {} is not as it was signed, or is not"
                                        + " there: nothing is deleted.",
                                number + 1,
                                stream.label(),
                                tenant);
                        return false;
                    }
                    previous = row.hash();
                    number = row.number();
                }
                if (page.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Within a transaction that reaches the tenant. */
    void add(
            JdbcTemplate transaction,
            String tenant,
            Map<LogStream, Long> cut,
            Instant before,
            Instant at) {
        var now = at.truncatedTo(ChronoUnit.MILLIS).toString();
        var told = new HashMap<String, Object>();
        for (var each : cut.entrySet()) {
            var stream = each.getKey();
            long last = each.getValue();
            var tree = new StoredTree(transaction, tenant, stream);
            var purge =
                    new Purge(
                            tenant,
                            stream.label(),
                            last,
                            tree.link(last),
                            tree.peaks(last),
                            before.toString(),
                            now);
            Purges.add(transaction, purge, SignedDocument.sign(purge.document(), keys.current()));
            told.put(stream.label(), last);
        }
        custody.record(
                transaction,
                tenant,
                Act.bySystem(
                        Act.Kind.PURGE, JOB, Map.of("before", before.toString(), "upTo", told)));
        LOG.info(
                "What tenant {} has of before {} is going to be deleted: {}.",
                tenant,
                before,
                told);
    }
}
