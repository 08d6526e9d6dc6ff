package io.rollbook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page for subscribers shows what is compiled, run and published, not something like it. */
class ConsumerDocsTest {

    private static final Path PAGE = Path.of("../docs/consumers/README.md");
    private static final Path CONSUMER =
            Path.of("src/test/java/io/rollbook/contract/FirstConsumer.java");

    @ParameterizedTest
    @EnumSource
    void showsEachEventWithItsGoldenFile(EventType type) throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("### `" + type.wireName() + "`")
                .contains("```json\n" + Golden.text(type) + "```");
        for (var text : Golden.withAdditions(type)) {
            assertThat(Files.readString(PAGE)).contains("```json\n" + text + "```");
        }
    }

    @Test
    void showsTheConsumerThatIsRun() throws IOException {
        var source = Files.readString(CONSUMER);

        assertThat(Files.readString(PAGE))
                .contains("```java\n" + source.substring(source.indexOf("import ")) + "```");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.DIRECTORY, Topics.ATTEMPTS})
    void namesTheTopic(String topic) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| `" + topic + "` |");
    }
}
