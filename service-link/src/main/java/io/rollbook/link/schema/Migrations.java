package io.rollbook.link.schema;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The migrations of a service as this program has them. Each run of them leaves their fingerprint
 * with Flyway's table as its comment; where it stands, a start asks for nothing more: Flyway takes
 * a third of a second to find nothing to do.
 *
 * @param folder on the class path
 * @param fingerprint of the scripts, their names and every byte
 */
public record Migrations(String folder, String fingerprint) {

    private static final String LEFT_BEHIND =
            "select obj_description(to_regclass('flyway_schema_history'), 'pg_class')";

    /**
     * @param folder on the class path, with all scripts of a service and nothing else
     */
    public static Migrations in(String folder) {
        try {
            var scripts =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + folder + "/*.sql");
            return new Migrations(folder, fingerprint(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Resource[] scripts) throws IOException {
        var digest = sha256();
        Arrays.sort(scripts, Comparator.comparing(Migrations::name));
        for (var script : scripts) {
            digest.update(name(script).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(script.getContentAsByteArray());
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Resource script) {
        return Objects.requireNonNull(script.getFilename());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Flyway for them. */
    public FluentConfiguration flyway() {
        return Flyway.configure()
                .locations("classpath:" + folder)
                .callbacks(new LeaveFingerprint(fingerprint));
    }

    /**
     * Whether these, and no others since, were run on the schema that the connection finds first.
     */
    public boolean areIn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LEFT_BEHIND)) {
            return row.next() && fingerprint.equals(row.getString(1));
        }
    }
}
