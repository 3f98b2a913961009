package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** An analyst's morning in a real browser; skipped where there is no Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchBrowserIT {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private final TestingDesk desk = new TestingDesk(SampleIndex.create());
    private @Nullable TestingBrowser started;

    @BeforeAll
    void startBrowser() throws IOException {
        started = TestingBrowser.start();
    }

    @AfterAll
    void stopBrowser() {
        if (started != null) {
            started.close();
        }
        desk.close();
    }

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
    void nothingRunsOverTheEdgeAtAnyWidth() throws IOException {
        String hostile = SampleIndex.hostile().records().get(0).id();
        String flagged = SampleIndex.rally().records().get(0).id();
        String context = SampleIndex.counterSpeech().records().get(0).id();
        for (int width : List.of(320, NARROW, 768, WIDE)) {
            size(width, 900);
            for (String path : List.of(
                    "/",
                    "/?q=one+%22two",
                    "/?size=200",
                    "/statements/" + hostile,
                    "/statements/" + flagged,
                    "/status")) {
                open(path);
                Long overflow = (Long)
                        browser().executeScript("return document.documentElement.scrollWidth - window.innerWidth");
                assertThat(overflow).as(path + " at " + width).isLessThanOrEqualTo(0);
            }
        }
        size(NARROW, 844);
        open("/");
        shot("search-narrow");
        open("/statements/" + flagged);
        shot("statement-narrow");
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

    private TestingBrowser page() {
        if (started == null) {
            throw new IllegalStateException("no browser");
        }
        return started;
    }

    private ChromeDriver browser() {
        return page().driver();
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

    private void open(String path) {
        browser().get("http://localhost:" + desk.port() + path);
    }

    private void click(String selector) {
        browser().findElement(By.cssSelector(selector)).click();
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

    /** Waits, by the driver's implicit wait, for an element of this name with exactly this text. */
    private void await(String element, String text) {
        browser().findElement(By.xpath("//" + element + "[normalize-space()='" + text + "']"));
    }
}
