package io.rollbook.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The settings of the provisioning log.
 *
 * @param cyclePause the longest pause between two requests of one provisioning cycle; a setting for
 *     entries to come
 * @param reconcileEvery how long until store, topics and log are compared again
 * @param purgeEvery how long until it is looked again for what need not be kept
 * @param core base URLs of the write side's instances, which are asked how many events they have
 */
@ConfigurationProperties(prefix = "rollbook.audit", ignoreUnknownFields = false)
public record AuditProperties(
        Database database,
        Kafka kafka,
        IntegrityProperties integrity,
        @DefaultValue NotificationProperties notifications,
        @DefaultValue("10m") Duration cyclePause,
        @DefaultValue("5m") Duration reconcileEvery,
        @DefaultValue("1h") Duration purgeEvery,
        @DefaultValue List<URI> core) {

    public AuditProperties {
        if (cyclePause == null || !cyclePause.isPositive()) {
            throw new IllegalArgumentException(
                    "rollbook.audit.cycle-pause must be longer than nothing, such as 10m.");
        }
        if (reconcileEvery == null || !reconcileEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "rollbook.audit.reconcile-every must be longer than nothing, such as 5m.");
        }
        if (purgeEvery == null || !purgeEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "rollbook.audit.purge-every must be longer than nothing, such as 1h.");
        }
        core = List.copyOf(core);
        require(database, "rollbook.audit.database.url");
        require(kafka, "rollbook.audit.kafka.bootstrap-servers");
        require(integrity, "rollbook.audit.integrity.key-file");
    }

    private static void require(@Nullable Object value, String setting) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(setting + " must be set.");
        }
    }

    /**
     * The role that the log works with; it owns nothing.
     *
     * @param passwordFile a file with the password, the usual way; or else {@code password}
     * @param owner the role that owns the tables and brings them to this version's form; without it
     *     that must have been done before
     */
    public record Database(
            String url,
            String user,
            @Nullable Path passwordFile,
            @Nullable String password,
            @Nullable Owner owner) {

        public Database {
            require(url, "rollbook.audit.database.url");
            require(user, "rollbook.audit.database.user");
            SecretText.requireOne("rollbook.audit.database.password", passwordFile, password);
        }

        /** The password itself. */
        public String secret() {
            return SecretText.of("rollbook.audit.database.password", passwordFile, password);
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * @param passwordFile a file with the password, the usual way; or else {@code password}
     */
    public record Owner(String user, @Nullable Path passwordFile, @Nullable String password) {

        public Owner {
            require(user, "rollbook.audit.database.owner.user");
            SecretText.requireOne("rollbook.audit.database.owner.password", passwordFile, password);
        }

        /** The password itself. */
        public String secret() {
            return SecretText.of("rollbook.audit.database.owner.password", passwordFile, password);
        }

        @Override
        public String toString() {
            return user;
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
