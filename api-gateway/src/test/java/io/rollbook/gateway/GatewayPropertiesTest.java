package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class GatewayPropertiesTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GatewayProperties.class)
    static class Bound {}

    @Test
    void everyDefaultIsKnown() {
        runner.run(
                context ->
                        assertThat(context.getBean(GatewayProperties.class))
                                .isEqualTo(
                                        new GatewayProperties(
                                                null,
                                                null,
                                                List.of(),
                                                DataSize.ofMegabytes(1),
                                                DataSize.ofMegabytes(10),
                                                Duration.ofSeconds(30),
                                                Duration.ofSeconds(2),
                                                Duration.ofSeconds(5),
                                                Duration.ofSeconds(4),
                                                Duration.ofSeconds(1),
                                                10_000,
                                                Duration.ofMillis(250),
                                                true,
                                                null)));
    }

    @Test
    void everySettingCanBeGiven() {
        runner.withPropertyValues(
                        "rollbook.gateway.admin-secret-file=/run/secrets/admin",
                        "rollbook.gateway.public-url=https://scim.example:8443",
                        "rollbook.gateway.trusted-proxies=10.0.0.0/8,::1",
                        "rollbook.gateway.max-body=2MB",
                        "rollbook.gateway.max-group-body=1MB",
                        "rollbook.gateway.body-timeout=10s",
                        "rollbook.gateway.visibility-wait=500ms",
                        "rollbook.gateway.retry-after=1m",
                        "rollbook.gateway.token-known-for=2s",
                        "rollbook.gateway.token-unknown-for=2s",
                        "rollbook.gateway.token-cache-entries=5",
                        "rollbook.gateway.health-kept-for=1s",
                        "rollbook.gateway.access-log=false",
                        "rollbook.gateway.services.core=http://core:1,http://core:2",
                        "rollbook.gateway.services.projections=http://projections:1",
                        "rollbook.gateway.services.audit=http://audit:1",
                        "rollbook.gateway.services.timeout=3s")
                .run(
                        context -> {
                            GatewayProperties bound = context.getBean(GatewayProperties.class);
                            assertThat(bound)
                                    .isEqualTo(
                                            new GatewayProperties(
                                                    Path.of("/run/secrets/admin"),
                                                    URI.create("https://scim.example:8443"),
                                                    List.of("10.0.0.0/8", "::1"),
                                                    DataSize.ofMegabytes(2),
                                                    DataSize.ofMegabytes(1),
                                                    Duration.ofSeconds(10),
                                                    Duration.ofMillis(500),
                                                    Duration.ofMinutes(1),
                                                    Duration.ofSeconds(2),
                                                    Duration.ofSeconds(2),
                                                    5,
                                                    Duration.ofSeconds(1),
                                                    false,
                                                    addresses()));
                            assertThat(bound.largestBody()).isEqualTo(DataSize.ofMegabytes(2));
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-body=0                  | rollbook.gateway.max-body must be",
                "max-group-body=1GB          | rollbook.gateway.max-group-body must be",
                "body-timeout=0s             | rollbook.gateway.body-timeout must be",
                "visibility-wait=1m          | rollbook.gateway.visibility-wait must be",
                "retry-after=0s              | rollbook.gateway.retry-after must be",
                "token-known-for=6s          | rollbook.gateway.token-known-for must be",
                "token-unknown-for=5s        | rollbook.gateway.token-unknown-for must be",
                "token-cache-entries=0       | rollbook.gateway.token-cache-entries must be",
                "health-kept-for=1h          | rollbook.gateway.health-kept-for must be",
                "public-url=https://h/path   | rollbook.gateway.public-url must be",
                "trusted-proxies=proxy.local | is not an IP address or a range",
                "services.core=ftp://core    | rollbook.gateway.services.core must list",
                "services.core=http://core:1 | rollbook.gateway.services.projections must list",
                "max-bodi=1MB                | rollbook.gateway.max-bodi"
            })
    void unsafeOrUnknownSettingStopsTheStart(String setting, String sentence) {
        runner.withPropertyValues("rollbook.gateway." + setting)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .isNotNull()
                                        .rootCause()
                                        .hasMessageContaining(sentence));
    }

    private static ServiceAddresses addresses() {
        return new ServiceAddresses(
                List.of(URI.create("http://core:1"), URI.create("http://core:2")),
                List.of(URI.create("http://projections:1")),
                List.of(URI.create("http://audit:1")),
                Duration.ofSeconds(3),
                Duration.ofHours(1));
    }
}
