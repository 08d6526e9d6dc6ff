package io.rollbook.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ProjectionsPropertiesTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final Map<String, String> LEAST =
            Map.of(
                    "database.url", "jdbc:postgresql://db/rollbook",
                    "database.user", "rollbook_projections",
                    "database.password", "secret",
                    "kafka.bootstrap-servers", "kafka:9092",
                    "cursors.key", KEY);

    @Test
    void defaultsAreTheDocumentedOnes() {
        var properties = bind(Map.of());

        assertThat(properties.database().readConnections()).isEqualTo(8);
        assertThat(properties.kafka().group()).isEqualTo("rollbook-projections");
        assertThat(properties.kafka().properties()).isEmpty();
        assertThat(properties.feed().shared()).isTrue();
        assertThat(properties.feed().retryAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(properties.reads().defaultPage()).isEqualTo(100);
        assertThat(properties.reads().maxPage()).isEqualTo(1_000);
        assertThat(properties.reads().maxReferences()).isEqualTo(200_000);
        assertThat(properties.reads().maxRootResults()).isEqualTo(10_000);
        assertThat(properties.reads().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.cursors().timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(properties.core()).isEmpty();
    }

    @Test
    void everySettingIsRead() {
        var properties =
                bind(
                        Map.ofEntries(
                                Map.entry("database.read-connections", "3"),
                                Map.entry("kafka.group", "g"),
                                Map.entry("kafka.properties.security.protocol", "SSL"),
                                Map.entry("feed.shared", "false"),
                                Map.entry("feed.retry-after", "2s"),
                                Map.entry("reads.default-page", "5"),
                                Map.entry("reads.max-page", "6"),
                                Map.entry("reads.max-references", "7"),
                                Map.entry("reads.max-root-results", "9"),
                                Map.entry("reads.timeout", "8s"),
                                Map.entry("cursors.timeout", "2m"),
                                Map.entry("core", "http://core:8080")));

        assertThat(properties.database().readConnections()).isEqualTo(3);
        assertThat(properties.kafka().group()).isEqualTo("g");
        assertThat(properties.kafka().properties()).containsEntry("security.protocol", "SSL");
        assertThat(properties.feed())
                .isEqualTo(new ProjectionsProperties.Feed(false, Duration.ofSeconds(2)));
        assertThat(properties.reads())
                .isEqualTo(
                        new ProjectionsProperties.Reads(5, 6, 7, 9, Duration.ofSeconds(8), null));
        assertThat(properties.cursors().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(properties.cursors().load()).isNotNull();
        assertThat(properties.core()).isEqualTo(List.of(URI.create("http://core:8080")));
    }

    @Test
    void refusesUnsafeSettingsWithSentence() {
        refuses(Map.of("database.password", ""), "exactly one", "database.password-file", "/x");
        refuses(Map.of("reads.default-page", "2000"), "default-page must be between 1");
        refuses(Map.of("reads.max-root-results", "0"), "max-root-results must be at least 1");
        refuses(Map.of("cursors.key-file", "/x"), "exactly one of rollbook.projections.cursors");
        refuses(Map.of("cursors.timeout", "31d"), "cursors.timeout must be between");
        refuses(Map.of("reads.timeout", "0s"), "timeout must be longer");
        refuses(Map.of("feed.retry-after", "-1s"), "retry-after must be longer");
        refuses(Map.of("database.read-connections", "0"), "at least 1");
        refuses(Map.of("kafka.bootstrap-servers", " "), "bootstrap-servers must be set");
    }

    @Test
    void refusesUnknownSettings() {
        assertThatThrownBy(() -> bind(Map.of("reads.max-pages", "7")))
                .rootCause()
                .hasMessageContaining("rollbook.projections.reads.max-pages");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(bind(Map.of()).toString()).doesNotContain("secret").doesNotContain(KEY);
    }

    private static void refuses(Map<String, String> more, String sentence, String... extra) {
        var all = new HashMap<>(more);
        for (int i = 0; i < extra.length; i += 2) {
            all.put(extra[i], extra[i + 1]);
        }
        assertThatThrownBy(() -> bind(all))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(sentence);
    }

    private static ProjectionsProperties bind(Map<String, String> more) {
        var all = new HashMap<>(LEAST);
        all.putAll(more);
        var prefixed = new HashMap<String, String>();
        all.forEach((name, value) -> prefixed.put("rollbook.projections." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bind(
                        "rollbook.projections",
                        Bindable.of(ProjectionsProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
    }
}
