package io.rollbook.verify.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** The examples of RFC 8785. */
class CanonicalJsonTest {

    /** Section 3.2.2 and its result in section 3.2.4. */
    @Test
    void writesTheExampleOfTheStandard() {
        var example =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(JsonReader.read(example))))
                .isEqualTo(
                        "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273"
                            + "223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c3165"
                            + "2d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f"
                            + "227d");
    }

    /** Section 3.2.3: by UTF-16 code units, so that the emoji comes before U+FB33. */
    @Test
    void sortsAsTheStandardDoes() {
        var example =
                """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter",
                 "1": "One", "\\ud83d\\ude00": "Emoji", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """;

        assertThat(
                        JsonReader.asObject(
                                JsonReader.read(CanonicalJson.text(JsonReader.read(example)))))
                .extracting(Map::values)
                .asString()
                .isEqualTo(
                        "[Carriage Return, One, Control, Latin Small Letter O With Diaeresis,"
                                + " Euro Sign, Emoji, Hebrew Letter]");
    }

    /** Appendix B, with the doubles as their bits. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
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
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsEcmaScript(String bits, String text) {
        assertThat(CanonicalJson.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740991, 9007199254740991",
        "-42, -42",
        "9007199254740993, 9007199254740992"
    })
    void writesIntegersAsTheDoublesThatTheyAre(long number, String text) {
        assertThat(CanonicalJson.text(number)).isEqualTo(text);
    }

    @Test
    void hasNoFormForWhatIsNoJson() {
        assertThatThrownBy(() -> CanonicalJson.text("\ud800"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(Map.of("at", java.time.Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "01",
                "-",
                "1.",
                "1e",
                "tru",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"open",
                "1 2",
                "{a:1}",
                "1e99999999999",
                "'a'"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(MalformedJson.class);
        var inner = ("{\"a\":" + text + "}").getBytes(StandardCharsets.UTF_8);
        if (!text.contains(",\"a\"")) {
            assertThatThrownBy(() -> JsonReader.readOuter(inner)).isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    void readsWhatIsOutermost() {
        var text =
                "{\"a\": {\"b\": [\"\\\"}\", 1, {}, []]}, \"c\": \"\\u00e9\", \"d\": 7, \"e\": []}";

        assertThat(JsonReader.readOuter(text.getBytes(StandardCharsets.UTF_8)))
                .containsEntry("a", null)
                .containsEntry("c", "é")
                .containsEntry("d", 7L)
                .containsEntry("e", null)
                .hasSize(4);
    }

    @Test
    void refusesHostileDepth() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void isItsOwnCanonicalForm() {
        var canonical = "{\"a\":[1,2.5,\"\\u0000é😀\"],\"b\":{\"c\":null,\"d\":true}}";

        assertThat(CanonicalJson.text(JsonReader.read(canonical.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(canonical);
    }
}
