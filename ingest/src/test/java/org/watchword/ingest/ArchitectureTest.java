package org.watchword.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchword.ingest");

    @Test
    void ingestKnowsNoOtherRoomButModel() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.watchword.analyze..",
                        "org.watchword.index..",
                        "org.watchword.desk..",
                        "org.watchword.app..")
                .check(CLASSES);
    }

    @Test
    void wordsOfPagesAreMadeSmallInBoundedMemory() {
        noClasses()
                .that()
                .resideInAnyPackage("..extract..", "..page..", "..discover..", "..robots..")
                .and()
                .areNotEnums()
                .should()
                .callMethod(String.class, "toLowerCase", Locale.class)
                .because("a string of capital dotted I takes squares of its length: LowerCase.of does not")
                .check(CLASSES);
    }

    @Test
    void jsoupStaysInExtractAndDiscover() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.watchword.ingest.extract..", "org.watchword.ingest.discover..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jsoup..")
                .check(CLASSES);
    }

    @Test
    void kafkaStaysInPublishAndFleet() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.watchword.ingest.publish..", "org.watchword.ingest.fleet..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void sqlStaysInFrontier() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchword.ingest.frontier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void cryptographyStaysInCustody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchword.ingest.custody..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.watchword.ingest.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void timeComesFromAnInstantSource() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    }

    /** A rule that cannot hold must fail, or those above prove nothing. */
    @Test
    void canaryFails() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAPackage("java..")
                .check(CLASSES));
    }
}
