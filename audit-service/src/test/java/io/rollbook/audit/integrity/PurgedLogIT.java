package io.rollbook.audit.integrity;

import static io.rollbook.audit.fixture.Story.cause;
import static io.rollbook.audit.integrity.AgedLog.FEBRUARY;
import static io.rollbook.audit.integrity.AgedLog.FOR_EVER;
import static io.rollbook.audit.integrity.AgedLog.JANUARY;
import static io.rollbook.audit.integrity.AgedLog.JUNE;
import static io.rollbook.audit.integrity.AgedLog.LATER;
import static io.rollbook.audit.integrity.AgedLog.NOW;
import static io.rollbook.audit.integrity.AgedLog.YEAR;
import static io.rollbook.audit.integrity.SealedLog.key;
import static io.rollbook.contract.ActorKind.ADMINISTRATOR;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.history.query.HistoryEndpoint;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.integrity.custody.Act;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.contract.Cause;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.HoldLifted;
import io.rollbook.contract.tenant.HoldPlaced;
import io.rollbook.contract.tenant.RetentionSet;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.scim.seam.Unavailable;
import io.rollbook.verify.export.Report;
import io.rollbook.verify.sign.SignedDocument;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Months go when retention lets them, by record, and what is left is proved as before. */
class PurgedLogIT {

    @TempDir private static Path folder;
    private static AgedLog aged;

    @BeforeAll
    static void opens() {
        aged = new AgedLog("audit_purged", folder);
    }

    @AfterAll
    static void closes() {
        aged.close();
    }

    @Test
    void deletesMonthsWholeAndVerifiesAcrossTheGap() throws IOException {
        aged.tell("months");
        aged.tell(FOR_EVER);
        var hashes = aged.hashes("months");

        aged.log.purges(YEAR, NOW).round();

        // The request that went on into February stays with it.
        assertThat(aged.numbers("months")).containsExactly(3L, 4L, 5L, 6L);
        assertThat(aged.operator("select position from entry where tenant = 'months'"))
                .containsExactlyInAnyOrder(4L, 6L, 7L);
        assertThat(aged.hashes("months")).isEqualTo(hashes);
        var report = aged.check("months");
        assertThat(report.findings()).isEmpty();
        assertThat(report.streams())
                .containsEntry("directory", new Report.Range(3, 6))
                .containsEntry("attempts", new Report.Range(2, 1));

        // An export signs a checkpoint; what is not in the second place yet lets nothing go.
        aged.log.purges(YEAR, LATER).round();
        assertThat(aged.numbers("months")).hasSize(4);
        aged.log.rounds.round();
        aged.log.purges(YEAR, LATER).round();

        assertThat(aged.numbers("months")).containsExactly(6L);
        assertThat(aged.check("months").streams())
                .containsEntry("directory", new Report.Range(6, 6));
        var custody = aged.reader("months").json("/custody", "").required("entries").valueStream();
        assertThat(custody.filter(each -> each.required("act").asString().equals("purge")))
                .hasSize(2);
        assertThat(aged.reader("months").json("/integrity/purges", "").required("purges"))
                .hasSize(3);
        assertThat(aged.numbers(FOR_EVER)).hasSize(5);
        assertThat(aged.reader(FOR_EVER).json("/integrity/purges", "").required("purges"))
                .isEmpty();
    }

    @Test
    void showsWhatIsLeftOfWhatWasDeleted() {
        aged.tell("shown");
        aged.log.purges(YEAR, NOW).round();

        var history =
                new LogReader(new HistoryEndpoint(aged.log.database, Instant::now), "shown")
                        .json("/history/mia", "");
        var versions = history.required("versions");

        assertThat(versions.get(0).required("purged").asBoolean()).isTrue();
        assertThat(versions.get(2).has("purged")).isFalse();
        assertThat(
                        aged.reader("shown")
                                .get("/integrity/inclusion", "stream=directory&number=1")
                                .status())
                .isEqualTo(404);
        assertThat(
                        aged.reader("shown")
                                .json("/integrity/inclusion", "stream=directory&number=3")
                                .required("path"))
                .isNotEmpty();
        var keeping = aged.reader("shown").json("/retention", "");
        assertThat(keeping.required("days").asInt()).isEqualTo(365);
        assertThat(keeping.required("held").asBoolean()).isFalse();
    }

    @Test
    void deletesTheCustodyStreamToo() throws IOException {
        new Custody(aged.log.database, () -> JANUARY)
                .record("custody", Act.bySystem(Act.Kind.READ, "test", Map.of()));
        aged.tell("custody");

        aged.log.purges(YEAR, NOW).round();

        assertThat(aged.operator("select number from custody_entry where tenant = 'custody'"))
                .containsExactly(2L);
        assertThat(aged.check("custody").findings()).isEmpty();
    }

    @Test
    void forgetsWhoActedAndWhomItWasAboutWithTheLastEntry() {
        var story = new Story("actors");
        story.tell(connection(1, "Old", cause("r-1", ADMINISTRATOR, "ann", null)), JANUARY);
        story.tell(new UserCreated("mia", 1, Map.of("userName", "mia"), cause("r-2")), JANUARY);
        story.tell(connection(2, "New", cause("r-3", ADMINISTRATOR, "bob", null)), JANUARY);
        story.tell(new UserDeactivated("mia", 2, cause("r-4")), FEBRUARY);
        var keep = cause("keep", ADMINISTRATOR, "bob", null);
        story.tell(new RetentionSet("actors", 2, 365, null, JUNE, keep), JUNE);
        Batches.apply(aged.log.database, story.told());
        aged.log.rounds.round();
        assertThat(actors()).containsExactly("ann:", "bob:", "entra:New", "entra:Old");
        assertThat(subjects()).contains("Old", "New", "mia");

        aged.log.purges(YEAR, NOW).round();

        assertThat(actors()).containsExactly("bob:", "entra:New");
        assertThat(subjects()).doesNotContain("Old", "New").contains("mia");
    }

    private static ConnectionCreated connection(long version, String name, Cause cause) {
        return new ConnectionCreated("entra", version, name, cause);
    }

    private List<String> subjects() {
        return aged.log.operator.queryForList(
                "select name from entry_subject where tenant = 'actors'", String.class);
    }

    private List<String> actors() {
        return aged.log.operator.queryForList(
                "select distinct actor_id || ':' || actor_name from entry_kind"
                        + " where tenant = 'actors' order by 1",
                String.class);
    }

    @Test
    void aHoldStopsItUntilItsEnd() {
        var story = aged.tell("held");
        story.tell(new HoldPlaced("held", 2, "h-1", "Dispute", cause("hold")), JUNE);
        Batches.apply(aged.log.database, story.told());

        aged.log.purges(YEAR, NOW).round();
        assertThat(aged.numbers("held")).hasSize(7);

        story.tell(new HoldLifted("held", 3, "h-1", LATER, cause("lift")), JUNE);
        Batches.apply(aged.log.database, story.told());
        aged.log.rounds.round();
        aged.log.purges(YEAR, LATER.minusNanos(1)).round();
        assertThat(aged.numbers("held")).hasSize(8);

        aged.log.purges(YEAR, LATER).round();
        assertThat(aged.numbers("held")).containsExactly(6L, 7L, 8L);
    }

    /** Of what the store knows and has not published yet, as when Kafka is away. */
    @Test
    void whatTheStoreSaysStopsIt() {
        aged.tell("asked");
        var answers =
                List.<StoreKeeping>of(
                        tenant -> Optional.of(new StoreKeeping.Answer(365, true)),
                        tenant -> Optional.of(new StoreKeeping.Answer(null, false)),
                        tenant -> Optional.of(new StoreKeeping.Answer(730, false)),
                        tenant -> {
                            throw new Unavailable("away", new IOException("test"));
                        });

        for (var answer : answers) {
            aged.log.purges(answer, NOW).round();
            assertThat(aged.numbers("asked")).hasSize(6);
        }
        assertThat(aged.log.meters.counter("rollbook.audit.purges.failed").count()).isPositive();

        // Nobody can hold what has left for good.
        aged.log.purges(tenant -> Optional.empty(), NOW).round();
        assertThat(aged.numbers("asked")).hasSize(4);
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        aged.tell("stopped");

        aged.log.purges(YEAR, aged.new Full(), NOW).round();

        assertThat(aged.numbers("stopped")).hasSize(6);
        assertThat(aged.check("stopped").findings()).isEmpty();

        aged.log.purges(YEAR, NOW).round();
        aged.log.purges(YEAR, NOW).round();

        assertThat(aged.numbers("stopped")).hasSize(4);
        assertThat(aged.reader("stopped").json("/integrity/purges", "").required("purges"))
                .hasSize(2);
        var copy = folder.resolve("kept/purges/stopped/directory-000000002.json");
        assertThat(SignedDocument.read(Files.readAllBytes(copy)).isSignedBy(key(1).verifying()))
                .isTrue();
    }

    @Test
    void waitsForACheckpointInTheSecondPlace() {
        aged.told("unsigned");

        aged.log.purges(YEAR, NOW).round();
        assertThat(aged.numbers("unsigned")).hasSize(6);

        aged.log.checkpoints.make("unsigned");
        aged.log.purges(YEAR, NOW).round();
        assertThat(aged.numbers("unsigned")).hasSize(6);
    }

    /** Otherwise a purge would wipe out the trace. */
    @Test
    void deletesNothingThatIsNotAsItWasSigned() {
        aged.tell("edited");
        aged.alter(
                "update entry_event set document = replace(document, 'mia', 'max')"
                        + " where tenant = 'edited' and number = 1");

        aged.log.purges(YEAR, NOW).round();

        assertThat(aged.numbers("edited")).hasSize(6);
        assertThat(aged.log.meters.counter("rollbook.audit.purges.refused").count()).isPositive();
    }

    @Test
    void whatIsAlteredAfterAPurgeIsFound() throws IOException {
        aged.tell("later");
        aged.log.purges(YEAR, NOW).round();
        aged.alter("delete from entry_event where tenant = 'later' and number = 3");

        assertThat(aged.check("later").findings().getFirst().text())
                .startsWith("directory, entry 3: is missing");
    }

    @Test
    void whatIsDeletedWithoutASignedRecordIsFound() throws IOException {
        aged.tell("forged");
        aged.alter(
                "delete from entry_event where tenant = 'forged' and number <= 2"
                        + " and topic = 'rollbook.directory.v1'");

        assertThat(aged.check("forged").findings().getFirst().text())
                .startsWith("directory, entry 1: is missing");
        try (var thief = new SealedLog(aged.access, folder.resolve("kept"), key(7), null)) {
            aged.tell("stolen");
            thief.rounds.round();
            thief.purges(YEAR, NOW).round();
        }
        assertThat(aged.numbers("stolen")).hasSize(4);
        assertThat(aged.check("stolen").findings()).isNotEmpty();
    }
}
