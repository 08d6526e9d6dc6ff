package io.rollbook.audit.integrity;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.checkpoint.CheckpointFolder;
import io.rollbook.audit.integrity.checkpoint.CheckpointMetrics;
import io.rollbook.audit.integrity.checkpoint.CheckpointRounds;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.integrity.export.LogExport;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.purge.PurgeMetrics;
import io.rollbook.audit.integrity.purge.PurgeRounds;
import io.rollbook.audit.integrity.query.AuditRoutes;
import io.rollbook.audit.integrity.query.ExportEndpoint;
import io.rollbook.audit.integrity.query.IntegrityEndpoint;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.verify.sign.SigningKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** A log with everything that proves it, on a database of its own. */
public final class SealedLog implements AutoCloseable {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LogDatabase database;
    final JdbcTemplate operator;
    final Checkpoints checkpoints;
    public final CheckpointRounds rounds;
    final ScimEndpoint endpoint;
    final Custody custody;
    private final SigningKeys keys;
    private final CheckpointFolder archive;

    public SealedLog(
            DatabaseAccess access, Path folder, SigningKey key, @Nullable SigningKey previous) {
        this.database = Databases.open(access);
        this.operator = Databases.asOperator(access);
        var clock = InstantSource.system();
        this.keys = SigningKeys.use(database, key, previous, clock.instant());
        this.archive = new CheckpointFolder(folder);
        var metrics = new CheckpointMetrics(meters);
        this.checkpoints = new Checkpoints(database, keys, metrics, clock);
        this.rounds =
                new CheckpointRounds(
                        database,
                        checkpoints,
                        archive,
                        key.verifying(),
                        metrics,
                        Duration.ofHours(1));
        this.custody = new Custody(database, clock);
        this.endpoint =
                new WatchedLog(
                        new AuditRoutes(
                                new EntriesEndpoint(database),
                                new IntegrityEndpoint(database, checkpoints, custody, clock),
                                new ExportEndpoint(
                                        new LogExport(database, checkpoints, keys, clock))),
                        custody);
    }

    /** What deletes, at a time of which a test says what it is. */
    public PurgeRounds purges(StoreKeeping store, Instant now) {
        return purges(store, archive, now);
    }

    PurgeRounds purges(StoreKeeping store, CheckpointArchive second, Instant now) {
        return new PurgeRounds(
                database,
                store,
                second,
                keys,
                custody,
                new PurgeMetrics(meters),
                () -> now,
                Duration.ofHours(1));
    }

    public static SigningKey key(int number) {
        var secret = new byte[SigningKey.SECRET_BYTES];
        secret[2] = (byte) number;
        return SigningKey.ofText(Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public void close() {
        database.close();
    }
}
