package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** A person before the running line, in a real browser; skipped where there is no Chromium. */
@ExtendWith(SampleLine.Shared.class)
class BrowserIT {

    private static final Path SHOTS = Path.of("target", "screenshots");

    private final Path folder;
    private final SampleLine sample;

    BrowserIT(SampleLine sample, @TempDir Path folder) {
        this.sample = sample;
        this.folder = folder;
    }

    @Test
    void aPersonTypesAQueryNarrowsItAndOpensAStatement() throws Exception {
        ChromeDriver browser = browser();
        try {
            look(browser, "http://localhost:" + sample.line().port());
        } finally {
            browser.quit();
        }
    }

    private static void look(ChromeDriver browser, String desk) throws IOException {
        browser.get(desk + "/");
        browser.findElement(By.id("q")).sendKeys("boats", Keys.ENTER);
        awaitAddress(browser, "q=boats");
        String category = browser.findElement(By.cssSelector("#facet-category ul .option"))
                .getText();
        browser.findElement(By.cssSelector("#facet-category ul .option")).click();
        awaitAddress(browser, "category=");
        assertThat(browser.getCurrentUrl()).contains("q=boats");
        assertThat(category).isNotBlank();
        assertThat(browser.findElements(By.cssSelector(".hit"))).isNotEmpty();
        browser.get(desk + "/?q=Skeldri&status=flagged");
        shoot(browser, "search");
        browser.findElement(By.cssSelector(".hit .words a")).click();
        assertThat(browser.findElement(By.xpath("//h2[normalize-space()='Why it is marked']"))
                        .isDisplayed())
                .isTrue();
        assertThat(browser.getPageSource()).contains("Skeldri").contains(".warc.gz");
        shoot(browser, "statement");
    }

    /** Until then the elements found are those of the page before. */
    private static void awaitAddress(ChromeDriver browser, String part) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!String.valueOf(browser.getCurrentUrl()).contains(part)) {
            assertThat(System.nanoTime())
                    .as("waiting for %s at %s", part, browser.getCurrentUrl())
                    .isLessThan(deadline);
        }
    }

    private ChromeDriver browser() throws IOException {
        ChromeDriver browser = TestingChromium.start(folder);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        return browser;
    }

    private static void shoot(ChromeDriver browser, String name) throws IOException {
        Files.createDirectories(SHOTS);
        Files.write(SHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
