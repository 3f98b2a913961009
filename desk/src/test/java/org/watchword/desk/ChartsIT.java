package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Charts in a real browser: what is drawn is what the table says, and without scripts there is the table. */
class ChartsIT extends DeskInBrowser {

    private static final int WIDE = 1440;

    /** Shares of the canvas's dots that are painted at all, and that have the colour of a variable of the style sheet. */
    private static final String PAINTED = """
            const canvas = document.querySelector(arguments[0] + ' canvas');
            const probe = document.createElement('canvas').getContext('2d');
            probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--' + arguments[1]);
            probe.fillRect(0, 0, 1, 1);
            const wanted = probe.getImageData(0, 0, 1, 1).data;
            const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let same = 0;
            for (let i = 0; i < dots.length; i += 4) {
              if (dots[i + 3] === 255 && dots[i] === wanted[0] && dots[i + 1] === wanted[1] && dots[i + 2] === wanted[2]) same++;
            }
            return same;""";

    private static final String DRAWN = """
            const chart = Chart.getChart(document.querySelector(arguments[0] + ' canvas'));
            return chart.data.labels.map((label, i) => [label, ...chart.data.datasets.map(kind => String(kind.data[i] || 0))].join(' '));""";

    private static final String IN_TABLE = """
            return Array.from(document.querySelectorAll(arguments[0] + ' tbody tr'), row =>
              [row.cells[0].querySelector('a') ? row.cells[0].querySelector('a').textContent : row.cells[0].firstChild.textContent.trim(),
               ...Array.from(row.querySelectorAll('td.num')).slice(0, arguments[1]).map(cell => cell.textContent)].join(' '));""";

    /** The middle of a bar, from the middle of the canvas. */
    private static final String PLACE = """
            const chart = Chart.getChart(document.querySelector(arguments[0] + ' canvas'));
            const bar = chart.getDatasetMeta(0).data[arguments[1]];
            const box = chart.canvas.getBoundingClientRect();
            return [Math.round(bar.x - box.width / 2), Math.round((chart.chartArea.top + chart.chartArea.bottom) / 2 - box.height / 2)];""";

    @Test
    void everyChartDrawsWhatItsTableSays() throws IOException {
        page().requests();
        for (int width : List.of(WIDE, NARROW)) {
            page().size(width, 900);
            assertDrawn("/", "#chart-histogram", 1, "accent");
            assertDrawn("/documents", "#chart-histogram", 1, "accent");
            assertDrawn("/speakers/Marek%20Dravec", "#chart-statements", 2, "c0");
            assertDrawn("/speakers/Marek%20Dravec", "#chart-families", 2, "c1");
            assertDrawn("/rules/" + TestingRules.ID, "#chart-statements", 1, "c0");
            assertDrawn("/timeline", "#chart-timeline", 3, "flag");
            assertDrawn("/sources/halden-courier", "#chart-coverage", 1, "accent");
            assertThat(overflow()).as("source at " + width).isZero();
            page().shot("chart-source-" + width);
            open("/timeline");
            assertThat(overflow()).as("timeline at " + width).isZero();
            page().shot("chart-timeline-" + width);
        }
        assertThat(page().complaints())
                .as("the policy forbids nothing that charts need")
                .isEmpty();
        assertThat(page().requests())
                .as("addresses, pictures of the browser's own form fields aside")
                .allMatch(address -> address.startsWith("http://localhost:") || address.startsWith("data:image/svg"));
    }

    private void assertDrawn(String path, String chart, int kinds, String colour) {
        open(path);
        WebElement canvas = browser().findElement(By.cssSelector(chart + " canvas"));
        assertThat(canvas.getDomAttribute("role")).isEqualTo("img");
        assertThat(canvas.getDomAttribute("aria-label")).startsWith("Chart: ").contains("Most in");
        assertThat((List<?>) script(DRAWN, chart))
                .as(path + " " + chart)
                .isNotEmpty()
                .isEqualTo(script(IN_TABLE, chart, kinds));
        assertThat(dots(chart, colour))
                .as("dots of bars at " + path + " " + chart)
                .isGreaterThan(20);
    }

    @Test
    void barsLeadWhereTheRowsOfTheTableLead() {
        page().size(WIDE, 1000);
        open("/speakers/Anna%20Brisk");
        click("#chart-statements summary");
        String row = browser()
                .findElement(By.cssSelector("#chart-statements tbody a"))
                .getDomProperty("href");
        over("#chart-statements", 0).click().perform();
        page().await(
                        "the first bar's statements",
                        () -> browser().getCurrentUrl().equals(row));
    }

    @Test
    void draggingOverBarsNarrowsToTheirMonths() {
        page().size(WIDE, 1000);
        open("/?speaker=Anna+Brisk");
        Actions drag = over("#chart-histogram", 0).clickAndHold();
        List<?> end = place("#chart-histogram", 4);
        drag.moveToElement(canvas("#chart-histogram"), offset(end, 0), offset(end, 1))
                .release()
                .perform();

        browser().findElement(By.cssSelector(".chips a[aria-label^='Remove filter To']"));
        assertThat(browser().getCurrentUrl()).contains("from=2030-01", "to=2030-05", "speaker=Anna+Brisk");

        open("/?speaker=Anna+Brisk&from=2030-01");
        over("#chart-histogram", 8)
                .keyDown(Keys.SHIFT)
                .click()
                .keyUp(Keys.SHIFT)
                .perform();
        page().await("the range from there", () -> browser().getCurrentUrl().contains("from=2030-01&to=2030-09"));
    }

    @Test
    void coloursAreThoseOfTheSystemAndOfPaper() {
        page().size(WIDE, 1000);
        open("/speakers/Marek%20Dravec");
        long light = dots("#chart-statements", "c0");
        page().dark(true);
        page().await("bars in their dark colour", () -> dots("#chart-statements", "c0") == light);
        script("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(script("return getComputedStyle(document.documentElement).getPropertyValue('--c0')"))
                .isEqualTo("#a32a1f");
        assertThat(dots("#chart-statements", "c0")).as("on paper").isEqualTo(light);
        script("window.dispatchEvent(new Event('afterprint'))");
        assertThat(script("return getComputedStyle(document.documentElement).getPropertyValue('--c0')"))
                .isEqualTo("#ff8a78");
        assertThat(dots("#chart-statements", "c0")).isEqualTo(light);
        page().dark(false);
    }

    @Test
    void withoutScriptsThereIsTheTable() {
        page().size(WIDE, 1000);
        scripts(false);
        try {
            open("/speakers/Marek%20Dravec");
            assertThat(browser()
                            .findElement(By.cssSelector("#chart-statements .plot"))
                            .isDisplayed())
                    .isFalse();
            click("#chart-statements summary");
            assertThat(browser()
                            .findElement(By.cssSelector("#chart-statements tbody"))
                            .getText())
                    .isEqualTo("May 2031 1 0 1");
        } finally {
            scripts(true);
        }
    }

    private void scripts(boolean run) {
        browser().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    private Object script(String script, Object... arguments) {
        return Objects.requireNonNullElse(browser().executeScript(script, arguments), "nothing");
    }

    private long dots(String chart, String colour) {
        return (Long) script(PAINTED, chart, colour);
    }

    private Actions over(String chart, int bar) {
        List<?> place = place(chart, bar);
        return new Actions(browser()).moveToElement(canvas(chart), offset(place, 0), offset(place, 1));
    }

    private List<?> place(String chart, int bar) {
        canvas(chart);
        return (List<?>) script(PLACE, chart, bar);
    }

    private static int offset(List<?> place, int axis) {
        return ((Long) Objects.requireNonNull(place.get(axis))).intValue();
    }

    private WebElement canvas(String chart) {
        return browser().findElement(By.cssSelector(chart + " canvas"));
    }
}
