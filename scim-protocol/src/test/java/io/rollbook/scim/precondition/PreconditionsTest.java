package io.rollbook.scim.precondition;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.precondition.Preconditions.Verdict;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                " * ",
                "W/\"3\"",
                "\"3\"",
                "W/\"1\", W/\"3\"",
                "W/\"1\",\"3\"",
                ", ,\t\"3\" ,",
                "\"a,b\", W/\"3\""
            })
    @Tag("P3.14-4")
    @Tag("P3.14-5")
    void aListOfTagsNamesTheVersionInEachForm(String header) {
        assertThat(Preconditions.ifMatch(header).check(3, "state"))
                .isEqualTo(Outcome.accepted("state"));
        assertThat(excluding(header).ofRead(3)).isEqualTo(Verdict.NOT_MODIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"4\"",
                "3",
                "",
                "W/\"33\"",
                "\"*\"",
                "W/",
                "w/\"3\"",
                "\"a,\"3\",b\"",
                "\"",
                "\"3",
                "*, \"4\""
            })
    void whatIsNoTagOfTheVersionDoesNotNameIt(String header) {
        assertThat(statusOf(Preconditions.ifMatch(header).check(3, "state"))).isEqualTo(412);
        assertThat(excluding(header).ofRead(3)).isEqualTo(Verdict.SHOW);
    }

    @Test
    void withoutHeadersEveryVersionWillDo() {
        assertThat(Preconditions.NONE.check(3, "state")).isEqualTo(Outcome.accepted("state"));
        assertThat(Preconditions.NONE.ofRead(3)).isEqualTo(Verdict.SHOW);
        assertThat(Preconditions.NONE.isConditional()).isFalse();
        assertThat(Preconditions.ifMatch("*").isConditional()).isFalse();
        assertThat(Preconditions.ifMatch("\"1\"").isConditional()).isTrue();
    }

    @Test
    void aWriteIsRefusedForAVersionThatIsExcluded() {
        assertThat(statusOf(excluding("W/\"3\"").check(3, "state"))).isEqualTo(412);
        assertThat(statusOf(excluding("*").check(3, "state"))).isEqualTo(412);
        assertThat(excluding("W/\"2\"").check(3, "state")).isEqualTo(Outcome.accepted("state"));
    }

    @Test
    void ifMatchIsAskedFirst() {
        var both = new Preconditions(EntityTags.parse("\"1\""), EntityTags.parse("\"3\""));

        assertThat(both.ofRead(3)).isEqualTo(Verdict.FAILED);
        assertThat(both.ofRead(1)).isEqualTo(Verdict.SHOW);
    }

    private static Preconditions excluding(String header) {
        return new Preconditions(null, EntityTags.parse(header));
    }

    private static int statusOf(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<?> _ -> 200;
            case Outcome.Refused<?>(ScimError error) -> error.status();
        };
    }
}
