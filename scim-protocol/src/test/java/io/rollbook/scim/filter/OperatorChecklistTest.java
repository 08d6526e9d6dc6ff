package io.rollbook.scim.filter;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operator on every type (RFC 7644 §3.4.2.2, table 3). */
class OperatorChecklistTest {

    private static final Things THINGS = new Things();

    @Test
    @Tag("T4.2-eq-string")
    void eqComparesStringsByTheirCaseRule() {
        THINGS.matches("text eq \"STRASSE ADA\"", "exact eq \"Ada\"");
        THINGS.differs("exact eq \"ADA\"", "text eq \"ada\"");
    }

    @Test
    @Tag("T4.2-ne-string")
    void neComparesStringsByTheirCaseRule() {
        THINGS.matches("exact ne \"ADA\"", "none ne \"x\"");
        THINGS.differs("text ne \"STRASSE ADA\"");
    }

    @Test
    @Tag("T4.2-co-string")
    void partsOfStringsAreFoundByTheirCaseRule() {
        THINGS.matches(
                "text co \"SSE A\"",
                "text sw \"STRA\"",
                "text ew \"ADA\"",
                "exact co \"\"",
                "exact sw \"A\"");
        THINGS.differs("exact co \"D\"", "exact sw \"a\"", "exact ew \"A\"", "none co \"\"");
    }

    @Test
    @Tag("T4.2-gt-string")
    void stringsAreOrderedByTheirCaseRule() {
        THINGS.matches(
                "text gt \"STRASSE\"",
                "text ge \"strasse ada\"",
                "exact lt \"a\"",
                "text le \"T\"");
        THINGS.differs("exact gt \"a\"", "none lt \"z\"");
    }

    @Test
    @Tag("T4.2-pr-string")
    void aStringIsPresentWhenItIsNotEmpty() {
        THINGS.matches("text pr");
        THINGS.differs("none pr", "empty pr");
    }

    @Test
    @Tag("T4.2-eq-boolean")
    void eqComparesBooleans() {
        THINGS.matches("flag eq false");
        THINGS.differs("flag eq true");
    }

    @Test
    @Tag("T4.2-ne-boolean")
    void neComparesBooleans() {
        THINGS.matches("flag ne true");
        THINGS.differs("flag ne false");
    }

    @Test
    @Tag("T4.2-co-boolean")
    void booleansHaveNoParts() {
        THINGS.refuses("flag co true", "flag sw true", "flag ew true");
    }

    @Test
    @Tag("T4.2-gt-boolean")
    void booleansHaveNoOrder() {
        THINGS.refuses("flag gt true", "flag ge true", "flag lt true", "flag le true");
    }

    @Test
    @Tag("T4.2-pr-boolean")
    void falseIsPresent() {
        THINGS.matches("flag pr");
    }

    @Test
    @Tag("T4.2-eq-number")
    void eqComparesNumbersByTheirValue() {
        THINGS.matches("whole eq 5.0", "whole eq 5", "fraction eq 2.5", "fraction eq 25e-1");
        THINGS.differs("whole eq 6");
    }

    @Test
    @Tag("T4.2-ne-number")
    void neComparesNumbersByTheirValue() {
        THINGS.matches("whole ne 6", "fraction ne 2");
        THINGS.differs("whole ne 5.00");
    }

    @Test
    @Tag("T4.2-co-number")
    void numbersHaveNoParts() {
        THINGS.refuses("whole co 5", "fraction sw 2", "whole ew 5");
    }

    @Test
    @Tag("T4.2-gt-number")
    void numbersAreOrderedByTheirValue() {
        THINGS.matches("whole gt 4.9", "whole lt 10", "fraction ge 2.5", "fraction le 2.50");
        THINGS.differs("whole gt 5", "fraction lt -1");
    }

    @Test
    @Tag("T4.2-pr-number")
    void aNumberIsPresent() {
        THINGS.matches("whole pr", "fraction pr");
    }

    @Test
    @Tag("T4.2-eq-dateTime")
    void eqComparesInstants() {
        THINGS.matches("moment eq \"2026-03-02T10:15:00+01:00\"");
        THINGS.differs("moment eq \"2026-03-02T10:15:00Z\"");
    }

    @Test
    @Tag("T4.2-ne-dateTime")
    void neComparesInstants() {
        THINGS.matches("moment ne \"2026-03-02T10:15:00Z\"");
        THINGS.differs("moment ne \"2026-03-02T10:15:00+01:00\"");
    }

    @Test
    @Tag("T4.2-co-dateTime")
    void dateTimesHaveNoParts() {
        THINGS.refuses(
                "moment co \"2026-03-02T10:15:00Z\"", "moment sw \"2026\"", "moment ew \"Z\"");
    }

    @Test
    @Tag("T4.2-gt-dateTime")
    void dateTimesAreOrderedByTime() {
        THINGS.matches(
                "moment gt \"2026-03-02T10:14:59.999+01:00\"",
                "moment le \"2026-03-02T09:15:00Z\"");
        THINGS.differs("moment lt \"2026-03-02T11:15:00+02:00\"");
    }

    @Test
    @Tag("T4.2-pr-dateTime")
    void aDateTimeIsPresent() {
        THINGS.matches("moment pr");
    }

    @Test
    @Tag("T4.2-eq-binary")
    void eqComparesBytes() {
        THINGS.matches("bytes eq \"+/8=\"", "bytes eq \"-_8\"");
        THINGS.differs("bytes eq \"+/9=\"");
    }

    @Test
    @Tag("T4.2-ne-binary")
    void neComparesBytes() {
        THINGS.matches("bytes ne \"+/9=\"");
        THINGS.differs("bytes ne \"-_8\"");
    }

    @Test
    @Tag("T4.2-co-binary")
    void bytesHaveNoParts() {
        THINGS.refuses("bytes co \"+\"", "bytes sw \"+\"", "bytes ew \"=\"");
    }

    @Test
    @Tag("T4.2-gt-binary")
    void bytesHaveNoOrder() {
        THINGS.refuses("bytes gt \"+\"", "bytes ge \"+\"", "bytes lt \"+\"", "bytes le \"+\"");
    }

    @Test
    @Tag("T4.2-pr-binary")
    void bytesArePresent() {
        THINGS.matches("bytes pr");
    }

    @Test
    @Tag("T4.2-eq-reference")
    void eqComparesUrisWithoutTheirVersion() {
        THINGS.matches("link eq \"https://h/Users/1\"", "link eq \"https://h/v2/Users/1\"");
        THINGS.differs("link eq \"https://h/Users/2\"");
    }

    @Test
    @Tag("T4.2-ne-reference")
    void neComparesUrisWithoutTheirVersion() {
        THINGS.matches("link ne \"https://h/Users/2\"");
        THINGS.differs("link ne \"https://h/Users/1\"");
    }

    @Test
    @Tag("T4.2-co-reference")
    void partsOfUrisAreFound() {
        THINGS.matches("link co \"/Users/\"", "link sw \"https:\"", "link ew \"/1\"");
        THINGS.differs("link co \"Groups\"");
    }

    @Test
    @Tag("T4.2-gt-reference")
    void urisAreOrderedAsTexts() {
        THINGS.matches("link gt \"https://h/Users/0\"", "link le \"https://h/Users/1\"");
        THINGS.differs("link lt \"https://h/Users/1\"");
    }

    @Test
    @Tag("T4.2-pr-reference")
    void aUriIsPresent() {
        THINGS.matches("link pr");
    }

    @Test
    @Tag("T4.2-eq-complex")
    void eqComparesTheValueOfAComplexAttribute() {
        THINGS.matches("thing eq \"ADA\"", "things eq \"bob\"");
        THINGS.differs("thing eq \"n\"");
    }

    @Test
    @Tag("T4.2-ne-complex")
    void neComparesTheValueOfAComplexAttribute() {
        THINGS.matches("thing ne \"n\"", "things ne \"bob\"");
        THINGS.differs("thing ne \"ada\"");
    }

    @Test
    @Tag("T4.2-co-complex")
    void partsAreFoundInTheValueOfAComplexAttribute() {
        THINGS.matches("thing co \"D\"", "things sw \"b\"", "things ew \"B\"");
        THINGS.differs("thing co \"n\"");
    }

    @Test
    @Tag("T4.2-gt-complex")
    void aComplexAttributeIsOrderedByItsValue() {
        THINGS.matches("things gt \"b\"", "thing le \"ada\"");
        THINGS.differs("thing gt \"ada\"");
    }

    @Test
    @Tag("T4.2-pr-complex")
    void aComplexAttributeIsPresentWithOnePart() {
        THINGS.matches("thing pr", "things pr", "thing.note pr");
        THINGS.differs("empties pr");
    }
}
