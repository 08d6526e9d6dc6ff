package io.rollbook.house.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.house.SourceFiles;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

class ConformanceTest {

    private static final Checklist SMALL =
            Checklist.parse(
                    List.of(
                            "# a remark",
                            "## Errors",
                            "A-1 | status is a string",
                            "A-2 | personal | not offered: filters stay out of logs"));

    private final Checkout checkout = new Checkout(SourceFiles.root());

    @Test
    void everyLineHasATest() {
        assertThat(checkout.conformance().unproven()).isEmpty();
    }

    @Test
    void everyTagIsALine() {
        assertThat(checkout.conformance().unknown()).isEmpty();
    }

    @Test
    void linesHaveDifferentNames() {
        assertThat(checkout.conformance().checklist().ids()).doesNotHaveDuplicates();
    }

    @Test
    void theDocumentIsUpToDate() throws IOException {
        assertThat(Files.readString(checkout.document()))
                .as("run: mvn -q -pl house-rules -am test-compile exec:exec@conformance")
                .isEqualTo(checkout.conformance().document());
    }

    @Test
    void noticesALineWithoutATestAndATagWithoutALine() {
        var tests = TagScanner.scan("T.java", "@Tag(\"A-3\")\nclass T {\n");
        var conformance = new Conformance(SMALL, tests, Set.of());

        assertThat(conformance.unproven()).containsExactly("A-1");
        assertThat(conformance.unknown()).extracting(Tagged::id).containsExactly("A-3");
        assertThat(new Conformance(SMALL, tests, Set.of("A-1")).unproven()).isEmpty();
    }

    @Test
    void namesTheClassOrTheMethod() {
        var source =
                """
                @Tag("A-1")
                class T {
                    @Test
                    @Tag("A-1")
                    @Tag("A-2")
                    void m() {}

                    void other() {}
                """;

        assertThat(TagScanner.scan("T.java", source))
                .extracting(test -> test.id() + " " + test.name())
                .containsExactly("A-1 T", "A-1 T#m", "A-2 T#m");
    }

    @Test
    void doesNotTakeALineAwayWithoutAReason() {
        assertThatThrownBy(() -> Checklist.parse(List.of("## A", "A-1 | x | not offered: ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
