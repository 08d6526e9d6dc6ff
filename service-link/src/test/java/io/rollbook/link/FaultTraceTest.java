package io.rollbook.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTraceTest {

    @Test
    void typesAndPlacesAreShownButNoMessages() {
        var cause = new IllegalStateException("mia@contoso.example is taken");
        var fault = new RuntimeException("rbk_secret", cause);

        assertThat(FaultTrace.of(fault))
                .startsWith("java.lang.RuntimeException\n\tat ")
                .contains("Caused by: java.lang.IllegalStateException")
                .contains("FaultTraceTest.java")
                .doesNotContain("mia")
                .doesNotContain("rbk_");
    }

    @Test
    void circularCausesEnd() {
        var one = new RuntimeException();
        var two = new RuntimeException(one);
        one.initCause(two);

        assertThat(FaultTrace.of(one)).contains("Caused by");
    }
}
