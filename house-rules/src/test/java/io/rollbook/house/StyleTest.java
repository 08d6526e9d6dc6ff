package io.rollbook.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveModifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.util.List;

class StyleTest {

    private static final List<String> EMPTY_NAMES =
            List.of("Impl", "Util", "Utils", "Helper", "Manager", "Dto");

    @Test
    void namesSaySomething() {
        assertThat(ProductionClasses.all())
                .filteredOn(type -> EMPTY_NAMES.stream().anyMatch(type.getSimpleName()::endsWith))
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    @Test
    void nothingIsInjectedIntoFields() {
        for (var annotation :
                List.of(
                        "org.springframework.beans.factory.annotation.Autowired",
                        "org.springframework.beans.factory.annotation.Value",
                        "jakarta.inject.Inject",
                        "jakarta.annotation.Resource")) {
            noFields().should(beAnnotatedWith(annotation)).check(ProductionClasses.all());
        }
    }

    @Test
    void staticStateIsFinal() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.rollbook..")
                .should(haveModifier(JavaModifier.FINAL))
                .check(ProductionClasses.all());
    }

    @Test
    void everyPackageIsNullMarkedAndExplained() {
        assertThat(ProductionClasses.all().stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(
                        folder ->
                                assertThat(folder.isAnnotatedWith(NullMarked.class))
                                        .as(folder.getName())
                                        .isTrue());
    }

    @Test
    void nobodyUsesTheBoxedTimeOfThePast() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.SimpleDateFormat")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .check(ProductionClasses.all());
    }
}
