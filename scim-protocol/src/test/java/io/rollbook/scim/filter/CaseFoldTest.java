package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldTest {

    @ParameterizedTest
    @Tag("X-4")
    @CsvSource({
        "Mia.Okoro@Contoso.EXAMPLE, mia.okoro@contoso.example",
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδος",
        "ΟΔΟς, ΟΔΟΣ",
        "É, e\u0301",
        "ﬁn, FIN",
        "Ǆ, ǆ"
    })
    void makesTextsEqualThatDifferInCaseOnly(String one, String other) {
        assertThat(CaseFold.fold(one)).isEqualTo(CaseFold.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"ı, i", "İ, i", "é, e", "a, b"})
    void keepsDifferentLettersApart(String one, String other) {
        assertThat(CaseFold.fold(one)).isNotEqualTo(CaseFold.fold(other));
    }

    @Property
    void foldedTwiceATextIsTheSame(@ForAll String text) {
        String folded = CaseFold.fold(text);

        assertThat(CaseFold.fold(folded)).isEqualTo(folded);
    }
}
