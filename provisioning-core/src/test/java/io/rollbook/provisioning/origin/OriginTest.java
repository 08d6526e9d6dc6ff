package io.rollbook.provisioning.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class OriginTest {

    private static final Origin WHOLE =
            new Origin(
                    "t-1",
                    "r-1",
                    3,
                    ActorKind.CONNECTION,
                    "c-1",
                    "k-1",
                    Instant.parse("2026-03-02T09:15:00.000001Z"),
                    "e-1",
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                    List.of("password", "urn:contoso:shoes:size"));

    @Test
    void metaDataHoldsAllOfIt() {
        assertThat(WHOLE.toMetaData()).containsOnlyKeys(Origin.KEYS);
        assertThat(Origin.of(WHOLE.toMetaData())).isEqualTo(WHOLE);
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        var reaction =
                new Origin("t-1", "r-1", 0, ActorKind.SYSTEM, "x", null, Instant.EPOCH, null, null);

        assertThat(reaction.toMetaData())
                .doesNotContainKeys("tokenId", "causedBy", "traceparent", "ignored");
        assertThat(Origin.of(reaction.toMetaData())).isEqualTo(reaction);
    }

    @Test
    void aMessageOfNobodyIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Origin.of(Map.of("tenant", "t-1")));
    }
}
