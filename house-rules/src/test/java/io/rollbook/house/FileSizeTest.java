package io.rollbook.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hard stops are checkstyle's; this is the taste: most files fit on one screen. */
class FileSizeTest {

    private static final int MEDIAN_LINES = 80;

    @Test
    void halfOfTheFilesFitOnAScreen() {
        var sizes =
                SourceFiles.below(SourceFiles.root()).stream()
                        .filter(file -> file.toString().contains("/src/main/"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .mapToLong(FileSizeTest::lines)
                        .sorted()
                        .toArray();

        assertThat(sizes[sizes.length / 2]).isLessThanOrEqualTo(MEDIAN_LINES);
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
