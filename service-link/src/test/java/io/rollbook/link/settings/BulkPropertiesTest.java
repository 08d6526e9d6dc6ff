package io.rollbook.link.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.scim.bulk.message.BulkLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

class BulkPropertiesTest {

    @Test
    void theDefaultsAreTheStandard() {
        assertThat(bind(Map.of()).limits()).isEqualTo(BulkLimits.STANDARD);
    }

    @Test
    void bothLimitsCanBeSet() {
        var bound =
                bind(
                        Map.of(
                                "rollbook.bulk.max-operations", "50",
                                "rollbook.bulk.max-payload-size", "2KB"));

        assertThat(bound.limits()).isEqualTo(new BulkLimits(50, 2_048));
    }

    @ParameterizedTest
    @CsvSource({
        "max-operations, 0",
        "max-operations, 10001",
        "max-payload-size, 0B",
        "max-payload-size, 65MB"
    })
    void limitsThatMakeNoSenseAreRefused(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("rollbook.bulk." + name, value)))
                .rootCause()
                .hasMessageContaining("rollbook.bulk." + name);
    }

    private static BulkProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(BulkProperties.PREFIX, BulkProperties.class);
    }
}
