package org.watchword.analyze;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The walls around language work. */
class LanguageWallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.analyze");

    private static ArchRule openNlpStaysIn(String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("opennlp..");
    }

    @Test
    void openNlpLivesInOnePackage() {
        openNlpStaysIn("org.watchword.analyze.nlp..").check(CLASSES);
    }

    @Test
    void languageWorkKnowsNoKafka() {
        noClasses()
                .that()
                .resideInAnyPackage("..text..", "..language..", "..nlp..", "..entity..", "..quote..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void wordsOfTextsAreMadeSmallInBoundedMemory() {
        noClasses()
                .that()
                .resideInAnyPackage("..language..", "..nlp..", "..entity..", "..quote..", "..opinion..")
                .should()
                .callMethod(String.class, "toLowerCase", Locale.class)
                .because("a string of capital dotted I takes squares of its length: LowerCase.of does not")
                .check(CLASSES);
    }

    @Test
    void canaryFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> openNlpStaysIn("org.watchword.nowhere..").check(CLASSES));
    }
}
