package io.rollbook.audit.integrity;

import static io.rollbook.audit.fixture.Story.cause;
import static io.rollbook.audit.integrity.AgedLog.JUNE;
import static io.rollbook.audit.integrity.AgedLog.NOW;
import static io.rollbook.audit.integrity.AgedLog.YEAR;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.tenant.HoldPlaced;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Deletions that retention does not ask for, whoever tries. */
class UnlawfulDeletionIT {

    @TempDir private static Path folder;
    private static AgedLog aged;

    @BeforeAll
    static void opens() {
        aged = new AgedLog("audit_unlawful", folder);
    }

    @AfterAll
    static void closes() {
        aged.close();
    }

    /** Whoever takes over the service can do with its role what it does, and no more. */
    @Test
    void theServingRoleDeletesNothingThatMayNotGo() {
        var story = aged.tell("robbed");
        aged.refused(
                "robbed", "delete from entry_event where tenant = 'robbed'", "permission denied");
        aged.refused(
                "robbed",
                "select purge_batch('directory', 10)",
                "no purge of directory is recorded");
        // A record that is not of this chain, and one of months that are kept.
        aged.record("robbed", 2, "00".repeat(32), "2025-02-01T00:00:00Z");
        aged.refused(
                "robbed",
                "select purge_batch('directory', 10)",
                "no purge of directory is recorded");
        aged.record("robbed", 6, aged.hashes("robbed").get(5), "2999-01-01T00:00:00Z");
        aged.refused("robbed", "select purge_batch('directory', 10)", "keeps these entries longer");

        story.tell(new HoldPlaced("robbed", 2, "h-1", "Dispute", cause("hold")), JUNE);
        Batches.apply(aged.log.database, story.told());
        aged.log.rounds.round();
        aged.refused("robbed", "select purge_batch('directory', 10)", "The log is held");
        assertThat(aged.numbers("robbed")).hasSize(7);
    }

    @Test
    void aHoldBindsTheDatabaseItself() throws IOException {
        var story = aged.tell("bound");
        aged.log.purges(YEAR, aged.new Full(), NOW).round();
        story.tell(new HoldPlaced("bound", 2, "h-1", "Dispute", cause("hold")), JUNE);
        Batches.apply(aged.log.database, story.told());

        aged.refused("bound", "select purge_batch('directory', 10)", "The log is held");
        assertThat(aged.numbers("bound")).hasSize(7);
    }

    /** A record of younger entries names them, but their time is not before. */
    @Test
    void aRecordDoesNotMakeEntriesOlder() {
        aged.tell("younger");
        aged.record("younger", 4, aged.hashes("younger").get(3), "2025-02-01T00:00:00Z");

        aged.refused(
                "younger", "select purge_batch('directory', 10)", "does not name these entries");
        assertThat(aged.numbers("younger")).hasSize(6);
    }

    /** With the service's own login, and before there is what it names. */
    @Test
    void aForgedRecordKeepsNothingOutOfTheLog() {
        var story = aged.tell("foreseen");
        aged.record("foreseen", 1_000, "00".repeat(32), "2999-01-01T00:00:00Z");

        story.tell(new HoldPlaced("foreseen", 2, "h-1", "Dispute", cause("hold")), JUNE);
        Batches.apply(aged.log.database, story.told());

        assertThat(aged.numbers("foreseen")).hasSize(7);
        assertThat(aged.operator("select count(*) from passed_over")).containsExactly(0L);
    }
}
