package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JacksonException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one sender's names do to the documents of others: nothing. */
class SharedNamesTest {

    @Test
    void documentsAreReadAfterOneWhoseNamesCollide() {
        byte[] colliding =
                object(
                        IntStream.range(0, 1 << 16)
                                .mapToObj(SharedNamesTest::sameHash)
                                .toArray(String[]::new));

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> Json.readObject(colliding))
                    .isInstanceOf(JacksonException.class);
            for (int j = 0; j < 50; j++) {
                byte[] innocent = object("userName", "attribute" + i, "some longer name " + i + j);

                assertThat(Json.readObject(innocent).size()).isEqualTo(3);
            }
        }
    }

    /** "Aa" and "BB" have the same hash code, and so has everything that is made of them. */
    private static String sameHash(int i) {
        return Integer.toBinaryString(i | 1 << 17).replace("0", "Aa").replace("1", "BB");
    }

    private static byte[] object(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> "\"" + names[i] + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(UTF_8);
    }
}
