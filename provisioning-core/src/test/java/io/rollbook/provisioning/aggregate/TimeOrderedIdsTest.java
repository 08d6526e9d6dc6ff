package io.rollbook.provisioning.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class TimeOrderedIdsTest {

    @Test
    @Tag("C3.1-1")
    @Tag("C9.3-1")
    void idsAreUuidsOfVersionSevenThatSortByTime() {
        var millis = new AtomicLong(Instant.parse("2026-03-02T09:15:00Z").toEpochMilli());
        InstantSource clock = () -> Instant.ofEpochMilli(millis.getAndIncrement());
        var ids = new TimeOrderedIds(clock, RandomGenerator.getDefault());

        var made = Stream.generate(ids).limit(1_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(TimeOrderedIds::isWellFormed);
        assertThat(made)
                .map(UUID::fromString)
                .allMatch(uuid -> uuid.version() == 7 && uuid.variant() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mia",
                "01a20a26-65ee-725a-ae7e-def5ece5261",
                "01a20a26-65ee-725a-ae7e-def5ece526111",
                "01a20a26x65ee-725a-ae7e-def5ece52611",
                "01a20a26-65ee-725a-ae7e-def5ece5261\0",
                "01a20a26-65ee-725a-ae7e-def5ece5261١"
            })
    void whatCannotBeAnIdIsTold(String text) {
        assertThat(TimeOrderedIds.isWellFormed(text)).isFalse();
    }
}
