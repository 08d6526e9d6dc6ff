package io.rollbook.link.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

class MigrationsTest {

    @Test
    void eachByteAndEachNameCounts() {
        assertThat(Stream.of("one", "two", "renamed").map(MigrationsTest::fingerprint))
                .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameScriptsHaveTheSame() {
        assertThat(fingerprint("one")).isEqualTo(fingerprint("one"));
    }

    private static String fingerprint(String folder) {
        return Migrations.in("migrations/" + folder).fingerprint();
    }
}
