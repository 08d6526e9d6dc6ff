package io.rollbook.verify.export;

import io.rollbook.verify.sign.KeyAnnouncement;
import io.rollbook.verify.sign.KeyRing;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.VerifyingKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whose signatures count. */
final class Trust {

    private final KeyRing ring;
    private final @Nullable Set<String> trusted;
    private final Set<String> used = new TreeSet<>();

    /**
     * @param anchor the key that the auditor was given by another way; null to take the export's
     */
    Trust(
            List<KeyAnnouncement> announcements,
            @Nullable VerifyingKey anchor,
            Consumer<Finding> findings) {
        this.ring = new KeyRing(announcements);
        this.trusted = anchor == null ? null : ring.trustedWith(anchor);
        for (var announcement : announcements) {
            if (!announcement.isSigned()) {
                findings.accept(
                        Finding.of(ExportFiles.KEYS, "a key did not sign its announcement."));
            }
        }
        if (trusted != null && trusted.isEmpty()) {
            findings.accept(
                    Finding.of(
                            ExportFiles.KEYS,
                            "the key that you trust is not among the keys of the export."));
        }
    }

    /** Whether somebody who counts signed it. */
    boolean accepts(SignedDocument signed) {
        if (trusted != null && !trusted.contains(signed.key())) {
            return false;
        }
        if (!signed.isSignedBy(ring.key(signed.key()))) {
            return false;
        }
        used.add(signed.key());
        return true;
    }

    List<String> used() {
        return new ArrayList<>(used);
    }
}
