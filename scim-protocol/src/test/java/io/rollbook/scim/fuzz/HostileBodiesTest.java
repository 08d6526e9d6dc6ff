package io.rollbook.scim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The named attacks. The time limit is there to end a test that would never end. */
@Timeout(60)
class HostileBodiesTest {

    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}";

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{\"a\":", "{\"emails\":[", "{\"name\":{\"givenName\":[", "[[{\"x\":"})
    void nestingOfTenThousand(String opening) {
        String deep = opening.repeat(10_000);

        Kernel.answers(deep.getBytes(UTF_8));
        Kernel.answers(("{\"userName\":\"a\",\"name\":" + deep).getBytes(UTF_8));
        Kernel.answers(patch("add", "name", deep));
    }

    @Test
    void aMillionNames() {
        byte[] body = object(IntStream.range(0, 1_000_000).mapToObj(i -> "\"k" + i + "\":1"));

        takesNoMoreThan(64, body);
    }

    @Test
    void aMillionTimesTheSameName() {
        takesNoMoreThan(64, object(IntStream.range(0, 1_000_000).mapToObj(i -> "\"x\":1")));
        takesNoMoreThan(64, object(IntStream.range(0, 1_000_000).mapToObj(i -> "\"title\":\"\"")));
    }

    @Test
    void namesWithEqualHashes() {
        // "Aa" and "BB" have the same hash code, and so has everything that is made of them.
        byte[] body =
                object(
                        IntStream.range(0, 1 << 16)
                                .mapToObj(
                                        i ->
                                                "\""
                                                        + Integer.toBinaryString(i | 1 << 17)
                                                                .replace("0", "Aa")
                                                                .replace("1", "BB")
                                                        + "\":1"));

        takesNoMoreThan(64, body);
    }

    @Test
    void hundredThousandElements() {
        String elements =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "{\"value\":\"" + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]"));

        takesNoMoreThan(64, ("{\"userName\":\"a\",\"emails\":" + elements + "}").getBytes(UTF_8));
        takesNoMoreThan(
                64, ("{\"displayName\":\"a\",\"members\":" + elements + "}").getBytes(UTF_8));
        takesNoMoreThan(64, patch("add", "emails", elements));
        takesNoMoreThan(64, patch("add", "members", elements));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1e999999999",
                "1E-999999999",
                "0.1e-2147483648",
                "1e99999999999",
                "123456789012345678901234567890",
                "NaN",
                "Infinity",
                "-",
                "01",
                "1.",
                ".5",
                "+1",
                "0x10"
            })
    void numbers(String number) {
        for (String name : new String[] {"userName", "active", "emails", "unknown", "name"}) {
            Kernel.answers(
                    ("{\"userName\":\"a\",\"" + name + "\":" + number + "}").getBytes(UTF_8));
            Kernel.answers(patch("replace", name, number));
        }
    }

    @Test
    void aNumberOfAMillionDigits() {
        String digits = "9".repeat(1_000_000);

        Kernel.answers(("{\"userName\":" + digits + "}").getBytes(UTF_8));
        Kernel.answers(("{\"unknown\":" + digits + "." + digits + "}").getBytes(UTF_8));
        Kernel.answers(patch("add", "active", digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\u0000", "x\\ud83d", "\\ud83dx"})
    void whatUnicodeHasNoCharacterFor(String escaped) {
        for (String name : new String[] {"userName", "emails", "unknown", "name", escaped}) {
            String value = "\"" + escaped + "\"";
            Kernel.answers(("{\"userName\":\"a\",\"" + name + "\":" + value + "}").getBytes(UTF_8));
            Kernel.answers(patch("replace", name, value));
            Kernel.answers(patch("replace", "emails[type eq \\" + "\"" + escaped + "\\\"]", value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff",
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u00f5\u0080\u0080\u0080",
                "\u00e2\u0082"
            })
    void bytesThatAreNotUtf8(String bytes) {
        for (String body :
                new String[] {
                    "{\"userName\":\"" + bytes + "\"}",
                    "{\"" + bytes + "\":1}",
                    bytes + "{}",
                    "{}" + bytes
                }) {
            Kernel.answers(body.getBytes(ISO_8859_1));
        }
        Kernel.answers(
                PATCH.formatted("{\"op\":\"add\",\"path\":\"" + bytes + "\",\"value\":1}")
                        .getBytes(ISO_8859_1));
    }

    @Test
    void everyBeginningOfAMessage() {
        for (byte[] body : Corpus.BODIES) {
            for (int length = 0; length < body.length; length++) {
                Kernel.answers(Arrays.copyOf(body, length));
            }
        }
    }

    @Test
    void aValueOfAMegabyte() {
        String text = "ß".repeat(500_000);

        takesNoMoreThan(64, ("{\"userName\":\"" + text + "\"}").getBytes(UTF_8));
        takesNoMoreThan(64, patch("add", "title", "\"" + text + "\""));
        takesNoMoreThan(64, patch("add", text, "1"));
        takesNoMoreThan(64, patch("add", "emails[type eq \\\"" + text + "\\\"].value", "\"x\""));
    }

    private static void takesNoMoreThan(int timesItsSize, byte[] body) {
        // Four readings each of a creation and of a patch.
        assertThat(Kernel.allocatedBy(() -> Kernel.answers(body)) / 8)
                .isLessThan((long) timesItsSize * body.length + 1_000_000);
    }

    private static byte[] object(Stream<String> members) {
        return members.collect(Collectors.joining(",", "{", "}")).getBytes(UTF_8);
    }

    private static byte[] patch(String op, String path, String value) {
        return PATCH.formatted(
                        "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}".formatted(op, path, value))
                .getBytes(UTF_8);
    }
}
