package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static void check(String text) {
        assertThat(Text.isClean(text)).isEqualTo(Text.isStorable(text) && !Text.hasControls(text));
    }
}
