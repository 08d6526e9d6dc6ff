package io.rollbook.audit;

import io.rollbook.audit.database.LogSchema;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Map;

/**
 * Makes the log's tables and ends, so that the service needs no rights on them. The settings are
 * those of the service, from the environment.
 */
public final class MigrateLog {

    private static final String PREFIX = "ROLLBOOK_AUDIT_DATABASE_";

    private MigrateLog() {}

    public static void main(String[] arguments) {
        migrate(System.getenv());
        LoggerFactory.getLogger(MigrateLog.class).info("The tables of the log are up to date.");
    }

    static void migrate(Map<String, String> environment) {
        var file = environment.get(PREFIX + "OWNER_PASSWORDFILE");
        var owner =
                new AuditProperties.Owner(
                        required(environment, "OWNER_USER"),
                        file == null ? null : Path.of(file),
                        environment.get(PREFIX + "OWNER_PASSWORD"));
        LogSchema.migrate(
                required(environment, "URL"),
                owner.user(),
                owner.secret(),
                required(environment, "USER"));
    }

    private static String required(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(PREFIX + name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(PREFIX + name + " must be set.");
        }
        return value;
    }
}
