package io.rollbook.provisioning.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "W/\"3\"", "\"3\"", "W/\"1\", W/\"3\"", "W/\"1\",\"3\""})
    void matchesTheVersionInEachForm(String header) {
        assertThat(IfMatch.parse(header).check(3, "state")).isEqualTo(Outcome.accepted("state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"4\"", "3", "", "W/\"33\"", "\"*\""})
    void matchesNoOther(String header) {
        assertThat(IfMatch.parse(header).check(3, "state")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void withoutHeaderEveryVersionWillDo() {
        assertThat(IfMatch.parse(null)).isEqualTo(IfMatch.ANYTHING);
    }
}
