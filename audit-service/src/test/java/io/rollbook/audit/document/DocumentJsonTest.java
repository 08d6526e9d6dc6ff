package io.rollbook.audit.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

/** What a log meets that has no canonical form; RFC 8785 itself is tested with the verifier. */
class DocumentJsonTest {

    /** A reader that takes numbers for doubles would see another one. */
    @Test
    void writesNumbersThatADoubleCannotHoldAsText() {
        var numbers =
                List.of(
                        9_007_199_254_740_991L,
                        9_007_199_254_740_993L,
                        new BigDecimal("0.1"),
                        new BigDecimal("0.10000000000000000001"),
                        new BigDecimal("1e400"));

        assertThat(DocumentJson.of(numbers))
                .isEqualTo(
                        """
                        [9007199254740991,"9007199254740993",0.1,"0.10000000000000000001","1E+400"]\
                        """);
    }

    @Test
    void replacesWhatCannotBeStored() {
        assertThat(DocumentJson.of("a\u0000b\ud800c\udc00\ud83d\ude00"))
                .isEqualTo("\"a\uFFFDb\uFFFDc\uFFFD\ud83d\ude00\"");
    }
}
