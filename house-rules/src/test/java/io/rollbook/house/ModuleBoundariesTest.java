package io.rollbook.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

class ModuleBoundariesTest {

    static Stream<Arguments> rules() {
        return ModuleBoundaries.all().entrySet().stream()
                .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String law, ArchRule rule) {
        rule.because(law).check(ProductionClasses.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scim",
                "contract",
                "link",
                "embedded",
                "provisioning",
                "projections",
                "audit",
                "verify",
                "gateway",
                "standalone"
            })
    void seesTheClassesOfEachModule(String module) {
        assertThat(ProductionClasses.all())
                .as("classes of io.rollbook.%s", module)
                .anyMatch(type -> type.getPackageName().startsWith("io.rollbook." + module));
    }
}
