package org.watchword.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.app");

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.watchword.app.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheEmbeddedBrokerKnowsTheBrokersCode() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchword.app.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..")
                .check(CLASSES);
    }

    @Test
    void onlyTheSampleOutletServesPages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchword.app.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .check(CLASSES);
    }

    @Test
    void settingsKnowNeitherServersNorRoles() {
        noClasses()
                .that()
                .resideInAPackage("org.watchword.app.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.watchword.app.line..", "org.watchword.app.embedded..")
                .check(CLASSES);
    }

    @Test
    void onlyTheInstrumentsKnowTheMetricsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchword.app.observe..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
    }

    /** A rule that cannot hold must fail, or the ones above prove nothing. */
    @Test
    void canaryFails() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> noClasses()
                .that()
                .resideInAPackage("org.watchword.app.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kafka..")
                .check(CLASSES));
    }
}
