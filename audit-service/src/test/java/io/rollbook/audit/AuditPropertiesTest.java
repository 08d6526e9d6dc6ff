package io.rollbook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

class AuditPropertiesTest {

    private static final String DATABASE = "rollbook.audit.database.";
    private static final String KAFKA = "rollbook.audit.kafka.";

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir private Path folder;

    private final ApplicationContextRunner complete =
            new ApplicationContextRunner()
                    .withUserConfiguration(Bound.class)
                    .withPropertyValues(
                            DATABASE + "url=jdbc:postgresql://host/rollbook",
                            DATABASE + "user=rollbook_audit",
                            DATABASE + "password=secret",
                            KAFKA + "bootstrap-servers=host:9092",
                            "rollbook.audit.integrity.key=" + KEY,
                            "rollbook.audit.integrity.checkpoint-folder=/checkpoints");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuditProperties.class)
    static class Bound {}

    @Test
    void needsLittle() {
        complete.run(
                context -> {
                    var properties = context.getBean(AuditProperties.class);
                    assertThat(properties.kafka().group()).isEqualTo("rollbook-audit");
                    assertThat(properties.database().secret()).isEqualTo("secret");
                    assertThat(properties.toString()).doesNotContain("secret");
                });
    }

    @Test
    void readsThePasswordFromAFile() throws Exception {
        var file = Files.writeString(folder.resolve("password"), "from the file\n");

        assertThat(new AuditProperties.Database("url", "user", file, null, null).secret())
                .isEqualTo("from the file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    database.url=                   | database.url must be set.
                    database.user=                  | database.user must be set.
                    database.password-file=/a       | Set exactly one of
                    database.owner.user=            | database.owner.user must be set.
                    database.owner.user=x           | Set exactly one of
                    integrity.key-file=/a           | Set exactly one of
                    integrity.checkpoint-folder=    | integrity.checkpoint-folder must be set
                    integrity.checkpoint-every=0s   | integrity.checkpoint-every must be longer
                    kafka.bootstrap-servers=        | kafka.bootstrap-servers must be set.
                    kafka.group=                    | kafka.group must be set.
                    kafka.topic=x                   | kafka.topic
                    databse.url=x                   | databse.url
                    """)
    void stopsTheStartWithASentence(String setting, String sentence) {
        complete.withPropertyValues("rollbook.audit." + setting)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining(sentence));
    }

    @Test
    void saysWhatIsMissingAltogether() {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining(
                                                "rollbook.audit.database.url must be set."));
    }
}
