package io.rollbook.projections.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.projections.event.NumberedEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

class TenantProgressTest {

    @Test
    void takesWhatFollowsTheLastAppliedOne() {
        assertThat(outstanding(7, 8, 9)).containsExactly(8L, 9L);
    }

    @Test
    void dropsWhatWasAppliedBefore() {
        assertThat(outstanding(7, 6, 7, 8)).containsExactly(8L);
        assertThat(outstanding(7, 6, 7)).isEmpty();
    }

    @Test
    void dropsWhatComesTwiceInOneBatch() {
        assertThat(outstanding(5, 6, 7, 8, 6, 7, 8, 9)).containsExactly(6L, 7L, 8L, 9L);
    }

    @Test
    void stopsAtAHole() {
        assertThatThrownBy(() -> outstanding(7, 9)).isInstanceOf(MissingEvents.class);
        assertThatThrownBy(() -> outstanding(7, 8, 10)).isInstanceOf(MissingEvents.class);
    }

    private static List<Long> outstanding(long applied, long... numbers) {
        var events =
                LongStream.of(numbers)
                        .mapToObj(number -> new NumberedEvent("t", number, Instant.EPOCH, null))
                        .toList();
        return TenantProgress.outstanding(applied, events).stream()
                .map(NumberedEvent::number)
                .toList();
    }
}
