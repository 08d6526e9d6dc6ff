package io.rollbook.audit.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

class RunTest {

    @ParameterizedTest
    @CsvSource({
        // up to before, numbers as they come, up to where there is no gap then
        "0, 1 2 3, 3",
        "3, 4 5, 5",
        "3, 3 4 4 5, 5",
        "3, 2 3 4, 4",
        "3, 1 2, 3",
        "3, 5 6, 3",
        "3, 5 6 4 5 6 7, 7",
        "0, 1 2 4 5, 2",
        "0, 1 2 4 5 3 4 5, 5"
    })
    void countsWithoutGaps(long before, String numbers, long expected) {
        var run =
                Arrays.stream(numbers.split(" "))
                        .map(Long::valueOf)
                        .reduce(
                                (Run) null,
                                (soFar, number) ->
                                        soFar == null ? Run.of(number) : soFar.and(number),
                                (one, other) -> other);

        assertThat(run.after(before)).isEqualTo(expected);
    }
}
