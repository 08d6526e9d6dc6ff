package io.rollbook.audit.integrity.export;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.retention.Purges;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.export.ExportFiles;
import io.rollbook.verify.sign.SignedDocument;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes exports. Thread-safe. */
public final class LogExport {

    private static final int CHECKPOINTS_AT_ONCE = 500;
    private static final String README = "README.txt";
    private static final String GENERATOR = "Rollbook audit-service";
    private static final String EXPLANATION =
            """
            The provisioning log of one tenant. To check that it is unaltered and complete:
              java -jar audit-verify.jar --export DIR --key KEY.pem
            with the public key that you were given by another way than this archive.
            entries-*.jsonl hold an entry a line; checkpoints.jsonl what was signed about them.\
            """;

    private final LogDatabase database;
    private final Checkpoints checkpoints;
    private final SigningKeys keys;
    private final InstantSource clock;

    public LogExport(
            LogDatabase database, Checkpoints checkpoints, SigningKeys keys, InstantSource clock) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Writes everything up to a checkpoint of this moment as a ZIP archive.
     *
     * @param each is run when an entry was written
     * @throws IOException when the reader went away, and nothing more can be written
     */
    public void write(String tenant, OutputStream out, Runnable each) throws IOException {
        var last =
                checkpoints
                        .make(tenant)
                        .map(Checkpoint::of)
                        .orElseThrow(() -> new IllegalStateException("An export is an entry."));
        var archive = new ExportArchive(out);
        archive.file(README, lines -> lines.add(EXPLANATION));
        archive.file(ExportFiles.KEYS, this::keys);
        var purges = database.read(tenant, transaction -> Purges.all(transaction, tenant));
        archive.file(
                ExportFiles.PURGES,
                lines -> {
                    for (var purge : purges) {
                        lines.add(purge.json());
                    }
                });
        for (var stream : LogStream.values()) {
            var head = last.streams().get(stream.label());
            if (head != null) {
                long first = purged(purges, stream);
                archive.file(
                        ExportFiles.entries(stream.label()),
                        lines -> entries(tenant, stream, first, head.size(), lines, each));
            }
        }
        archive.file(ExportFiles.CHECKPOINTS, lines -> checkpoints(tenant, last.number(), lines));
        var manifest =
                new Manifest(
                        tenant,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                        GENERATOR,
                        archive.written());
        archive.file(
                ExportFiles.MANIFEST,
                lines ->
                        lines.add(SignedDocument.sign(manifest.document(), keys.current()).json()));
        archive.finish();
    }

    private static long purged(List<SignedDocument> purges, LogStream stream) {
        return purges.stream()
                .map(Purge::of)
                .filter(purge -> purge.stream().equals(stream.label()))
                .mapToLong(Purge::last)
                .max()
                .orElse(0);
    }

    private void keys(ExportArchive.Lines lines) throws IOException {
        for (var key : database.write(SigningKeys::announcements)) {
            lines.add(key.json());
        }
    }

    private void entries(
            String tenant,
            LogStream stream,
            long after,
            long last,
            ExportArchive.Lines lines,
            Runnable each)
            throws IOException {
        var rows = new ChainedRows(database, tenant, stream);
        long number = after;
        var previous = rows.link(after);
        for (var page = rows.after(number, last);
                !page.isEmpty();
                page = rows.after(number, last)) {
            for (var row : page) {
                if (row.number() != number + 1) {
                    // Somebody deleted entries; the others are shown as they are.
                    previous = rows.link(row.number() - 1);
                }
                lines.add(row.exported(previous, tenant, stream));
                each.run();
                previous = row.hash();
                number = row.number();
            }
        }
    }

    private void checkpoints(String tenant, long last, ExportArchive.Lines lines)
            throws IOException {
        long number = 0;
        while (number < last) {
            long after = number;
            var page =
                    database.read(
                            tenant,
                            transaction ->
                                    Checkpoints.after(
                                            transaction, tenant, after, CHECKPOINTS_AT_ONCE));
            for (var signed : page) {
                number = Checkpoint.of(signed).number();
                if (number <= last) {
                    lines.add(signed.json());
                }
            }
            if (page.isEmpty()) {
                return;
            }
        }
    }
}
