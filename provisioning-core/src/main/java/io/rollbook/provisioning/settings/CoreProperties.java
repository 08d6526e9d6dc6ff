package io.rollbook.provisioning.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings of the write side. */
@ConfigurationProperties(prefix = "rollbook.core", ignoreUnknownFields = false)
public record CoreProperties(
        Database database, Kafka kafka, @DefaultValue Relay relay, @DefaultValue Tenants tenants) {

    public CoreProperties {
        require(database, "rollbook.core.database.url");
        require(kafka, "rollbook.core.kafka.bootstrap-servers");
    }

    private static void require(@Nullable Object value, String setting) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(setting + " must be set.");
        }
    }

    private static void requirePositive(Duration value, String setting) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(setting + " must be longer than nothing.");
        }
    }

    /**
     * The write side's own role in PostgreSQL, which owns the schema of its name.
     *
     * @param passwordFile a file with the password, the usual way; or else {@code password}
     * @param connections of the pool
     * @param writesAtOnce how many requests write at the same time, of all tenants; the others wait
     *     for their tenant's turn. By default two for each processor, and not more than connections
     * @param transactionTimeout after which PostgreSQL ends a transaction, so that none can hold up
     *     publication for longer
     * @param lockTimeout how long a statement waits for another transaction
     */
    public record Database(
            String url,
            String user,
            @Nullable Path passwordFile,
            @Nullable String password,
            @DefaultValue("10") int connections,
            @Nullable Integer writesAtOnce,
            @DefaultValue("30s") Duration transactionTimeout,
            @DefaultValue("5s") Duration lockTimeout) {

        public Database {
            require(url, "rollbook.core.database.url");
            require(user, "rollbook.core.database.user");
            if ((passwordFile == null) == (password == null)) {
                throw new IllegalArgumentException(
                        "Set exactly one of rollbook.core.database.password-file and"
                                + " rollbook.core.database.password.");
            }
            if (connections < 1) {
                throw new IllegalArgumentException(
                        "rollbook.core.database.connections must be 1 or more.");
            }
            if (writesAtOnce != null && writesAtOnce < 1) {
                throw new IllegalArgumentException(
                        "rollbook.core.database.writes-at-once must be 1 or more.");
            }
            requirePositive(transactionTimeout, "rollbook.core.database.transaction-timeout");
            requirePositive(lockTimeout, "rollbook.core.database.lock-timeout");
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
                        "rollbook.core.database.password-file cannot be read: " + passwordFile, e);
            }
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * @param partitions of topics that are made
     * @param replicationFactor of topics that are made; the broker's default when absent
     * @param retention of topics that are made; for ever when absent, so that they are complete
     * @param client more settings of Kafka's clients, for example of security
     */
    public record Kafka(
            String bootstrapServers,
            @DefaultValue("4") int partitions,
            @Nullable Short replicationFactor,
            @Nullable Duration retention,
            @DefaultValue Map<String, String> client) {

        public Kafka {
            require(bootstrapServers, "rollbook.core.kafka.bootstrap-servers");
            if (partitions < 1) {
                throw new IllegalArgumentException(
                        "rollbook.core.kafka.partitions must be 1 or more.");
            }
            client = Map.copyOf(client);
        }

        public Optional<Short> replication() {
            return Optional.ofNullable(replicationFactor);
        }

        /** The values may be secrets. */
        @Override
        public String toString() {
            return bootstrapServers;
        }
    }

    /**
     * @param deletionGrace how long a tenant can be restored after its deletion has begun
     * @param retentionGrace how long it takes until a log is kept shorter or a lifted hold ends
     */
    public record Tenants(
            @DefaultValue("30d") Duration deletionGrace,
            @DefaultValue("7d") Duration retentionGrace) {

        /** What applies when nothing is set. */
        public static final Duration USUAL_GRACE = Duration.ofDays(30);

        /** The same of {@code retentionGrace}. */
        public static final Duration USUAL_RETENTION_GRACE = Duration.ofDays(7);

        public Tenants {
            requirePositive(deletionGrace, "rollbook.core.tenants.deletion-grace");
            requirePositive(retentionGrace, "rollbook.core.tenants.retention-grace");
        }
    }

    /**
     * @param poll after which the relay looks for what other processes stored
     * @param save how often the position is saved at most
     * @param retry how long it waits after a failure
     */
    public record Relay(
            @DefaultValue("50ms") Duration poll,
            @DefaultValue("50ms") Duration save,
            @DefaultValue("1s") Duration retry) {

        public Relay {
            requirePositive(poll, "rollbook.core.relay.poll");
            requirePositive(save, "rollbook.core.relay.save");
            requirePositive(retry, "rollbook.core.relay.retry");
        }
    }
}
