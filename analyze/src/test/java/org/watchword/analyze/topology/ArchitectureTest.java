package org.watchword.analyze.topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.analyze");

    @Test
    void onlyTheTopologyKnowsKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchword.analyze.topology..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void topologyKnowsNoLanguageWorkButTheAnalyzer() {
        noClasses()
                .that()
                .resideInAPackage("org.watchword.analyze.topology..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "opennlp..",
                        "org.watchword.analyze.text..",
                        "org.watchword.analyze.quote..",
                        "org.watchword.analyze.rule..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromRecordsAndTheContext() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /** A rule that cannot hold must fail, or those above prove nothing. */
    @Test
    void canaryFails() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> noClasses()
                .that()
                .resideInAPackage("org.watchword.analyze.topology..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES));
    }
}
