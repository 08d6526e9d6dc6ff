package io.rollbook.verify.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.sign.SignedDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Twenty entries, checkpoints after ten and after twenty, and somebody who lays hands on them. */
class TamperedExportTest {

    @TempDir Path folder;

    @Test
    void anUntouchedExportIsIntact() throws IOException {
        sample().write(folder);

        var report = check(1);

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(20);
        assertThat(report.checkpoints()).isEqualTo(2);
        assertThat(report.keys()).containsExactly(SampleExport.key(1).verifying().id());
    }

    @Test
    void namesAnEntryThatWasEdited() throws IOException {
        tamper(lines -> lines.set(6, lines.get(6).replace("entry 7", "entry X")));

        assertFirst(7, "was edited");
    }

    @Test
    void namesAnEntryThatWasEditedAndHashedAnew() throws IOException {
        tamper(lines -> lines.set(6, other(lines, 6, "entry X")));

        assertFirst(8, "does not follow the entry before it");
    }

    @Test
    void namesAnEntryThatWasDeleted() throws IOException {
        tamper(lines -> lines.remove(6));

        assertFirst(7, "is missing: entry 8 stands in its place");
    }

    @Test
    void namesAnEntryThatWasInserted() throws IOException {
        tamper(lines -> lines.add(6, lines.get(3)));

        assertFirst(4, "stands where entry 7 should be");
    }

    @Test
    void namesEntriesThatChangedPlaces() throws IOException {
        tamper(lines -> lines.add(6, lines.remove(7)));

        assertFirst(7, "is missing: entry 8 stands in its place");
    }

    @Test
    void namesTheFirstEntryOfATailThatWasCutOff() throws IOException {
        tamper(lines -> lines.subList(15, 20).clear());

        assertFirst(16, "is missing, with all that follow: checkpoint 2");
    }

    @Test
    void namesALineThatIsNoEntry() throws IOException {
        tamper(lines -> lines.set(6, "{}"));

        assertFirst(7, "cannot be read");
    }

    /** Everything from the seventh entry on is chained anew, by somebody without the key. */
    @Test
    void namesTheRangeOfEntriesThatWereChainedAnew() throws IOException {
        sample().write(folder);
        var forged = new SampleExport("acme", 9).entries(6).entry("forged").entries(13);
        forged.checkpoint().checkpoint().write(Files.createDirectory(folder.resolve("forged")));
        Files.copy(
                folder.resolve("forged").resolve(entries()),
                Files.createDirectories(folder.resolve("x")).resolve(entries()));
        Files.write(
                folder.resolve(entries()), Files.readAllBytes(folder.resolve("x/" + entries())));

        assertFirst(1, "to entry 10, something was replaced after checkpoint 1");
    }

    /** The same with a key: everything fits together, but it is not the key that is trusted. */
    @Test
    void findsAKeyThatWasSwapped() throws IOException {
        new SampleExport("acme", 2)
                .entries(6)
                .entry("forged")
                .entries(13)
                .checkpoint()
                .write(folder);

        assertThat(check(2).isIntact()).isTrue();
        assertThat(check(1).findings())
                .extracting(Finding::sentence)
                .anyMatch(text -> text.contains("the manifest is not signed by a key"))
                .first()
                .asString()
                .contains("the key that you trust is not among the keys");
    }

    @Test
    void findsATailThatWasCutOffWithItsCheckpointByWhatIsKeptElsewhere() throws IOException {
        var whole = sample();
        new SampleExport("acme", 1).entries(10).checkpoint().write(folder);

        assertThat(check(1).isIntact()).isTrue();
        var report = check(1, whole.checkpoints());
        assertThat(report.findings().getFirst().text())
                .startsWith("directory, entry 11: is missing");
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .anyMatch(text -> text.contains("it was kept elsewhere"));
    }

    @Test
    void findsADifferentHistoryByWhatIsKeptElsewhere() throws IOException {
        new SampleExport("acme", 1).entry("other").entries(9).checkpoint().write(folder);

        assertThat(check(1, sample().checkpoints()).findings())
                .extracting(Finding::sentence)
                .anyMatch(text -> text.contains("is not the one that was kept elsewhere"));
    }

    @Test
    void findsACheckpointThatWasLeftOut() throws IOException {
        sample().write(folder);
        edit(ExportFiles.CHECKPOINTS, List::removeFirst);

        assertThat(check(1).findings())
                .extracting(Finding::sentence)
                .contains("checkpoint 2 does not follow the one before.");
    }

    @Test
    void findsACheckpointThatWasEdited() throws IOException {
        sample().write(folder);
        edit(
                ExportFiles.CHECKPOINTS,
                lines -> lines.replaceAll(line -> line.replace("\"size\":20", "\"size\":21")));

        assertThat(check(1).findings())
                .extracting(Finding::sentence)
                .contains("checkpoint 2 is not signed by a key that is trusted.");
    }

    @Test
    void findsAnotherTenantsEntries() throws IOException {
        sample().write(folder);
        new SampleExport("other", 1)
                .entries(20)
                .checkpoint()
                .write(Files.createDirectory(folder.resolve("other")));
        Files.write(
                folder.resolve(entries()),
                Files.readAllBytes(folder.resolve("other/" + entries())));

        assertFirst(1, "an entry of another tenant");
    }

    @Test
    void doesNotTakeAnExportThatWasCutShort() throws IOException {
        sample().write(folder);
        Files.delete(folder.resolve(ExportFiles.MANIFEST));

        assertThatThrownBy(() -> check(1))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void followsKeysThatVouchForEachOther() throws IOException {
        sample().rotate(2).entries(5).checkpoint().rotate(3).entries(5).checkpoint().write(folder);

        assertThat(check(1).findings()).isEmpty();
        assertThat(check(3).findings()).isEmpty();
    }

    @Test
    void goesOnAfterAPurge() throws IOException {
        sample().purge().entries(7).checkpoint().write(folder);

        var report = check(1);

        assertThat(report.findings()).isEmpty();
        assertThat(report.streams().get("directory")).isEqualTo(new Report.Range(21, 27));
    }

    @Test
    void findsAPurgeThatNobodySigned() throws IOException {
        tamper(lines -> lines.subList(0, 10).clear());

        assertFirst(1, "is missing: entry 11 stands in its place");
    }

    @Test
    void findsAPurgeThatAnotherKeySigned() throws IOException {
        var forged = new SampleExport("acme", 2).entries(20).checkpoint().purge().purges();
        tamper(List::clear);
        Files.writeString(folder.resolve(ExportFiles.PURGES), forged.getFirst().json() + "\n");

        assertThat(check(1).findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.contains("record of a purge is not signed by a key"))
                .anyMatch(text -> text.contains("entry 1: is missing"));
    }

    @Test
    void findsAPurgeOfWhatNoCheckpointToldOf() throws IOException {
        sample().entries(5).purge().write(folder);

        assertThat(check(1).findings().getFirst().text())
                .startsWith("directory, entry 25: was deleted before a checkpoint told of it");
    }

    @Test
    void findsWhatCameBackAfterItsPurge() throws IOException {
        var kept = sample().purge().purges();
        sample().write(folder);

        var report = new ExportCheck(folder, SampleExport.key(1).verifying(), kept).run();

        assertThat(report.findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.contains("purge of directory up to entry 20 is missing"));
    }

    private static SampleExport sample() {
        return new SampleExport("acme", 1).entries(10).checkpoint().entries(10).checkpoint();
    }

    private static String entries() {
        return ExportFiles.entries(SampleExport.STREAM);
    }

    /** The entry as somebody writes it who knows how hashes are made, but has no key. */
    private static String other(List<String> lines, int index, String text) {
        var copy = new SampleExport("acme", 9).entries(index).entry(text);
        try {
            var folder = Files.createTempDirectory("other");
            return Files.readAllLines(copy.checkpoint().write(folder).resolve(entries()))
                    .get(index);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tamper(Consumer<List<String>> how) throws IOException {
        sample().write(folder);
        edit(entries(), how);
    }

    private void edit(String file, Consumer<List<String>> how) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        how.accept(lines);
        Files.write(folder.resolve(file), lines);
    }

    private void assertFirst(long entry, String sentence) throws IOException {
        var first = check(1).findings().getFirst();

        assertThat(first.entry()).isEqualTo(entry);
        assertThat(first.sentence()).contains(sentence);
    }

    private Report check(int key) throws IOException {
        return check(key, List.of());
    }

    private Report check(int key, List<SignedDocument> witnesses) throws IOException {
        return new ExportCheck(folder, SampleExport.key(key).verifying(), witnesses).run();
    }
}
