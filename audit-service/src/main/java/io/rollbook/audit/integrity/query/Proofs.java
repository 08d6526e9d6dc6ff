package io.rollbook.audit.integrity.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.chain.StoredTree;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.export.ChainedRows;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.StreamHead;
import io.rollbook.verify.json.JsonReader;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.merkle.MerkleTree;
import io.rollbook.verify.sign.SignedDocument;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proofs for auditors who do not want, or may not have, the whole log. */
final class Proofs {

    private final LogDatabase database;
    private final Checkpoints checkpoints;

    Proofs(LogDatabase database, Checkpoints checkpoints) {
        this.database = database;
        this.checkpoints = checkpoints;
    }

    /**
     * That an entry is in the log that the last checkpoint signs; a new checkpoint is made when it
     * came after that. Empty when there is no such entry, or no longer.
     */
    Optional<Map<String, @Nullable Object>> inclusion(
            String tenant, LogStream stream, long number) {
        var signed =
                database.read(tenant, transaction -> Checkpoints.last(transaction, tenant))
                        .filter(last -> size(last, stream) >= number)
                        .or(() -> checkpoints.make(tenant))
                        .filter(last -> size(last, stream) >= number);
        var rows = new ChainedRows(database, tenant, stream);
        var row = number < 1 ? List.<ChainedRows.Row>of() : rows.after(number - 1, number);
        if (signed.isEmpty() || row.isEmpty()) {
            return Optional.empty();
        }
        long size = size(signed.get(), stream);
        var path =
                database.read(
                        tenant,
                        transaction ->
                                tree(transaction, tenant, stream).inclusion(number - 1, size));
        var line = row.getFirst().exported(rows.link(number - 1), tenant, stream);
        var proof = new LinkedHashMap<String, @Nullable Object>();
        proof.put("entry", JsonReader.read(line));
        proof.put("leafIndex", number - 1);
        proof.put("treeSize", size);
        proof.put("path", hex(path));
        proof.put("checkpoint", JsonReader.read(signed.get().json()));
        return Optional.of(proof);
    }

    /** That the log of one checkpoint is the beginning of the log of another. */
    Optional<Map<String, @Nullable Object>> consistency(String tenant, long from, long to) {
        return database.read(
                tenant,
                transaction -> {
                    var older = Checkpoints.one(transaction, tenant, from);
                    var newer = Checkpoints.one(transaction, tenant, to);
                    return older.isEmpty() || newer.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    consistency(transaction, tenant, older.get(), newer.get()));
                });
    }

    private static Map<String, @Nullable Object> consistency(
            JdbcTemplate transaction, String tenant, SignedDocument older, SignedDocument newer) {
        var after = Checkpoint.of(newer).streams();
        var streams = new ArrayList<Map<String, Object>>();
        Checkpoint.of(older)
                .streams()
                .forEach(
                        (label, head) -> {
                            long size = sizeOf(after.get(label));
                            var stream = LogStream.ofLabel(label).orElseThrow();
                            var path =
                                    tree(transaction, tenant, stream)
                                            .consistency(head.size(), size);
                            streams.add(
                                    Map.of(
                                            "stream",
                                            label,
                                            "from",
                                            head.size(),
                                            "to",
                                            size,
                                            "path",
                                            hex(path)));
                        });
        var proof = new LinkedHashMap<String, @Nullable Object>();
        proof.put("from", JsonReader.read(older.json()));
        proof.put("to", JsonReader.read(newer.json()));
        proof.put("streams", streams);
        return proof;
    }

    private static MerkleTree tree(JdbcTemplate transaction, String tenant, LogStream stream) {
        return new MerkleTree(new StoredTree(transaction, tenant, stream));
    }

    private static long size(SignedDocument checkpoint, LogStream stream) {
        return sizeOf(Checkpoint.of(checkpoint).streams().get(stream.label()));
    }

    private static long sizeOf(@Nullable StreamHead head) {
        return head == null ? 0 : head.size();
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }
}
