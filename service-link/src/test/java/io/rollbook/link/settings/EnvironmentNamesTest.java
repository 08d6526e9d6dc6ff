package io.rollbook.link.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class EnvironmentNamesTest {

    record Settings(String maxBody, Nested services) {}

    record Nested(List<String> core, int timeout) {}

    @Test
    void settingsInEachWayOfWritingAreKnown() {
        assertThatCode(
                        () ->
                                check(
                                        "ROLLBOOK_GATEWAY_MAXBODY",
                                        "ROLLBOOK_GATEWAY_MAX_BODY",
                                        "ROLLBOOK_GATEWAY_SERVICES_CORE",
                                        "ROLLBOOK_GATEWAY_SERVICES_CORE_0",
                                        "ROLLBOOK_GATEWAY_SERVICES_TIMEOUT",
                                        "ROLLBOOK_GATEWAYS_OTHER",
                                        "ROLLBOOK_LINK_KEY",
                                        "PATH"))
                .doesNotThrowAnyException();
    }

    @Test
    void misspeltNamesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> check("ROLLBOOK_GATEWAY_MAXBODI", "ROLLBOOK_GATEWAY_SERVICES_CORES"))
                .withMessageContaining("ROLLBOOK_GATEWAY_MAXBODI, ROLLBOOK_GATEWAY_SERVICES_CORES")
                .withMessageContaining("rollbook.gateway");
    }

    private static void check(String... variables) {
        EnvironmentNames.refuseUnknown("rollbook.gateway", Settings.class, List.of(variables));
    }
}
