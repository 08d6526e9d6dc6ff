package io.rollbook.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FormatTest {

    private final HouseFormat format = new HouseFormat();

    @Test
    void sourcesAreFormatted() {
        var sources = SourceFiles.below(SourceFiles.root());

        assertThat(sources).isNotEmpty();
        assertThat(sources.parallelStream().filter(file -> !isFormatted(file)))
                .as("run: mvn -q -pl house-rules -am test-compile exec:exec@format")
                .isEmpty();
    }

    @Test
    void noticesAnUnformattedSource() throws FormatterException {
        var source = "class A{int b;}\n";

        assertThat(format.apply(source)).isNotEqualTo(source);
    }

    private boolean isFormatted(Path file) {
        try {
            var source = Files.readString(file);
            return format.apply(source).equals(source);
        } catch (IOException | FormatterException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
