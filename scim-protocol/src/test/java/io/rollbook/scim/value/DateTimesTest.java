package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/** RFC 7643 §2.3.5. */
class DateTimesTest {

    @Test
    @Tag("C2.3.5-2")
    void writesUtcWithMilliseconds() {
        assertThat(DateTimes.format(Instant.parse("2026-03-02T09:15:00.999999999Z")))
                .isEqualTo("2026-03-02T09:15:00.999Z");
        assertThat(DateTimes.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    }

    @ParameterizedTest
    @Tag("C2.3.5-1")
    @CsvSource({
        "2026-03-02T09:15:00Z, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00.5+02:00, 2026-03-02T07:15:00.5Z",
        "2026-03-02T09:15:00-05:30, 2026-03-02T14:45:00Z",
        "2026-03-02T09:15:00, 2026-03-02T09:15:00Z"
    })
    void readsAnyOffset(String text, Instant instant) {
        assertThat(DateTimes.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-02",
                "2026-03-02T09:15",
                "2026-03-02T25:00:00Z",
                "not a date and time",
                "2026-03-02T09:15:00+01:00[Europe/Paris]",
                "2026-03-02T09:15:00Zebra"
            })
    void readsNothingElse(String text) {
        assertThat(DateTimes.parse(text)).isEmpty();
    }
}
