package org.watchword.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses desk = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.watchword.desk");

    @Test
    void theDeskKnowsNoOtherRoomThanTheIndex() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.watchword.ingest..",
                        "org.watchword.analyze..",
                        "org.watchword.app..",
                        "org.apache.kafka..",
                        "co.elastic..",
                        "opennlp..",
                        "org.jsoup..")
                .check(desk);
    }

    @Test
    void requestsAndPassagesKnowNoWebServer() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..request..",
                        "..passage..",
                        "..account..",
                        "..status..",
                        "..timeline..",
                        "..batch..",
                        "..saved..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "gg.jte..")
                .check(desk);
    }

    @Test
    void onlyWhatIsTakenAwayKnowsTablesAndWorkbooks() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..timeline..", "..batch..", "..desk.review..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dhatim..", "org.apache.commons.csv..")
                .check(desk);
    }

    @Test
    void aBrokenWallIsNoticed() {
        assertThatThrownBy(() -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.javalin..")
                        .check(desk))
                .isInstanceOf(AssertionError.class);
    }
}
