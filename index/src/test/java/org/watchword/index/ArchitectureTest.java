package org.watchword.index;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.index");

    @Test
    void indexSeesTheModelAndNoOtherRoom() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.watchword.ingest..",
                        "org.watchword.analyze..",
                        "org.watchword.desk..",
                        "org.watchword.app..")
                .check(CLASSES);
    }

    @Test
    void thePortKnowsNoServer() {
        classes()
                .that()
                .haveSimpleNameStartingWith("Statement")
                .or()
                .haveSimpleNameStartingWith("SearchResult")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.watchword..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromAnInstantSource() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    /** A rule that cannot hold must fail, or the ones above prove nothing. */
    @Test
    void canaryFails() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java..")
                .check(CLASSES));
    }
}
