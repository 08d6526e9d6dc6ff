package io.rollbook.projections;

import io.rollbook.projections.cursor.CursorKey;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of the read side.
 *
 * @param core base URLs of the write side's instances, which are asked for a replay when the read
 *     models are rebuilt; not needed in one process
 */
@ConfigurationProperties(prefix = "rollbook.projections", ignoreUnknownFields = false)
public record ProjectionsProperties(
        Database database,
        Kafka kafka,
        @DefaultValue Feed feed,
        @DefaultValue Reads reads,
        Cursors cursors,
        @DefaultValue List<URI> core) {

    public ProjectionsProperties {
        core = List.copyOf(core);
        require(database, "rollbook.projections.database.url");
        require(kafka, "rollbook.projections.kafka.bootstrap-servers");
        require(cursors, "rollbook.projections.cursors.key-file");
    }

    private static void require(@Nullable Object value, String setting) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(setting + " must be set.");
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /**
     * The read side's own role in PostgreSQL, which owns the schema of its name.
     *
     * @param passwordFile a file with the password, the usual way; or else {@code password}
     * @param readConnections how many reads are answered at once
     */
    public record Database(
            String url,
            String user,
            @Nullable Path passwordFile,
            @Nullable String password,
            @DefaultValue("8") int readConnections) {

        public Database {
            require(url, "rollbook.projections.database.url");
            require(user, "rollbook.projections.database.user");
            require(
                    (passwordFile == null) != (password == null),
                    "Set exactly one of rollbook.projections.database.password-file and"
                            + " rollbook.projections.database.password.");
            require(
                    readConnections >= 1,
                    "rollbook.projections.database.read-connections must be at least 1.");
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
                        "rollbook.projections.database.password-file cannot be read: "
                                + passwordFile,
                        e);
            }
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * @param group shared by all instances of this service, and by nothing else
     * @param properties further settings of Kafka's client, for example of its security
     */
    public record Kafka(
            String bootstrapServers,
            @DefaultValue("rollbook-projections") String group,
            @DefaultValue Map<String, String> properties) {

        public Kafka {
            require(bootstrapServers, "rollbook.projections.kafka.bootstrap-servers");
            require(group, "rollbook.projections.kafka.group");
            properties = Map.copyOf(properties);
        }

        @Override
        public String toString() {
            return bootstrapServers;
        }
    }

    /**
     * @param shared whether several instances share the events; a single one that says no is ready
     *     sooner, because it need not agree with others
     * @param retryAfter how long events that cannot be applied rest before they are tried again
     */
    public record Feed(
            @DefaultValue("true") boolean shared, @DefaultValue("500ms") Duration retryAfter) {

        public Feed {
            require(
                    retryAfter.isPositive(),
                    "rollbook.projections.feed.retry-after must be longer than nothing.");
        }
    }

    /**
     * @param defaultPage how many resources a list shows that was asked for no number
     * @param maxPage how many it shows at most
     * @param maxReferences how many members a list of groups shows at most, over all groups
     * @param maxRootResults how many resources a query on all types together may match
     * @param timeout after which a question is given up
     * @param atOnce how many are answered at the same time, of all tenants; the others wait for
     *     their tenant's turn. By default two for each processor, and not more than connections
     */
    public record Reads(
            @DefaultValue("100") int defaultPage,
            @DefaultValue("1000") int maxPage,
            @DefaultValue("200000") int maxReferences,
            @DefaultValue("10000") int maxRootResults,
            @DefaultValue("10s") Duration timeout,
            @Nullable Integer atOnce) {

        public Reads {
            require(
                    atOnce == null || atOnce >= 1,
                    "rollbook.projections.reads.at-once must be at least 1.");
            require(
                    defaultPage >= 1 && defaultPage <= maxPage,
                    "rollbook.projections.reads.default-page must be between 1 and max-page.");
            require(
                    maxReferences >= 1,
                    "rollbook.projections.reads.max-references must be at least 1.");
            require(
                    maxRootResults >= 1,
                    "rollbook.projections.reads.max-root-results must be at least 1.");
            require(
                    timeout.isPositive(),
                    "rollbook.projections.reads.timeout must be longer than nothing.");
        }
    }

    /**
     * @param keyFile a file with the base64 text of a random key, the same for all instances and
     *     after a restart, the usual way; or else {@code key}, the text itself
     * @param timeout how long a cursor is good
     */
    public record Cursors(
            @Nullable Path keyFile, @Nullable String key, @DefaultValue("1h") Duration timeout) {

        public Cursors {
            require(
                    (keyFile == null) != (key == null),
                    "Set exactly one of rollbook.projections.cursors.key-file and"
                            + " rollbook.projections.cursors.key.");
            require(
                    timeout.compareTo(Duration.ofSeconds(1)) >= 0
                            && timeout.compareTo(Duration.ofDays(30)) <= 0,
                    "rollbook.projections.cursors.timeout must be between 1s and 30d.");
        }

        /** Reads the key; throws {@link IllegalArgumentException} when it is none. */
        public CursorKey load() {
            return keyFile != null
                    ? CursorKey.ofFile(keyFile)
                    : CursorKey.ofText(key == null ? "" : key);
        }

        @Override
        public String toString() {
            return "valid for " + timeout;
        }
    }
}
