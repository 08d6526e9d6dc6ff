package io.rollbook.audit.integrity;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.integrity.checkpoint.CheckpointFolder;
import io.rollbook.audit.integrity.checkpoint.CheckpointMetrics;
import io.rollbook.audit.integrity.checkpoint.CheckpointRounds;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.integrity.export.LogExport;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.query.AuditRoutes;
import io.rollbook.audit.integrity.query.ExportEndpoint;
import io.rollbook.audit.integrity.query.IntegrityEndpoint;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.verify.sign.SigningKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/** A log with everything that proves it, on a database of its own. */
final class SealedLog implements AutoCloseable {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LogDatabase database;
    final JdbcTemplate operator;
    final Checkpoints checkpoints;
    final CheckpointRounds rounds;
    final ScimEndpoint endpoint;

    SealedLog(DatabaseAccess access, Path folder, SigningKey key, @Nullable SigningKey previous) {
        this.database = Databases.open(access);
        this.operator = Databases.asOperator(access);
        var clock = InstantSource.system();
        var keys = SigningKeys.use(database, key, previous, clock.instant());
        var metrics = new CheckpointMetrics(meters);
        this.checkpoints = new Checkpoints(database, keys, metrics, clock);
        this.rounds =
                new CheckpointRounds(
                        database,
                        checkpoints,
                        new CheckpointFolder(folder),
                        key.verifying(),
                        metrics,
                        Duration.ofHours(1));
        var custody = new Custody(database, clock);
        this.endpoint =
                new WatchedLog(
                        new AuditRoutes(
                                new EntriesEndpoint(database),
                                new IntegrityEndpoint(database, checkpoints, custody),
                                new ExportEndpoint(
                                        new LogExport(database, checkpoints, keys, clock))),
                        custody);
    }

    static SigningKey key(int number) {
        var secret = new byte[SigningKey.SECRET_BYTES];
        secret[2] = (byte) number;
        return SigningKey.ofText(Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public void close() {
        database.close();
    }
}
