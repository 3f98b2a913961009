package org.watchword.desk;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A desk over the sample collection, and a real browser to look at it; skipped where there is no Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskInBrowser {

    static final int NARROW = 390;

    /** What was decided at this desk. */
    final InMemoryReviews reviews = new InMemoryReviews();

    private final TestingDesk desk = new TestingDesk(SampleIndex.create(), reviews, SampleIndex::sources);
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

    TestingBrowser page() {
        return Objects.requireNonNull(started, "no browser");
    }

    ChromeDriver browser() {
        return page().driver();
    }

    void open(String path) {
        browser().get("http://localhost:" + desk.port() + path);
    }

    void click(String selector) {
        browser().findElement(By.cssSelector(selector)).click();
    }

    /** Waits, by the driver's implicit wait, for an element of this name with exactly this text. */
    void await(String element, String text) {
        browser().findElement(By.xpath("//" + element + "[normalize-space()='" + text + "']"));
        // Its words are there before its script is, and a key pressed in between says nothing to anybody.
        page().await("the whole page", () -> "complete".equals(browser().executeScript("return document.readyState")));
    }

    /** By how many pixels the page is wider than the window; nothing when it fits. */
    long overflow() {
        return Math.max(0, (Long) Objects.requireNonNull(
                browser().executeScript("return document.documentElement.scrollWidth - window.innerWidth")));
    }
}
