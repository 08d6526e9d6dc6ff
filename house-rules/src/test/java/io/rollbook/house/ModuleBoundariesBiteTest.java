package io.rollbook.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.stream.Stream;

/** Proves each boundary by a class that crosses it. */
class ModuleBoundariesBiteTest {

    private static final Map<String, String> CROSSINGS =
            Map.ofEntries(
                    Map.entry(
                            "the kernel knows the JDK, Jackson and nullness only",
                            "scim.violation.KernelUsesSpring"),
                    Map.entry(
                            "the contract knows the JDK, Jackson's annotations and nullness only",
                            "contract.violation.ContractUsesKafka"),
                    Map.entry(
                            "the verifier knows the JDK and nullness only",
                            "verify.violation.VerifierUsesContract"),
                    Map.entry(
                            "the write side knows no other service",
                            "provisioning.violation.CoreUsesReadSide"),
                    Map.entry(
                            "the contract enters the write side through publish alone",
                            "provisioning.violation.CoreUsesContract"),
                    Map.entry(
                            "the read side knows no other service",
                            "projections.violation.ReadSideUsesCore"),
                    Map.entry(
                            "the audit knows no other service", "audit.violation.AuditUsesGateway"),
                    Map.entry(
                            "the audit sees the seam of the kernel, not its inside",
                            "audit.violation.AuditUsesFilters"),
                    Map.entry(
                            "the gateway knows no service",
                            "gateway.violation.GatewayUsesContract"),
                    Map.entry("the link knows no service", "link.violation.LinkUsesKafka"),
                    Map.entry(
                            "Axon stays on the write side",
                            "projections.violation.ReadSideUsesAxon"),
                    Map.entry(
                            "the link and the gateway make no schemas but in one place",
                            "link.violation.LinkUsesFlyway"),
                    Map.entry(
                            "nobody depends on standalone", "audit.violation.AuditUsesStandalone"),
                    Map.entry(
                            "embedded servers are for standalone and tests",
                            "gateway.violation.GatewayUsesEmbedded"));

    static Stream<Arguments> crossings() {
        return CROSSINGS.entrySet().stream()
                .map(crossing -> Arguments.of(crossing.getKey(), crossing.getValue()));
    }

    @Test
    void everyRuleHasACrossing() {
        assertThat(CROSSINGS.keySet()).isEqualTo(ModuleBoundaries.all().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crossings")
    void catches(String law, String crossing) throws ClassNotFoundException {
        var rule = ModuleBoundaries.all().get(law);
        var offender =
                new ClassFileImporter().importClasses(Class.forName("io.rollbook." + crossing));

        assertThatThrownBy(() -> rule.check(offender))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(crossing);
    }
}
