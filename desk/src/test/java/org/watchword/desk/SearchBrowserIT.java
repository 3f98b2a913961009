package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** An analyst's morning in a real browser; skipped where there is no Chromium. */
class SearchBrowserIT extends DeskInBrowser {

    private static final int WIDE = 1280;

    @Test
    void anAnalystTypesAQueryNarrowsItAndOpensAStatement() throws IOException {
        size(WIDE, 1000);
        open("/");
        shot("search-wide");
        browser().findElement(By.id("q")).sendKeys("rats", Keys.ENTER);
        await("p", "2 statements");

        click(".tabs a:nth-child(2)");
        await("p", "1 statement");
        assertThat(browser().getCurrentUrl()).endsWith("/?q=rats&status=flagged");
        shot("search-narrowed");

        click("#facet-category ul .option");
        awaitAddress("category=dehumanization.vermin");
        click(".hit .words a");
        await("h2", "Why it is marked");
        click("details.check summary");
        shot("statement-wide");

        click("a[href*='/documents/']");
        await("h1", "Thousands hear Dravec at harbour rally");
        shot("document-wide");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void keysReachTheQueryAndTheHits() {
        size(WIDE, 900);
        open("/?status=flagged");
        keys("j");
        assertThat(focusedText()).contains("Velmari are rats");
        keys("j");
        assertThat(focusedText()).contains("no such people");
        keys("k");
        keys(Keys.ENTER);
        await("h2", "Why it is marked");
        open("/");
        keys("/");
        assertThat(browser().switchTo().activeElement().getDomAttribute("id")).isEqualTo("q");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void whoWaitsIsToldSo() throws IOException {
        size(WIDE, 900);
        open("/");
        page().slow(3_000);
        try {
            Object told = browser().executeAsyncScript("""
                    const done = arguments[0];
                    document.querySelector('.tabs a:nth-child(2)').click();
                    setTimeout(() => {
                      const line = document.querySelector('.waiting');
                      window.stop();
                      done(line ? line.getAttribute('role') + ': ' + line.textContent : 'nothing');
                    }, 1000);""");
            assertThat(told).isEqualTo("status: Looking it up …");
            shot("search-waiting");
        } finally {
            page().slow(0);
        }
        click(".tabs a:nth-child(2)");
        await("p", "2 statements");
        assertThat(String.valueOf(browser().executeScript("return document.querySelectorAll('.waiting').length")))
                .isEqualTo("0");
    }

    @Test
    void nothingRunsOverTheEdgeAtAnyWidth() throws IOException {
        String hostile = SampleIndex.hostile().records().get(0).id();
        String flagged = SampleIndex.rally().records().get(0).id();
        String context = SampleIndex.counterSpeech().records().get(0).id();
        String arabic = SampleIndex.rightToLeft().records().get(0).id();
        for (int width : List.of(320, NARROW, 768, WIDE)) {
            size(width, 900);
            for (String path : List.of(
                    "/",
                    "/?q=one+%22two",
                    "/?size=200",
                    "/statements/" + hostile,
                    "/statements/" + flagged,
                    "/statements/" + arabic,
                    "/documents/" + SampleIndex.rightToLeft().records().get(0).documentId(),
                    "/status")) {
                open(path);
                assertThat(overflow()).as(path + " at " + width).isZero();
            }
        }
        size(NARROW, 844);
        open("/");
        shot("search-narrow");
        open("/statements/" + flagged);
        shot("statement-narrow");
        open("/statements/" + arabic);
        shot("statement-rtl-narrow");
        size(1440, 1000);
        open("/statements/" + arabic);
        shot("statement-rtl");
        open("/documents/" + SampleIndex.rightToLeft().records().get(0).documentId());
        shot("document-rtl");
        size(WIDE, 1000);
        open("/statements/" + context);
        shot("statement-context");
        open("/status");
        shot("status-wide");
        open("/?size=200&from=2029&to=2029");
        shot("search-hostile");
        open("/?language=ar&language=ru");
        shot("search-scripts");
        open("/?q=velmari+%22rats");
        shot("search-error");
        page().dark(true);
        open("/?q=velmari");
        shot("search-dark");
        open("/statements/" + flagged);
        shot("statement-dark");
        page().dark(false);
    }

    private void size(int width, int height) {
        page().size(width, height);
    }

    private void shot(String name) throws IOException {
        page().shot(name);
    }

    private List<String> complaints() {
        return page().complaints();
    }

    private void keys(CharSequence keys) {
        browser().switchTo().activeElement().sendKeys(keys);
    }

    private String focusedText() {
        return browser().switchTo().activeElement().getText();
    }

    /** Until then the elements found are those of the page before. */
    private void awaitAddress(String part) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!String.valueOf(browser().getCurrentUrl()).contains(part)) {
            assertThat(System.nanoTime())
                    .as("waiting for %s at %s", part, browser().getCurrentUrl())
                    .isLessThan(deadline);
        }
    }
}
