package io.rollbook.provisioning.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class TimesTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T10:15:30.120Z");

    private final Times times = new Times();

    @Test
    void comeBackAsTheyWereWritten() {
        reached(Step.ADMITTED, -20);
        reached(Step.BEGUN, 300);
        reached(Step.STORED, 4_000);

        assertThat(times.text()).isEqualTo("-20 300 - - - - 4000");
        assertThat(Times.parse(times.text()).text()).isEqualTo(times.text());
        assertThat(Times.parse("-20 300 - - - - 4000 5000").at(Step.STORED)).isEqualTo(4_000);
        assertThat(Times.parse("1 2").at(Step.STORED)).isNull();
    }

    /** A command that met another change is decided anew. */
    @Test
    void areThoseOfTheLastTry() {
        reached(Step.BEGUN, 1);
        reached(Step.LOADED, 2);
        reached(Step.REGISTERED, 3);
        reached(Step.LOADED, 4);
        reached(Step.STORED, 5);

        assertThat(times.text()).isEqualTo("- 1 4 - - - 5");
    }

    private void reached(Step step, long micros) {
        times.reached(step, RECEIVED, RECEIVED.plusNanos(micros * 1_000));
    }
}
