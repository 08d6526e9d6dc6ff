package io.rollbook.audit.integrity.export;

import io.rollbook.verify.checkpoint.Manifest;
import io.rollbook.verify.merkle.Hash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive of text files that notes what it writes. */
final class ExportArchive {

    private final ZipOutputStream zip;
    private final Map<String, Manifest.ExportedFile> written = new HashMap<>();

    ExportArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes the lines of one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Lines lines) throws IOException;
    }

    /** Takes one line after the other. */
    final class Lines {

        private final MessageDigest digest = sha256();
        private long count;

        void add(String line) throws IOException {
            var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            zip.write(bytes);
            count++;
        }
    }

    void file(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var lines = new Lines();
        content.writeTo(lines);
        zip.closeEntry();
        written.put(
                name,
                new Manifest.ExportedFile(lines.count, Hash.fromBytes(lines.digest.digest())));
    }

    /** What was written so far. */
    Map<String, Manifest.ExportedFile> written() {
        return Map.copyOf(written);
    }

    /** Without this the archive has no directory, and no reader takes it for whole. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
