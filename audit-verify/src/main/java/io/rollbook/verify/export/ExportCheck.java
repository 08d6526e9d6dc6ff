package io.rollbook.verify.export;

import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.KeyAnnouncement;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.VerifyingKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks one export. Used once, by one thread. */
public final class ExportCheck {

    private static final int BATCH_LINES = 4_096;
    private static final long BATCH_BYTES = 32L * 1024 * 1024;

    private final Path folder;
    private final @Nullable VerifyingKey anchor;
    private final List<SignedDocument> witnesses;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param anchor the public key that the auditor was given by another way; null to take the keys
     *     of the export as they are
     * @param witnesses checkpoints and records of purges that were kept elsewhere
     */
    public ExportCheck(Path folder, @Nullable VerifyingKey anchor, List<SignedDocument> witnesses) {
        this.folder = folder;
        this.anchor = anchor;
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * @throws IOException when a file cannot be read
     * @throws MalformedJson when the folder is no export, or one that was not finished
     */
    public Report run() throws IOException {
        var signed = manifest();
        var manifest = Manifest.of(signed);
        var trust =
                new Trust(
                        SignedFile.read(
                                folder, ExportFiles.KEYS, KeyAnnouncement::read, findings::add),
                        anchor,
                        findings::add);
        // Where the keys are wrong, everything else that is found follows from it.
        int ofKeys = findings.size();
        if (!trust.accepts(signed)) {
            findings.add(untrusted(ExportFiles.MANIFEST, "the manifest"));
        }
        var checkpoints = new Checkpoints(manifest, trust, findings::add);
        checkpoints.check(
                SignedFile.read(
                        folder, ExportFiles.CHECKPOINTS, SignedDocument::read, findings::add));
        var keptPurges = witnesses.stream().filter(each -> each.isOf(Purge.TYPE)).toList();
        checkpoints.compare(witnesses.stream().filter(each -> !each.isOf(Purge.TYPE)).toList());
        var purges = new Purges(manifest, trust, findings::add);
        purges.check(
                SignedFile.read(folder, ExportFiles.PURGES, SignedDocument::read, findings::add));
        purges.compare(keptPurges);
        var ranges = new TreeMap<String, Report.Range>();
        for (var stream : streams(manifest, checkpoints)) {
            var check =
                    new StreamCheck(
                            manifest.tenant(),
                            stream,
                            purges.lastOf(stream),
                            checkpoints.naming(stream));
            entries(manifest, stream, check);
            check.finish().ifPresent(findings::add);
            ranges.put(stream, check.range());
        }
        for (var name : List.of(ExportFiles.KEYS, ExportFiles.CHECKPOINTS, ExportFiles.PURGES)) {
            file(manifest, name);
        }
        return new Report(
                manifest.tenant(),
                manifest.time(),
                ranges,
                checkpoints.count(),
                trust.used(),
                inOrder(ofKeys));
    }

    /** What is wrong with the keys, the entries by their numbers, then the files. */
    private List<Finding> inOrder(int ofKeys) {
        return Stream.concat(
                        findings.stream().limit(ofKeys),
                        findings.stream()
                                .skip(ofKeys)
                                .sorted(Comparator.comparing(finding -> finding.entry() == 0)))
                .toList();
    }

    static Finding untrusted(String place, String what) {
        return Finding.of(place, what + " is not signed by a key that is trusted.");
    }

    private SignedDocument manifest() throws IOException {
        var file = folder.resolve(ExportFiles.MANIFEST);
        if (!Files.exists(file)) {
            throw new MalformedJson(
                    "There is no " + ExportFiles.MANIFEST + ": not an export, or one cut short.");
        }
        try (var lines = new Lines(file)) {
            var only = lines.next(1, Lines.LONGEST);
            if (only.isEmpty()) {
                throw new MalformedJson("The manifest is empty.");
            }
            return SignedDocument.read(only.getFirst());
        }
    }

    private static Set<String> streams(Manifest manifest, Checkpoints checkpoints) {
        var streams = new TreeSet<>(checkpoints.streams());
        manifest.files().keySet().stream()
                .flatMap(name -> ExportFiles.streamOf(name).stream())
                .forEach(streams::add);
        return streams;
    }

    private void entries(Manifest manifest, String stream, StreamCheck check) throws IOException {
        var name = ExportFiles.entries(stream);
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            findings.add(Finding.of(name, "the file is missing."));
            return;
        }
        try (var lines = new Lines(file)) {
            for (var batch = lines.next(BATCH_LINES, BATCH_BYTES);
                    !batch.isEmpty();
                    batch = lines.next(BATCH_LINES, BATCH_BYTES)) {
                batch.parallelStream().map(StreamCheck.Parsed::of).toList().forEach(check::accept);
            }
            compare(manifest, name, lines.count(), lines.sha256OfAll());
        }
    }

    private void file(Manifest manifest, String name) throws IOException {
        var file = folder.resolve(name);
        if (Files.exists(file)) {
            try (var lines = new Lines(file)) {
                while (!lines.next(BATCH_LINES, BATCH_BYTES).isEmpty()) {
                    // Reading is what makes the hash.
                }
                compare(manifest, name, lines.count(), lines.sha256OfAll());
            }
        }
    }

    private void compare(Manifest manifest, String name, long lines, Hash sha256) {
        var listed = manifest.files().get(name);
        if (listed == null) {
            findings.add(Finding.of(name, "the manifest does not name this file."));
        } else if (listed.lines() != lines || !listed.sha256().equals(sha256)) {
            findings.add(Finding.of(name, "the file is not the one that the manifest names."));
        }
    }
}
