package io.rollbook.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who may see whom, module by module. */
final class ModuleBoundaries {

    private static final String SCIM = "io.rollbook.scim..";
    private static final String CONTRACT = "io.rollbook.contract..";
    private static final String CORE = "io.rollbook.provisioning..";
    private static final String PROJECTIONS = "io.rollbook.projections..";
    private static final String VERIFY = "io.rollbook.verify..";
    private static final String AUDIT = "io.rollbook.audit..";
    private static final String GATEWAY = "io.rollbook.gateway..";
    private static final String LINK = "io.rollbook.link..";
    private static final String EMBEDDED = "io.rollbook.embedded..";
    private static final String STANDALONE = "io.rollbook.standalone..";
    private static final String BENCHMARKS = "io.rollbook.benchmarks..";
    private static final String AXON = "org.axonframework..";
    private static final String KAFKA = "org.apache.kafka..";

    private ModuleBoundaries() {}

    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("the kernel knows the JDK, Jackson and nullness only", kernel());
        rules.put(
                "the contract knows the JDK, Jackson's annotations and nullness only", contract());
        rules.put("the verifier knows the JDK and nullness only", verifier());
        rules.put("the write side knows no other service", isolated(CORE, PROJECTIONS, AUDIT));
        rules.put("the contract enters the write side through publish alone", publishOnly());
        rules.put("the read side knows no other service", isolated(PROJECTIONS, CORE, AUDIT));
        rules.put("the audit knows no other service", isolated(AUDIT, CORE, PROJECTIONS));
        rules.put("the audit sees the seam of the kernel, not its inside", auditSeesTheSeam());
        rules.put("the gateway knows no service", gateway());
        rules.put("the link knows no service", link());
        rules.put("Axon stays on the write side", axonStays());
        rules.put("the link and the gateway make no schemas but in one place", schemasInOnePlace());
        rules.put("nobody depends on standalone", standaloneIsTheRoof());
        rules.put("embedded servers are for standalone and tests", embeddedIsForStandalone());
        return rules;
    }

    private static ArchRule kernel() {
        return classes()
                .that()
                .resideInAPackage(SCIM)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        SCIM,
                        "java..",
                        "tools.jackson.core..",
                        "tools.jackson.databind..",
                        "org.jspecify..");
    }

    private static ArchRule contract() {
        return classes()
                .that()
                .resideInAPackage(CONTRACT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CONTRACT, "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..");
    }

    private static ArchRule verifier() {
        return classes()
                .that()
                .resideInAPackage(VERIFY)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(VERIFY, "java..", "org.jspecify..");
    }

    private static ArchRule isolated(String service, String firstOther, String secondOther) {
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(firstOther, secondOther, GATEWAY);
    }

    private static ArchRule publishOnly() {
        return noClasses()
                .that()
                .resideInAPackage(CORE)
                .and()
                .resideOutsideOfPackage("io.rollbook.provisioning.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONTRACT);
    }

    private static ArchRule auditSeesTheSeam() {
        return noClasses()
                .that()
                .resideInAPackage(AUDIT)
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage(SCIM)
                                .and(
                                        JavaClass.Predicates.resideOutsideOfPackages(
                                                "io.rollbook.scim.seam..",
                                                "io.rollbook.scim.error..")));
    }

    private static ArchRule gateway() {
        return noClasses()
                .that()
                .resideInAPackage(GATEWAY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, PROJECTIONS, AUDIT, CONTRACT, KAFKA);
    }

    private static ArchRule link() {
        return noClasses()
                .that()
                .resideInAPackage(LINK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, PROJECTIONS, AUDIT, GATEWAY, CONTRACT, KAFKA);
    }

    private static ArchRule axonStays() {
        return noClasses()
                .that()
                .resideInAPackage("io.rollbook..")
                .and()
                .resideOutsideOfPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(AXON);
    }

    /** Flyway comes with the services that have a database; the gateway has the link and none. */
    private static ArchRule schemasInOnePlace() {
        return noClasses()
                .that()
                .resideInAnyPackage(LINK, GATEWAY)
                .and()
                .resideOutsideOfPackage("io.rollbook.link.schema")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..");
    }

    private static ArchRule standaloneIsTheRoof() {
        return noClasses()
                .that()
                .resideInAPackage("io.rollbook..")
                .and()
                .resideOutsideOfPackages(STANDALONE, BENCHMARKS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STANDALONE);
    }

    private static ArchRule embeddedIsForStandalone() {
        return noClasses()
                .that()
                .resideInAPackage("io.rollbook..")
                .and()
                .resideOutsideOfPackages(STANDALONE, BENCHMARKS, EMBEDDED)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(EMBEDDED);
    }
}
