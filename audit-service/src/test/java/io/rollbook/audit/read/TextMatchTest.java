package io.rollbook.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abd",
        "a, b",
        "Zo\u00eb, Zo\u00ec",
        // The code points of surrogates are no characters.
        "x\ud7ff, x\ue000",
        "x\ud83d\ude00, x\ud83d\ude01",
        "x\udbff\udfff, y",
    })
    void whatBeginsAlikeIsARange(String beginning, String end) {
        var begins = new TextMatch.Begins(beginning);

        assertThat(begins.condition("c")).isEqualTo("(c >= ? and c < ?)");
        assertThat(begins.arguments()).containsExactly(beginning, end);
    }

    @ParameterizedTest
    @CsvSource({"\udbff\udfff", "\udbff\udfff\udbff\udfff"})
    void afterTheLastCharacterThereIsNone(String beginning) {
        var begins = new TextMatch.Begins(beginning);

        assertThat(begins.condition("c")).isEqualTo("c >= ?");
        assertThat(begins.arguments()).containsExactly(beginning);
    }
}
