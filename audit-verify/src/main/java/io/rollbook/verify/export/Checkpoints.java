package io.rollbook.verify.export;

import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.SignedDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The checkpoints of an export: signed, one after the other, none left out between them. */
final class Checkpoints {

    private final Manifest manifest;
    private final Trust trust;
    private final Consumer<Finding> findings;
    private final TreeMap<Long, Checkpoint> byNumber = new TreeMap<>();
    private final Map<Long, Hash> hashes = new HashMap<>();

    Checkpoints(Manifest manifest, Trust trust, Consumer<Finding> findings) {
        this.manifest = manifest;
        this.trust = trust;
        this.findings = findings;
    }

    void check(List<SignedDocument> signed) {
        var expected = Hash.ZERO;
        long number = 1;
        for (var document : signed) {
            var checkpoint = accepted(document, ExportFiles.CHECKPOINTS);
            if (checkpoint == null) {
                continue;
            }
            if (checkpoint.number() != number || !checkpoint.previous().equals(expected)) {
                report("checkpoint " + checkpoint.number() + " does not follow the one before.");
            }
            number = checkpoint.number() + 1;
            expected = document.hash();
            byNumber.put(checkpoint.number(), checkpoint);
            hashes.put(checkpoint.number(), document.hash());
        }
        if (byNumber.isEmpty()) {
            report("there is no checkpoint.");
        }
    }

    /** Adds what was signed of this tenant before the export was made, and kept elsewhere. */
    void compare(List<SignedDocument> witnesses) {
        for (var document : witnesses) {
            var checkpoint = accepted(document, "checkpoints kept elsewhere");
            if (checkpoint == null || !isOlderThanTheExport(checkpoint)) {
                continue;
            }
            var known = hashes.putIfAbsent(checkpoint.number(), document.hash());
            if (known == null) {
                report(
                        "checkpoint "
                                + checkpoint.number()
                                + " of "
                                + checkpoint.time()
                                + " is missing; it was kept elsewhere.");
                byNumber.put(checkpoint.number(), checkpoint);
            } else if (!known.equals(document.hash())) {
                report(
                        "checkpoint "
                                + checkpoint.number()
                                + " is not the one that was kept elsewhere.");
            }
        }
    }

    private @Nullable Checkpoint accepted(SignedDocument document, String place) {
        try {
            var checkpoint = Checkpoint.of(document);
            if (!trust.accepts(document)) {
                findings.accept(ExportCheck.untrusted(place, "checkpoint " + checkpoint.number()));
                return null;
            }
            if (checkpoint.tenant().equals(manifest.tenant())) {
                return checkpoint;
            }
            if (place.equals(ExportFiles.CHECKPOINTS)) {
                report("checkpoint " + checkpoint.number() + " is another tenant's.");
            }
            return null;
        } catch (MalformedJson e) {
            findings.accept(Finding.of(place, e.getMessage() == null ? "?" : e.getMessage()));
            return null;
        }
    }

    private boolean isOlderThanTheExport(Checkpoint checkpoint) {
        try {
            return !Instant.parse(checkpoint.time()).isAfter(Instant.parse(manifest.time()));
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private void report(String sentence) {
        findings.accept(Finding.of(ExportFiles.CHECKPOINTS, sentence));
    }

    Set<String> streams() {
        var names = new TreeSet<String>();
        byNumber.values().forEach(checkpoint -> names.addAll(checkpoint.streams().keySet()));
        return names;
    }

    /** In the order of their numbers. */
    List<Checkpoint> naming(String stream) {
        return byNumber.values().stream()
                .filter(checkpoint -> checkpoint.streams().containsKey(stream))
                .toList();
    }

    long count() {
        return byNumber.size();
    }
}
