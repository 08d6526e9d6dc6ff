package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.folder.DataFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class StartOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1    | 9092  | 0     | There is no port -1 for HTTP",
                "8080  | 65536 | 0     | There is no port 65536 for Kafka",
                "8080  | 9092  | 70000 | There is no port 70000 for PostgreSQL",
                "8080  | 8080  | 0     | HTTP and Kafka cannot both have port 8080",
                "8080  | 9092  | 8080  | HTTP and PostgreSQL cannot both have port 8080",
                "8080  | 9092  | 9092  | Kafka and PostgreSQL cannot both have port 9092"
            })
    void refusesPortsThatCannotBe(int http, int kafka, int postgres, String sentence) {
        assertThatThrownBy(() -> options(http, kafka, postgres))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void takesAnyFreeOnesForAll() {
        assertThatCode(() -> options(0, 0, 0)).doesNotThrowAnyException();
        assertThatCode(() -> options(65_535, 1, 0)).doesNotThrowAnyException();
    }

    private static StartOptions options(int http, int kafka, int postgres) {
        return new StartOptions(new DataFolder(Path.of("data")), http, kafka, postgres);
    }
}
