package io.rollbook.audit.odata;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.odata.Expression.And;
import io.rollbook.audit.odata.Expression.Comparison;
import io.rollbook.audit.odata.Expression.Match;
import io.rollbook.audit.odata.Expression.Not;
import io.rollbook.audit.odata.Expression.Operator;
import io.rollbook.audit.odata.Expression.Or;
import io.rollbook.audit.odata.Expression.Place;
import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class FilterParserTest {

    @Test
    void bindsAndTighterThanOrAndNotTightest() {
        assertThat(parsed("a eq '1' or b eq '2' and not c eq '3'"))
                .isEqualTo(
                        new Or(
                                equal("a", "1"),
                                new And(equal("b", "2"), new Not(equal("c", "3")))));
        assertThat(parsed("(a eq '1' or b eq '2') and c eq '3'"))
                .isEqualTo(new And(new Or(equal("a", "1"), equal("b", "2")), equal("c", "3")));
    }

    @Test
    void readsNestedPropertiesFunctionsAndQuotes() {
        assertThat(parsed("contains(sourceIdentity/displayName,'O''Hara')"))
                .isEqualTo(new Match(Place.CONTAINS, "sourceIdentity/displayName", "O'Hara"));
        assertThat(parsed("STARTSWITH( id , '4' )"))
                .isEqualTo(new Match(Place.STARTSWITH, "id", "4"));
        assertThat(parsed("a EQ 'and or ( ,'")).isEqualTo(equal("a", "and or ( ,"));
        assertThat(parsed("a ne null"))
                .isEqualTo(new Comparison("a", Operator.NE, new Literal.Null()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T00:00Z, 2026-03-01T00:00:00Z",
        "2026-03-01T01:00:00+01:00, 2026-03-01T00:00:00Z",
        "2026-03-01T01:00:00 01:00, 2026-03-01T00:00:00Z",
        "2026-02-28T23:00:00.5-01:00, 2026-03-01T00:00:00.5Z",
    })
    void readsTimesAlsoWhenThePlusSignBecameASpace(String text, Instant time) {
        assertThat(parsed("t ge " + text + " and a eq '1'"))
                .isEqualTo(
                        new And(
                                new Comparison("t", Operator.GE, new Literal.Time(time)),
                                equal("a", "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a eq",
                "a eq '1",
                "a eq '1' b",
                "a eq '1')",
                "(a eq '1'",
                "eq '1'",
                "and",
                "a like '1'",
                "length(a) eq '1'",
                "contains(a)",
                "contains('a',a)",
                "a eq b",
                "a eq 2026-13-01T00:00:00Z",
                "a eq 12",
                "a eq '1' and",
                "not",
                "a//b eq '1'",
                "%",
                "a eq \"1\"",
                "a eq 2026-03-01T00:00:00",
                "'a' eq '1'"
            })
    void refusesWhatIsNoFilter(String text) {
        assertThat(FilterParser.parse(text)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesWhatIsTooLargeToBeMeant() {
        assertThat(FilterParser.parse("(".repeat(33) + "a eq '1'" + ")".repeat(33)).toString())
                .contains("at most 32 levels");
        assertThat(FilterParser.parse("not ".repeat(33) + "a eq '1'").toString())
                .contains("at most 32 levels");
        assertThat(FilterParser.parse("a eq '1' or ".repeat(64) + "a eq '1'").toString())
                .contains("at most 64 conditions");
        assertThat(FilterParser.parse("a eq '" + "x".repeat(8_000) + "'").toString())
                .contains("at most 8000 characters");
    }

    private static Expression equal(String property, String text) {
        return new Comparison(property, Operator.EQ, new Literal.Text(text));
    }

    private static Expression parsed(String text) {
        return switch (FilterParser.parse(text)) {
            case Outcome.Accepted<Expression>(var expression) -> expression;
            case Outcome.Refused<Expression>(var error) -> throw new AssertionError(error.detail());
        };
    }
}
