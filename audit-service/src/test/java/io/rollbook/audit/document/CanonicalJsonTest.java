package io.rollbook.audit.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The examples of RFC 8785, and what a log meets beside them. */
class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void writesNumbersAsAppendixBOfTheRfc(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(EcmaNumber.text(value)).isEqualTo(text);
    }

    @Test
    void sortsMembersAndEscapesAsTheRfcDoes() {
        var value =
                JsonMapper.shared()
                        .readValue(
                                """
                                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3],
                                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                                 "literals": [null, true, false]}
                                """,
                                Map.class);

        assertThat(CanonicalJson.of(value))
                .isEqualTo(
                        """
                        {"literals":[null,true,false],\
                        "numbers":[333333333.3333333,1e+30,4.5,0.002],\
                        "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}\
                        """);
    }

    @Test
    void sortsByUtf16CodeUnits() {
        var value = Map.of("€", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "ö", 6);

        assertThat(CanonicalJson.of(value))
                .isEqualTo(
                        """
                        {"\\r":2,"1":4,"ö":6,"€":1,"\ud83d\ude00":5,"\ufb33":3}\
                        """);
    }

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

        assertThat(CanonicalJson.of(numbers))
                .isEqualTo(
                        """
                        [9007199254740991,"9007199254740993",0.1,"0.10000000000000000001","1E+400"]\
                        """);
    }

    @Test
    void replacesWhatCannotBeStored() {
        assertThat(CanonicalJson.of("a\u0000b\ud800c\udc00\ud83d\ude00"))
                .isEqualTo("\"a\uFFFDb\uFFFDc\uFFFD\ud83d\ude00\"");
    }
}
