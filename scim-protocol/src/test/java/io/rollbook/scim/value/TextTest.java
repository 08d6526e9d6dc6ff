package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void isCleanWhenItCanBeStoredAndShown() {
        for (char c = 0; c < 0x3000; c++) {
            check(String.valueOf(c));
            check("Mia " + c + " Okoro");
        }
        for (String text :
                new String[] {"", "😀", "\uD83D", "\uDE00", "a\uD83Db", "é\uDE00\uD83D"}) {
            check(text);
        }
    }

    @Test
    void areCleanByTheBytesOfTheDocument() {
        assertThat(Text.areClean("[\n\t\"Mia Okoro ~!\"]\r".getBytes(UTF_8))).isTrue();
        for (String unclean : new String[] {"\u007f", "\\", "é", "😀", "\u0080"}) {
            for (int before = 0; before < 20; before++) {
                var json = "\"" + "a".repeat(before) + unclean + "b".repeat(20 - before) + "\"";
                assertThat(Text.areClean(json.getBytes(UTF_8))).as(json).isFalse();
            }
        }
        for (int b = 0; b < 0x80; b++) {
            assertThat(Text.areClean(new byte[] {(byte) b}))
                    .as("byte %d", b)
                    .isEqualTo(b != '\\' && b != 0x7f);
        }
    }

    private static void check(String text) {
        assertThat(Text.isClean(text)).isEqualTo(Text.isStorable(text) && !Text.hasControls(text));
    }
}
