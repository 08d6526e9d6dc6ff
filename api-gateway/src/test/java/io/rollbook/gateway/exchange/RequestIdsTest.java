package io.rollbook.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

class RequestIdsTest {

    private final Random random = new Random(1);

    @Test
    void idIsAUuidOfVersionSevenThatHoldsTheTime() {
        Instant time = Instant.parse("2026-03-02T09:15:00.123Z");

        UUID id = UUID.fromString(RequestIds.at(time, random));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
    }

    @Test
    void idsOfOneInstantDifferAndLaterOnesSortAfter() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(RequestIds.at(Instant.EPOCH, random));
        }

        assertThat(ids).hasSize(10_000);
        assertThat(RequestIds.at(Instant.ofEpochMilli(1), random))
                .isGreaterThan(ids.stream().max(String::compareTo).orElseThrow());
    }
}
