package io.rollbook.benchmarks.audit;

import io.rollbook.verify.chain.ChainedDocument;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.checkpoint.StreamHead;
import io.rollbook.verify.export.ExportFiles;
import io.rollbook.verify.json.JsonReader;
import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.KeyAnnouncement;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.SigningKey;

import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An export of one stream whose entries look like those of a user's update. */
final class GeneratedExport {

    private static final String STREAM = "directory";
    private static final int PER_CHECKPOINT = 1_000;
    private static final String TIME = "2026-01-01T00:00:00.000Z";
    private final Path folder;
    private final SigningKey key =
            SigningKey.ofText(
                    Base64.getEncoder().encodeToString(new byte[SigningKey.SECRET_BYTES]));
    private final Map<String, Manifest.ExportedFile> files = new HashMap<>();

    private GeneratedExport(Path folder) {
        this.folder = folder;
    }

    /** Writes as many entries, with a checkpoint after each thousand. */
    static void write(Path folder, long entries) throws IOException {
        var export = new GeneratedExport(folder);
        export.entries(entries);
        export.file(ExportFiles.KEYS, List.of(KeyAnnouncement.of(export.key, null, TIME).json()));
        export.file(ExportFiles.PURGES, List.of());
        var manifest = new Manifest("bench", TIME, "benchmark", export.files);
        Files.writeString(
                folder.resolve(ExportFiles.MANIFEST),
                SignedDocument.sign(manifest.document(), export.key).json());
    }

    private void entries(long count) throws IOException {
        var tree = Frontier.empty();
        var head = Hash.ZERO;
        @Nullable SignedDocument checkpoint = null;
        var name = ExportFiles.entries(STREAM);
        try (var entries = Files.newBufferedWriter(folder.resolve(name));
                var checkpoints =
                        Files.newBufferedWriter(folder.resolve(ExportFiles.CHECKPOINTS))) {
            for (long number = 1; number <= count; number++) {
                var entry = JsonReader.read(entry(number));
                var document =
                        ChainedDocument.after(
                                head,
                                number,
                                Map.of(
                                        "entry",
                                        JsonReader.asObject(entry),
                                        "stream",
                                        STREAM,
                                        "tenant",
                                        "bench"));
                line(entries, document.exported());
                tree.append(document.leaf());
                head = document.hash();
                if (number % PER_CHECKPOINT == 0 || number == count) {
                    checkpoint = checkpoint(checkpoint, tree, head);
                    line(checkpoints, checkpoint.json());
                }
            }
        }
        list(name, count);
        list(ExportFiles.CHECKPOINTS, (count + PER_CHECKPOINT - 1) / PER_CHECKPOINT);
    }

    private static String entry(long number) {
        return """
        {"action":"update","cause":{"actor":{"id":"0198c2d4-7a10-7e65-9f3e-1f0d4f6a2b11","kind":"connection",
        "tokenId":"0198c2d4-7a10-7e65-9f3e-1f0d4f6a2b12"},"operation":0,"receivedAt":"2026-01-01T09:15:00.123456Z",
        "requestId":"0198c2d4-7a10-7e65-9f3e-1f0d4f6a2b13"},"changes":[{"new":"Zürich","old":"Bern",
        "path":"addresses[type eq \\"work\\"].locality"},{"new":{"displayName":"Mia","value":"42"},"old":null,
        "path":"manager"}],"entry":"request/0198c2d4-7a10-7e65-9f3e-1f0d4f6a2b13/0","event":{"id":"%d",
        "number":%d,"position":%d,"time":"2026-01-01T09:15:00.125000Z","topic":"rollbook.directory.v1",
        "type":"io.rollbook.user.updated.v1","version":7},"form":1,"status":"success",
        "target":{"id":"0198c2d4-7a10-7e65-9f3e-1f0d4f6a2b14","type":"User"},"tenant":"bench"}\
        """
                .formatted(number, number, number);
    }

    private SignedDocument checkpoint(@Nullable SignedDocument before, Frontier tree, Hash head) {
        long number = before == null ? 1 : Checkpoint.of(before).number() + 1;
        var checkpoint =
                new Checkpoint(
                        "bench",
                        number,
                        TIME,
                        before == null ? Hash.ZERO : before.hash(),
                        Map.of(STREAM, new StreamHead(tree.size(), head, tree.root())));
        return SignedDocument.sign(checkpoint.document(), key);
    }

    private static void line(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private void file(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
        list(name, lines.size());
    }

    private void list(String name, long lines) throws IOException {
        files.put(
                name,
                new Manifest.ExportedFile(
                        lines, Hash.of(Files.readAllBytes(folder.resolve(name)))));
    }
}
