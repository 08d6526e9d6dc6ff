package io.rollbook.audit.integrity;

import static io.rollbook.audit.fixture.Story.cause;
import static io.rollbook.audit.integrity.SealedLog.key;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.tenant.RetentionSet;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.scim.seam.Role;
import io.rollbook.verify.export.ExportCheck;
import io.rollbook.verify.export.Report;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.VerifyingKey;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Logs of tenants that began in January 2025, kept for a year; all but one. */
final class AgedLog implements AutoCloseable {

    static final Instant JANUARY = Instant.parse("2025-01-15T12:00:00Z");
    static final Instant END = Instant.parse("2025-01-31T23:59:59.9Z");
    static final Instant FEBRUARY = Instant.parse("2025-02-01T00:00:00.1Z");
    static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

    /** When January may go and February not yet. */
    static final Instant NOW = Instant.parse("2026-02-10T00:00:00Z");

    static final Instant LATER = Instant.parse("2026-03-10T00:00:00Z");
    static final String FOR_EVER = "for-ever";
    static final StoreKeeping YEAR = tenant -> Optional.of(new StoreKeeping.Answer(365, false));

    final DatabaseAccess access;
    final SealedLog log;
    private final Path folder;

    AgedLog(String database, Path folder) {
        this.access = Databases.create(database);
        this.folder = folder;
        this.log = new SealedLog(access, folder.resolve("kept"), key(1), null);
    }

    @Override
    public void close() {
        log.close();
    }

    void record(String tenant, long last, String head, String before) {
        var document =
                """
                {"document": {"type": "rollbook.purge.v1", "tenant": "%s", "stream": "directory",
                "last": %d, "head": "%s", "before": "%s"}}
                """
                        .formatted(tenant, last, head, before);
        run(
                tenant,
                "insert into purge (tenant, stream, last, made_at, signed) values ('%s',"
                                .formatted(tenant)
                        + " 'directory', %d, now(), '%s')".formatted(last, document));
    }

    void refused(String tenant, String statement, String why) {
        assertThatThrownBy(() -> run(tenant, statement)).rootCause().hasMessageContaining(why);
    }

    void run(String tenant, String statement) {
        log.database.write(
                transaction -> {
                    TenantScope.enter(transaction, tenant);
                    transaction.execute(statement);
                    return true;
                });
    }

    /** Six changes and an attempt, signed and in the second place. */
    Story tell(String tenant) {
        var story = told(tenant);
        log.rounds.round();
        return story;
    }

    Story told(String tenant) {
        var story = new Story(tenant);
        story.tell(new UserCreated("mia", 1, Map.of("userName", "mia"), cause("r-1")), JANUARY);
        story.tell(title(2, "r-2"), JANUARY.plusSeconds(1));
        var attempt = new Attempt("PATCH", "User", "mia", null, null);
        story.tell(new WriteSkipped(attempt, cause("r-3")), JANUARY.plusSeconds(2));
        story.tell(title(3, "r-4"), END);
        story.tell(title(4, "r-4"), FEBRUARY);
        story.tell(title(5, "r-5"), FEBRUARY.plusSeconds(9));
        if (!tenant.equals(FOR_EVER)) {
            story.tell(new RetentionSet(tenant, 2, 365, null, JUNE, cause("keep")), JUNE);
        }
        Batches.apply(log.database, story.told());
        return story;
    }

    private static UserUpdated title(long version, String request) {
        var change = new AttributeChange("title", null, "t-" + version);
        return new UserUpdated("mia", version, List.of(change), cause(request));
    }

    List<Long> numbers(String tenant) {
        return operator(
                "select number from entry_event where tenant = '%s'".formatted(tenant)
                        + " and topic = 'rollbook.directory.v1' order by number");
    }

    List<String> hashes(String tenant) {
        return log.operator.queryForList(
                "select encode(hash, 'hex') from chain_link where tenant = ? and stream ="
                        + " 'directory' order by number",
                String.class,
                tenant);
    }

    List<Long> operator(String query) {
        return log.operator.queryForList(query, Long.class);
    }

    /** What only a superuser can do. */
    void alter(String statement) {
        log.operator.execute(
                "begin; set local session_replication_role = replica; " + statement + "; commit");
    }

    LogReader reader(String tenant) {
        return new LogReader(log.endpoint, tenant);
    }

    Report check(String tenant) throws IOException {
        var response = new LogReader(log.endpoint, tenant, Role.AUDIT_EXPORT).get("/export", "");
        var archive = Files.createTempFile(folder, tenant, ".zip");
        try (var out = Files.newOutputStream(archive)) {
            Objects.requireNonNull(response.stream()).writeTo(out);
        }
        var purges = new ArrayList<SignedDocument>();
        var kept = folder.resolve("kept/purges").resolve(tenant);
        if (Files.exists(kept)) {
            try (var files = Files.list(kept)) {
                for (var file : files.toList()) {
                    purges.add(SignedDocument.read(Files.readAllBytes(file)));
                }
            }
        }
        try (var files = FileSystems.newFileSystem(archive)) {
            return new ExportCheck(files.getPath("/"), key(1).verifying(), purges).run();
        }
    }

    /** A second place that has checkpoints and takes no record of a purge. */
    final class Full implements CheckpointArchive {

        @Override
        public Optional<String> find(String tenant, long number) {
            return log
                    .database
                    .read(
                            tenant,
                            transaction ->
                                    transaction.queryForList(
                                            "select signed from checkpoint where tenant = ? and"
                                                    + " number = ?",
                                            String.class,
                                            tenant,
                                            number))
                    .stream()
                    .findFirst();
        }

        @Override
        public void keep(String tenant, long number, String signed) {}

        @Override
        public void keepPurge(String tenant, String stream, long last, String signed)
                throws IOException {
            throw new IOException("full");
        }

        @Override
        public void keep(VerifyingKey key) {}
    }
}
