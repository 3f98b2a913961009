package org.watchword.ingest.extract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ExtractWallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.ingest.extract");

    @Test
    void extractionKnowsPagesAndNothingOfFetchingOrPublishing() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.watchword.ingest.extract..",
                        "org.watchword.ingest.page..",
                        "org.watchword.model..",
                        "java..",
                        "org.jsoup..",
                        "crawlercommons.domains..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.slf4j..",
                        "org.jspecify..")
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
