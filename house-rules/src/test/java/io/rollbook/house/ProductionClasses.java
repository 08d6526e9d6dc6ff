package io.rollbook.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What the product consists of, read from the modules' class files. */
final class ProductionClasses {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    // What the build derives from the configurations has Spring's style, not ours.
                    .withImportOption(location -> !location.contains("__"))
                    .importPackages("io.rollbook");

    private ProductionClasses() {}

    static JavaClasses all() {
        return CLASSES;
    }
}
