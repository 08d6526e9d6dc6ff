package io.rollbook.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.seam.Readiness;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class HealthProbeTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Optional<String>> reason =
            new AtomicReference<>(Optional.empty());
    private final AtomicInteger questions = new AtomicInteger();
    private final Readiness flaky =
            () -> {
                questions.incrementAndGet();
                return reason.get();
            };
    private final HealthProbe probe =
            new HealthProbe(
                    Map.of("flaky", flaky, "steady", Optional::empty),
                    Duration.ofMillis(250),
                    now::get);

    @Test
    void missingPartsAreNamedWithTheirSentences() {
        reason.set(Optional.of("Away."));

        assertThat(probe.missing()).isEqualTo(Map.of("flaky", "Away."));
    }

    @Test
    void partsAreAskedAgainOnlyAfterAMoment() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(probe.missing()).isEmpty();
        }
        assertThat(questions).hasValue(1);

        reason.set(Optional.of("Away."));
        now.set(Instant.ofEpochMilli(250));

        assertThat(probe.missing()).containsKey("flaky");
    }

    @Test
    void noIsKeptForATenthOfTheMoment() {
        reason.set(Optional.of("Away."));
        assertThat(probe.missing()).containsKey("flaky");
        reason.set(Optional.empty());

        now.set(Instant.ofEpochMilli(24));
        assertThat(probe.missing()).containsKey("flaky");
        now.set(Instant.ofEpochMilli(25));
        assertThat(probe.missing()).isEmpty();
    }

    @Test
    void partThatFailsToAnswerIsMissing() {
        HealthProbe broken =
                new HealthProbe(
                        Map.of(
                                "broken",
                                () -> {
                                    throw new IllegalStateException("secret detail");
                                }),
                        Duration.ZERO,
                        now::get);

        assertThat(broken.missing()).isEqualTo(Map.of("broken", "It gives no answer."));
    }
}
