package io.rollbook.verify.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.verify.merkle.Hash;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Two links whose hashes were computed by another program. */
class ChainVectorsTest {

    private static final String FIRST =
            "159ef391e9e32d6ef6992123ca35aa0ff8df0564418325510d0bfd569fa17e09";
    private static final String SECOND =
            "9264708ecf0ac9060e5631b669a36d9ac73ccff616448565328b1016b0f2cef6";

    @Test
    void linksAsTheVectorsSay() {
        var first =
                ChainedDocument.after(Hash.ZERO, 1, Map.of("tenant", "acme", "type", "created"));
        var second =
                ChainedDocument.after(
                        first.hash(), 2, Map.of("tenant", "acme", "type", "deactivated"));

        assertThat(first.text())
                .isEqualTo(
                        "{\"prev\":\"%s\",\"seq\":1,\"tenant\":\"acme\",\"type\":\"created\"}"
                                .formatted("0".repeat(64)));
        assertThat(first.hash().hex()).isEqualTo(FIRST);
        assertThat(second.hash().hex()).isEqualTo(SECOND);
    }

    @Test
    void isReadAsItWasExportedHoweverItIsSpelled() {
        var document =
                ChainedDocument.after(
                        Hash.ZERO, 1, Map.of("tenant", "acme", "stream", "directory", "a", "é"));
        var respelled =
                document.exported().replace(",", " ,\t").replace("é", "\\u00e9").replace("1", "1");

        for (var line : new String[] {document.exported(), respelled}) {
            var read = ChainLine.read(line.getBytes(StandardCharsets.UTF_8));
            assertThat(read.hash()).isEqualTo(document.hash()).isEqualTo(read.stated());
            assertThat(read.previous()).isEqualTo(Hash.ZERO);
            assertThat(read.seq()).isEqualTo(1);
        }
    }

    @Test
    void keepsItsOwnMembersToItself() {
        for (var taken : new String[] {"seq", "prev", "hash"}) {
            assertThatThrownBy(() -> ChainedDocument.after(Hash.ZERO, 1, Map.of(taken, "x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
