package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * How long the desk keeps a reviewer waiting: a script goes through the queue of the whole line by keys alone, in a browser. Measured when asked for,
 * with {@code -Dwatchword.review.decisions=300}; that the queue works at all, the desk's own tests tell.
 */
class ReviewPaceIT {

    private static final int DECISIONS = Integer.getInteger("watchword.review.decisions", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String IN_HAND =
            "const card = document.activeElement.closest('.card'); return card ? card.id : '';";
    private static final String ANSWERED = """
            const told = performance.getEntriesByType('resource').filter(e => e.name.endsWith('/reviews'));
            const took = told.map(e => e.responseEnd - e.requestStart);
            performance.clearResourceTimings();
            return took;""";

    @Test
    void theQueueIsNotWhatAReviewerWaitsFor(@TempDir Path folder) throws Exception {
        assumeTrue(DECISIONS > 0, "measured with -Dwatchword.review.decisions=300");
        try (SampleLine sample = SampleLine.start()) {
            ChromeDriver browser = TestingChromium.start(folder);
            try {
                browser.get("http://localhost:" + sample.line().port() + "/review");
                measure(browser);
            } finally {
                browser.quit();
            }
        }
    }

    private static void measure(ChromeDriver browser) {
        List<Double> onScreen = new ArrayList<>();
        List<Double> atServer = new ArrayList<>();
        int pages = 1;
        keys(browser, "j");
        long begin = System.nanoTime();
        for (int i = 0; i < DECISIONS; i++) {
            String card = inHand(browser);
            assertThat(card).as("a card in hand after %d decisions", i).isNotEmpty();
            int verdict = 1 + i % 4;
            long pressed = System.nanoTime();
            keys(browser, String.valueOf(verdict));
            if (verdict == 2) {
                keys(browser, "meant literally", Keys.ENTER);
            }
            // The next card has the keyboard, or the next page has come.
            await(browser, () -> !inHand(browser).equals(card) && ready(browser));
            if (inHand(browser).isEmpty()) {
                pages++;
                keys(browser, "j");
            } else {
                atServer.addAll(answered(browser));
            }
            onScreen.add((System.nanoTime() - pressed) / 1e6);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%d decisions over %d pages in %.1f s; from key to next card ms: %s; of that, the decision at the server: %s%n",
                DECISIONS, pages, seconds, spread(onScreen), spread(atServer));
        assertThat(seconds).as("300 an hour leave 12 s for each").isLessThan(12.0 * DECISIONS);
    }

    private static String spread(List<Double> millis) {
        Collections.sort(millis);
        return "p50 %.0f, p95 %.0f, most %.0f (%d)"
                .formatted(
                        millis.get(millis.size() / 2),
                        millis.get(millis.size() * 95 / 100),
                        millis.get(millis.size() - 1),
                        millis.size());
    }

    private static List<Double> answered(ChromeDriver browser) {
        return ((List<?>) Objects.requireNonNull(browser.executeScript(ANSWERED)))
                .stream()
                        .map(took -> ((Number) Objects.requireNonNull(took)).doubleValue())
                        .toList();
    }

    private static String inHand(ChromeDriver browser) {
        return String.valueOf(browser.executeScript(IN_HAND));
    }

    private static boolean ready(ChromeDriver browser) {
        return "complete".equals(browser.executeScript("return document.readyState"))
                && Boolean.TRUE.equals(
                        browser.executeScript("return document.querySelector('.card:not(.is-decided)') !== null"));
    }

    private static void await(ChromeDriver browser, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime())
                    .as("waiting for the next card at %s", browser.getCurrentUrl())
                    .isLessThan(deadline);
        }
    }

    /** A page that is being left runs no script. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (JavascriptException e) {
            return false;
        }
    }

    private static void keys(ChromeDriver browser, CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }
}
