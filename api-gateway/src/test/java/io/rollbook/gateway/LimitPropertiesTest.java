package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.limit.Allowance;
import io.rollbook.gateway.limit.Forbearance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

class LimitPropertiesTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LimitProperties.class)
    static class Bound {}

    @Test
    void everyDefaultIsKnown() {
        runner.run(
                context -> {
                    LimitProperties limits = context.getBean(LimitProperties.class);
                    assertThat(limits.connection()).isEqualTo(new Allowance(50, 100, 16));
                    assertThat(limits.tenant().allowance()).isEqualTo(new Allowance(100, 200, 32));
                    assertThat(limits.concurrentRequests()).isEqualTo(256);
                    assertThat(limits.refusals())
                            .isEqualTo(new Forbearance(50, 100, Duration.ofSeconds(1)));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection.requests-per-second=0 | requests-per-second must be",
                "tenant.burst=0                   | burst must be",
                "connection.concurrent-requests=0 | concurrent-requests must be",
                "concurrent-requests=0            | rollbook.limits.concurrent-requests must be",
                "report-every=0s                  | rollbook.limits.report-every must be",
                "head-timeout=1h                  | rollbook.limits.head-timeout must be",
                "refusals.burst=0                 | rollbook.limits.refusals",
                "refusals.hold=31s                | rollbook.limits.refusals.hold must be",
                "failures.burst=0                 | rollbook.limits.failures.burst",
                "conection.burst=5                | rollbook.limits.conection"
            })
    void unsafeOrUnknownSettingStopsTheStart(String setting, String sentence) {
        runner.withPropertyValues("rollbook.limits." + setting)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .isNotNull()
                                        .rootCause()
                                        .hasMessageContaining(sentence));
    }
}
