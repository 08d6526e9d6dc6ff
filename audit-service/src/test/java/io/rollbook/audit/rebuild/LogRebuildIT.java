package io.rollbook.audit.rebuild;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.SecondSchema;
import io.rollbook.audit.fixture.Broker;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.integrity.SealedLog;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.tenant.RetentionSet;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log built from the topics, beside one that serves. */
class LogRebuildIT {

    private static final String NAME = "audit_rebuild";
    private static final String ROLE = "rollbook_audit";
    private static final Instant LONG_AGO = Instant.parse("2025-01-15T12:00:00Z");

    private final Story story = new Story("t-" + UUID.randomUUID());
    private Broker broker;
    private DatabaseAccess access;
    private LogDatabase serving;
    private JdbcTemplate operator;
    private Custody custody;
    private LogRebuild rebuild;

    @BeforeEach
    void opens() throws Exception {
        var services = EmbeddedServices.shared();
        broker = new Broker(services.kafka().bootstrapServers());
        broker.createTopics(1);
        access = Databases.create(NAME);
        var owner = services.postgres().createOwnedSchema(NAME, ROLE).owner();
        serving = Databases.open(access);
        operator = Databases.asOperator(access);
        custody = new Custody(serving, InstantSource.system());
        rebuild =
                new LogRebuild(
                        new LogRebuild.Access(
                                new SecondSchema(
                                        owner.jdbcUrl(),
                                        owner.user(),
                                        owner.password(),
                                        access.user()),
                                access.jdbcUrl(),
                                access.password(),
                                services.kafka().bootstrapServers(),
                                Duration.ofMinutes(10)),
                        serving,
                        custody,
                        // Nobody feeds this log but the test.
                        Duration.ZERO);
        tells();
        broker.publish(story.told());
    }

    @AfterEach
    void closes() {
        serving.close();
    }

    @Test
    void makesTheSameLog() throws Exception {
        story.told().forEach(event -> Batches.apply(serving, List.of(event)));

        var report = rebuild.run().orElseThrow();

        assertThat(report.events()).isGreaterThanOrEqualTo(6);
        assertThat(ours(report)).isEmpty();
        assertThat(operator.queryForList("select nspname from pg_namespace", String.class))
                .contains(ROLE)
                .doesNotContain(ROLE + "_rebuilt");
    }

    /**
     * What retention deleted comes back neither in a log that is read again nor in a rebuilt one.
     */
    @Test
    void leavesOutWhatWasDeleted(@TempDir Path folder) throws Exception {
        story.tell(
                new RetentionSet(story.tenant(), 2, 30, null, LONG_AGO, cause("keep")),
                Instant.now());
        broker.publish(List.of(story.told().getLast()));
        Batches.apply(serving, story.told());
        try (var log = new SealedLog(access, folder, SealedLog.key(1), null)) {
            log.rounds.round();
            log.purges(tenant -> Optional.empty(), Instant.now()).round();
        }
        var left = documents();
        var hashes = hashes();
        var counted = counted();

        assertThat(left).hasSize(1);
        assertThat(ours(rebuild.run().orElseThrow())).isEmpty();

        Databases.empty(NAME);
        story.told().forEach(event -> Batches.apply(serving, List.of(event)));

        assertThat(documents()).isEqualTo(left);
        assertThat(hashes()).isEqualTo(hashes);
        assertThat(operator.queryForList("select tenant from passed_over", String.class)).isEmpty();
        assertThat(counted()).isEqualTo(counted);
        assertThat(ours(rebuild.run().orElseThrow())).isEmpty();
    }

    /** Requests of the connection's cycles. */
    private @Nullable Long counted() {
        return operator.queryForObject(
                "select sum(count) from cycle_count where tenant = ?", Long.class, story.tenant());
    }

    private List<String> hashes() {
        return operator.queryForList(
                "select encode(hash, 'hex') from chain_link where tenant = ?"
                        + " and stream <> 'custody' order by stream, number",
                String.class,
                story.tenant());
    }

    @Test
    void namesWhatIsNotAsTheEventsMakeItAndLeavesIt() throws Exception {
        Batches.apply(serving, story.told());
        operator.execute("alter table entry_event disable trigger user");
        operator.execute("alter table entry disable trigger user");
        operator.update(
                "update entry_event set document = replace(document, 'Boss', 'Chef')"
                        + " where tenant = ? and number = 3 and topic like '%directory%'",
                story.tenant());
        operator.update(
                "update entry set status = 'skipped', http_status = null where tenant = ?"
                        + " and position = 2",
                story.tenant());
        var before = documents();

        var report = rebuild.run().orElseThrow();

        assertThat(report.identical()).isFalse();
        assertThat(ours(report))
                .containsExactly(
                        new Deviation(story.tenant(), "document of directory", 3),
                        new Deviation(story.tenant(), "entry at position", 2));
        assertThat(documents()).isEqualTo(before);
        assertThat(custody.before(story.tenant(), Long.MAX_VALUE, 10))
                .hasSize(2)
                .last()
                .satisfies(
                        entry ->
                                assertThat(entry.document())
                                        .contains("document of directory 3 differs"));
    }

    @Test
    void namesWhatTheLogHasLost() throws Exception {
        Batches.apply(serving, story.told().subList(0, 4));

        var report = rebuild.run().orElseThrow();

        assertThat(ours(report))
                .extracting(Deviation::what)
                .contains("hash of directory", "document of directory", "entry at position");
    }

    private List<Deviation> ours(RebuildReport report) {
        return report.deviations().stream()
                .filter(each -> each.tenant().equals(story.tenant()))
                .toList();
    }

    private List<@Nullable String> documents() {
        return operator.queryForList(
                "select document from entry_event where tenant = ? order by topic, number",
                String.class,
                story.tenant());
    }

    private void tells() {
        tell(new UserCreated("u-1", 1, Map.of("userName", "mia"), cause("r-1")));
        tell(title(2, null, "Clerk", "r-2"));
        var attempt = new Attempt("PATCH", "User", "u-1", null, null);
        tell(new WriteSkipped(attempt, cause("r-3")));
        tell(title(3, "Clerk", "Boss", "r-4"));
        tell(title(4, "Boss", null, "r-5"));
        tell(new WriteSkipped(attempt, cause("r-6")));
        tell(title(5, null, "Clerk", "r-5"));
    }

    private void tell(PublishedEvent event) {
        story.tell(event, LONG_AGO.plusSeconds(story.told().size()));
    }

    private static UserUpdated title(
            long version, @Nullable String before, @Nullable String after, String request) {
        return new UserUpdated(
                "u-1",
                version,
                List.of(new AttributeChange("title", before, after)),
                cause(request));
    }
}
