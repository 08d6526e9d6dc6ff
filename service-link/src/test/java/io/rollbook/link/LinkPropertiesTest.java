package io.rollbook.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

class LinkPropertiesTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir Path folder;

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LinkProperties.class)
    static class Bound {}

    @Test
    void keyComesFromAFileWithItsBase64Text() throws Exception {
        Path file = Files.writeString(folder.resolve("link.key"), KEY + "\n");

        runner.withPropertyValues("rollbook.link.key-file=" + file)
                .run(
                        context -> {
                            LinkProperties bound = context.getBean(LinkProperties.class);
                            assertThat(bound.load().secret()).hasSize(32);
                            assertThat(bound.maxMessage()).isEqualTo(DataSize.ofMegabytes(16));
                        });
    }

    @Test
    void keyComesFromTheSettingItselfAndIsNeverShown() {
        runner.withPropertyValues("rollbook.link.key=" + KEY)
                .run(
                        context -> {
                            LinkProperties bound = context.getBean(LinkProperties.class);
                            assertThat(bound.load().secret()).hasSize(32);
                            assertThat(bound.toString()).doesNotContain(KEY);
                            assertThat(bound.load().toString()).isEqualTo("LinkKey[hidden]");
                        });
    }

    @Test
    void noKeyTwoKeysAndUnknownSettingsStopTheStart() {
        refuses("Set exactly one of");
        refuses("Set exactly one of", "rollbook.link.key=" + KEY, "rollbook.link.key-file=/a");
        refuses("rollbook.link.kee", "rollbook.link.key=" + KEY, "rollbook.link.kee=x");
        refuses("max-message must be", "rollbook.link.key=" + KEY, "rollbook.link.max-message=0");
    }

    @Test
    void shortOrMalformedKeysAndMissingFilesAreRefusedWithASentence() {
        assertThatThrownBy(() -> LinkKey.ofText("c2hvcnQ=")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> LinkKey.ofText("%%%")).hasMessageContaining("base64");
        assertThatThrownBy(() -> LinkKey.ofFile(folder.resolve("none")))
                .hasMessageContaining("cannot be read");
    }

    private void refuses(String sentence, String... settings) {
        runner.withPropertyValues(settings)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .isNotNull()
                                        .rootCause()
                                        .hasMessageContaining(sentence));
    }
}
