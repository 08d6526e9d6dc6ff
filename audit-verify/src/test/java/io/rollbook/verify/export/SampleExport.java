package io.rollbook.verify.export;

import io.rollbook.verify.chain.ChainedDocument;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.checkpoint.StreamHead;
import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.KeyAnnouncement;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.SigningKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small log of one stream, and its export, by whoever holds a key. */
public final class SampleExport {

    public static final String STREAM = "directory";

    private final String tenant;
    private final List<KeyAnnouncement> keys = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<SignedDocument> checkpoints = new ArrayList<>();
    private final List<SignedDocument> purges = new ArrayList<>();
    private final Frontier tree = Frontier.empty();
    private Hash head = Hash.ZERO;
    private Hash lastCheckpoint = Hash.ZERO;
    private SigningKey key;

    public SampleExport(String tenant, int key) {
        this.tenant = tenant;
        this.key = key(key);
        keys.add(KeyAnnouncement.of(this.key, null, "2026-01-01T00:00:00Z"));
    }

    public static SigningKey key(int number) {
        var secret = new byte[SigningKey.SECRET_BYTES];
        secret[1] = (byte) number;
        return SigningKey.ofText(Base64.getEncoder().encodeToString(secret));
    }

    public SampleExport entries(int count) {
        for (int i = 0; i < count; i++) {
            entry("entry " + (tree.size() + 1));
        }
        return this;
    }

    public SampleExport entry(String text) {
        var document =
                ChainedDocument.after(
                        head,
                        tree.size() + 1,
                        Map.of("tenant", tenant, "stream", STREAM, "data", text));
        lines.add(document.exported());
        tree.append(document.leaf());
        head = document.hash();
        return this;
    }

    public SampleExport checkpoint() {
        long number = checkpoints.size() + 1L;
        var checkpoint =
                new Checkpoint(
                        tenant,
                        number,
                        "2026-06-01T00:00:%02dZ".formatted(number),
                        lastCheckpoint,
                        Map.of(STREAM, new StreamHead(tree.size(), head, tree.root())));
        var signed = SignedDocument.sign(checkpoint.document(), key);
        checkpoints.add(signed);
        lastCheckpoint = signed.hash();
        return this;
    }

    /** Deletes everything so far. */
    public SampleExport purge() {
        var purge =
                new Purge(
                        tenant,
                        STREAM,
                        tree.size(),
                        head,
                        tree.peaks(),
                        "2026-05-01T00:00:00Z",
                        "2026-06-01T00:00:00Z");
        purges.add(SignedDocument.sign(purge.document(), key));
        lines.clear();
        return this;
    }

    public SampleExport rotate(int next) {
        var successor = key(next);
        keys.add(KeyAnnouncement.of(successor, key, "2026-06-01T00:00:00Z"));
        key = successor;
        return this;
    }

    public List<SignedDocument> checkpoints() {
        return List.copyOf(checkpoints);
    }

    public List<SignedDocument> purges() {
        return List.copyOf(purges);
    }

    public Path write(Path folder) {
        var files = new HashMap<String, Manifest.ExportedFile>();
        write(folder, ExportFiles.entries(STREAM), lines, files);
        write(folder, ExportFiles.KEYS, keys.stream().map(KeyAnnouncement::json).toList(), files);
        write(folder, ExportFiles.CHECKPOINTS, json(checkpoints), files);
        write(folder, ExportFiles.PURGES, json(purges), files);
        var manifest = new Manifest(tenant, "2026-06-02T00:00:00Z", "a test", files);
        write(
                folder,
                ExportFiles.MANIFEST,
                List.of(SignedDocument.sign(manifest.document(), key).json()),
                null);
        return folder;
    }

    private static List<String> json(List<SignedDocument> documents) {
        return documents.stream().map(SignedDocument::json).toList();
    }

    private static void write(
            Path folder,
            String name,
            List<String> lines,
            @Nullable Map<String, Manifest.ExportedFile> files) {
        var bytes =
                lines.isEmpty()
                        ? new byte[0]
                        : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files != null) {
            files.put(name, new Manifest.ExportedFile(lines.size(), Hash.of(bytes)));
        }
    }
}
