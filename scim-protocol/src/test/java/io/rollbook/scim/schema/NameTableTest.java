package io.rollbook.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.BinaryNameMatcher;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class NameTableTest {
    private static final List<String> NAMES =
            Stream.concat(
                            Stream.of(
                                    "$ref",
                                    "a",
                                    "ab",
                                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                                    "Länge"),
                            SchemaCatalog.standard().user().attributes().stream()
                                    .map(Attribute::name))
                    .toList();
    private static final NameTable TABLE = new NameTable(NAMES);

    @Test
    void findsEachNameInAnyCaseAndHoweverItIsWritten() {
        for (int place = 0; place < NAMES.size(); place++) {
            String name = NAMES.get(place);
            String lower = name.toLowerCase(Locale.ROOT);
            String upper = name.toUpperCase(Locale.ROOT);
            String escaped = "\\u%04x".formatted((int) name.charAt(0)) + name.substring(1);

            for (String written : List.of(name, lower, upper, escaped)) {
                assertThat(read("{\"" + written + "\":0}")).as(written).containsExactly(place);
                assertThat(read("{\"" + written + "\":\"" + "more ".repeat(30) + "\"}"))
                        .as(written)
                        .containsExactly(place);
            }
        }
    }

    @Test
    void findsNoNameThatIsShorterOrLongerOrEmpty() {
        for (String name : NAMES) {
            String shorter = name.substring(1);
            for (String other : List.of(name + "x", "x" + name, name + "\\u0000", shorter)) {
                if (!NAMES.contains(other)) {
                    assertThat(read("{\"" + other + "\":{\"a\":0,\"userName\":\"\"}}"))
                            .as(other)
                            .hasSize(1)
                            .allMatch(place -> place < 0);
                }
            }
        }
    }

    @Test
    void goesThroughAllMembers() {
        assertThat(
                        read(
                                "{ \"a\" : [1,{\"ab\":2}] , \"nope\":null,"
                                        + " \"ab\":{\"a\":true},\"a\":\"\"}"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(NAMES.indexOf("a")),
                        second -> assertThat(second).isNegative(),
                        third -> assertThat(third).isEqualTo(NAMES.indexOf("ab")),
                        fourth -> assertThat(fourth).isEqualTo(NAMES.indexOf("a")));
        assertThat(read("{}")).isEmpty();
    }

    @Test
    void holdsNamesWhoseHashCodesCollide() {
        List<String> colliding = colliding(200);
        assertThatThrownBy(() -> BinaryNameMatcher.construct(colliding))
                .isInstanceOf(IllegalStateException.class);
        NameTable table = new NameTable(colliding);

        for (int place = 0; place < colliding.size(); place++) {
            String json = "{\"" + colliding.get(place) + "\":\"as much as the parser wants\"}";

            assertThat(read(table, json)).containsExactly(place);
            assertThat(table.find(colliding.get(place).toUpperCase(Locale.ROOT))).isEqualTo(place);
        }
    }

    /** Names of eight bytes whose hash codes are the same in all bits that such a table uses. */
    private static List<String> colliding(int count) {
        BinaryNameMatcher hashes = BinaryNameMatcher.construct(List.of("any"));
        int prefix = quad("name");
        return IntStream.range(36 * 36 * 36, 36 * 36 * 36 * 36)
                .mapToObj(number -> Integer.toString(number, 36))
                .filter(digits -> (hashes.calcHash(prefix, quad(digits)) & 0x3FF) == 0)
                .limit(count)
                .map("name"::concat)
                .toList();
    }

    private static int quad(String four) {
        return ByteBuffer.wrap(four.getBytes(UTF_8)).getInt();
    }

    private static List<Integer> read(String json) {
        return read(TABLE, json);
    }

    private static List<Integer> read(NameTable table, String json) {
        List<Integer> places = new ArrayList<>();
        try (JsonParser parser = Json.parser(json.getBytes(UTF_8))) {
            parser.nextToken();
            for (int place = table.next(parser);
                    place != NameTable.END;
                    place = table.next(parser)) {
                places.add(place);
                parser.nextToken();
                parser.skipChildren();
            }
            assertThat(parser.nextToken()).isNull();
        }
        return places;
    }
}
