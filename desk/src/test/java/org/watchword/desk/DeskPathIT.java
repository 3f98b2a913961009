package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The way of an analyst through the desk, in a real browser: from a search to a saved one. */
class DeskPathIT extends DeskInBrowser {

    private static final int WIDE = 1440;

    @Test
    void fromASearchByAFacetAndAStatementToItsSpeakerAndASavedSearch() {
        page().size(WIDE, 1000);
        open("/?q=velmari");
        click("#facet-category a.option[href*='dehumanization.vermin']");
        await("p", "2 statements");
        browser().findElement(By.partialLinkText("are rats that crawled")).click();

        await("h2", "Why it is marked");
        assertThat(browser().findElement(By.cssSelector(".flag-sentence")).getText())
                .contains("Marek Dravec: this statement likens a group to vermin");
        click(".flag-sentence a");
        await("h1", TestingRules.ID);
        browser().navigate().back();
        click(".standing a");

        await("h1", "Marek Dravec");
        assertThat(browser()
                        .findElement(By.cssSelector("#chart-statements canvas"))
                        .getDomAttribute("aria-label"))
                .contains("Statements by month", "Most in May 2031: 1 flagged, 0 other");
        browser().findElement(By.linkText("Those flagged")).click();

        await("p", "1 statement");
        click(".save summary");
        browser().findElement(By.id("save-name")).sendKeys("Dravec / flagged");
        click(".save button");
        assertThat(browser().findElement(By.id("save-problem")).getText()).contains("letters, digits, spaces");
        WebElement name = browser().findElement(By.id("save-name"));
        assertThat(name.getDomProperty("value")).isEqualTo("Dravec / flagged");
        name.clear();
        name.sendKeys("Dravec flagged");
        click("main form button");
        await("h1", "Dravec flagged");
        browser().findElement(By.linkText("Open the search")).click();
        await("p", "1 statement");
        assertThat(browser().getCurrentUrl()).endsWith("/?status=flagged&speaker=Marek+Dravec");
    }

    @Test
    void aSearchIsSavedAndFoundAgain() {
        page().size(NARROW, 844);
        open("/?q=rats&status=flagged");
        click(".save summary");
        browser().findElement(By.id("save-name")).sendKeys("Rats at the harbour");
        click(".save button");

        await("h1", "Rats at the harbour");
        open("/saved");
        browser().findElement(By.linkText("Rats at the harbour")).click();
        await("p", "1 statement");
        assertThat(page().complaints()).isEmpty();
    }

    @Test
    void theArchivedCopyRunsNothingAndThePageFitsANarrowScreen() throws IOException {
        String rally = SampleIndex.rally().records().get(0).id();
        open("/statements/" + rally + "/copy");
        await("main", "The page as it was.");
        assertThat(browser().executeScript("return window.origin")).isEqualTo("null");

        for (int width : List.of(WIDE, NARROW)) {
            page().size(width, 1000);
            for (String path : List.of(
                    "/",
                    "/speakers",
                    "/speakers/Marek%20Dravec",
                    "/rules",
                    "/rules/" + TestingRules.ID,
                    "/saved",
                    "/batch",
                    "/statements/" + rally)) {
                open(path);
                assertThat(overflow()).as(path + " at " + width).isZero();
                page().shot("path-" + width + path.replaceAll("[^A-Za-z]+", "-"));
            }
        }
        assertThat(page().complaints()).isEmpty();
    }
}
