package org.watchword.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.model");

    @Test
    void modelKnowsTheJdkAndAnnotationsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.watchword.model..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .check(CLASSES);
    }

    /** A rule that cannot hold must fail, or the one above proves nothing. */
    @Test
    void canaryFails() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAPackage("java..")
                .check(CLASSES));
    }
}
