package io.rollbook.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.verify.export.SampleExport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the command says, and its exit status. */
class AuditVerifyTest {

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path key = Path.of("key");
    private Path export = Path.of("export");

    @BeforeEach
    void writesAnExport() throws IOException {
        export = Files.createDirectory(folder.resolve("export"));
        key = Files.writeString(folder.resolve("key.pem"), SampleExport.key(1).verifying().pem());
        new SampleExport("acme", 1).entries(5).checkpoint().write(export);
    }

    @Test
    void saysThatAnExportIsIntact() {
        assertThat(run("--export", export.toString(), "--key", key.toString())).isZero();
        assertThat(out.toString())
                .contains("Log of tenant acme", "5 entries, 1 to 5", "Unaltered and complete.");
    }

    @Test
    void saysWhichKeysItTookWhenItWasGivenNone() {
        assertThat(run("--export", export.toString())).isZero();
        assertThat(out.toString()).contains("the keys of the export itself were taken");
    }

    @Test
    void readsAnArchive() throws IOException {
        var archive = folder.resolve("export.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                var files = Files.list(export)) {
            for (var file : files.toList()) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
            }
        }

        assertThat(run("--export", archive.toString(), "--key", key.toString())).isZero();
    }

    @Test
    void namesTheFirstBadEntry() throws IOException {
        var entries = export.resolve("entries-directory.jsonl");
        Files.writeString(entries, Files.readString(entries).replace("entry 3", "entry X"));

        assertThat(run("--export", export.toString())).isEqualTo(AuditVerify.ALTERED);
        assertThat(out.toString()).contains("ALTERED. First: directory, entry 3: was edited");
    }

    @Test
    void comparesWithCheckpointsThatWereKeptElsewhere() throws IOException {
        var kept = Files.createDirectory(folder.resolve("kept"));
        var longer = new SampleExport("acme", 1).entries(5).checkpoint().entries(1).checkpoint();
        Files.writeString(kept.resolve("2.json"), longer.checkpoints().getLast().json());

        assertThat(run("--export", export.toString(), "--checkpoints", kept.toString()))
                .isEqualTo(AuditVerify.ALTERED);
        assertThat(out.toString()).contains("directory, entry 6: is missing");
    }

    @Test
    void explainsItselfWhenItIsNotUnderstood() {
        assertThat(run()).isEqualTo(AuditVerify.UNUSABLE);
        assertThat(run("--export")).isEqualTo(AuditVerify.UNUSABLE);
        assertThat(run("--what", "x")).isEqualTo(AuditVerify.UNUSABLE);
        assertThat(err.toString()).contains("--export DIR|ZIP");
    }

    @Test
    void saysWhatIsNoExport() {
        assertThat(run("--export", folder.toString())).isEqualTo(AuditVerify.UNUSABLE);
        assertThat(run("--export", folder.resolve("absent").toString()))
                .isEqualTo(AuditVerify.UNUSABLE);
        assertThat(err.toString()).contains("not an export", "cannot be read");
    }

    private int run(String... arguments) {
        return AuditVerify.run(arguments, new PrintStream(out, true), new PrintStream(err, true));
    }
}
