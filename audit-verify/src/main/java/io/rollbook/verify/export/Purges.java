package io.rollbook.verify.export;

import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.sign.SignedDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The records of what was deleted of an export's log. */
final class Purges {

    private final Manifest manifest;
    private final Trust trust;
    private final Consumer<Finding> findings;
    private final TreeMap<String, Purge> last = new TreeMap<>();
    private final Set<SignedDocument> known = new HashSet<>();

    Purges(Manifest manifest, Trust trust, Consumer<Finding> findings) {
        this.manifest = manifest;
        this.trust = trust;
        this.findings = findings;
    }

    void check(List<SignedDocument> signed) {
        for (var document : signed) {
            var purge = accepted(document, ExportFiles.PURGES);
            if (purge != null) {
                known.add(document);
                last.merge(
                        purge.stream(),
                        purge,
                        (one, other) -> one.last() > other.last() ? one : other);
            }
        }
    }

    /** What was deleted before the export was made cannot have come back. */
    void compare(List<SignedDocument> witnesses) {
        for (var document : witnesses) {
            var purge = accepted(document, "purges kept elsewhere");
            if (purge != null && isOlderThanTheExport(purge) && !known.contains(document)) {
                findings.accept(
                        Finding.of(
                                ExportFiles.PURGES,
                                "the purge of %s up to entry %d is missing; it was kept elsewhere."
                                        .formatted(purge.stream(), purge.last())));
            }
        }
    }

    private @Nullable Purge accepted(SignedDocument document, String place) {
        try {
            var purge = Purge.of(document);
            if (!trust.accepts(document)) {
                findings.accept(ExportCheck.untrusted(place, "the record of a purge"));
                return null;
            }
            return purge.tenant().equals(manifest.tenant()) ? purge : null;
        } catch (MalformedJson e) {
            findings.accept(Finding.of(place, e.getMessage() == null ? "?" : e.getMessage()));
            return null;
        }
    }

    private boolean isOlderThanTheExport(Purge purge) {
        try {
            return Instant.parse(purge.time()).isBefore(Instant.parse(manifest.time()));
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    /** Null when nothing of the stream was deleted. */
    @Nullable Purge lastOf(String stream) {
        return last.get(stream);
    }
}
