package io.rollbook.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the provisioning log.
 *
 * @param cyclePause the longest pause between two requests of one provisioning cycle; a setting for
 *     entries to come
 */
@ConfigurationProperties(prefix = "rollbook.audit", ignoreUnknownFields = false)
public record AuditProperties(
        Database database, Kafka kafka, @DefaultValue("10m") Duration cyclePause) {

    public AuditProperties {
        if (cyclePause == null || !cyclePause.isPositive()) {
            throw new IllegalArgumentException(
                    "rollbook.audit.cycle-pause must be longer than nothing, such as 10m.");
        }
        require(database, "rollbook.audit.database.url");
        require(kafka, "rollbook.audit.kafka.bootstrap-servers");
    }

    private static void require(@Nullable Object value, String setting) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(setting + " must be set.");
        }
    }

    /**
     * The log's own role in PostgreSQL, which owns the schema of its name.
     *
     * @param passwordFile a file with the password, the usual way; or else {@code password}
     */
    public record Database(
            String url, String user, @Nullable Path passwordFile, @Nullable String password) {

        public Database {
            require(url, "rollbook.audit.database.url");
            require(user, "rollbook.audit.database.user");
            if ((passwordFile == null) == (password == null)) {
                throw new IllegalArgumentException(
                        "Set exactly one of rollbook.audit.database.password-file and"
                                + " rollbook.audit.database.password.");
            }
        }

        /** The password itself. */
        public String secret() {
            if (passwordFile == null) {
                return password == null ? "" : password;
            }
            try {
                return Files.readString(passwordFile).strip();
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "rollbook.audit.database.password-file cannot be read: " + passwordFile, e);
            }
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * @param group shared by all instances of this service, and by nothing else
     */
    public record Kafka(String bootstrapServers, @DefaultValue("rollbook-audit") String group) {

        public Kafka {
            require(bootstrapServers, "rollbook.audit.kafka.bootstrap-servers");
            require(group, "rollbook.audit.kafka.group");
        }
    }
}
