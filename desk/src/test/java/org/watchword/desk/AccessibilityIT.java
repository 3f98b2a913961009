package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every kind of page against the rules of WCAG 2.2, levels A and AA, that a program can check (axe-core), light and dark, wide and narrow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help + ' at ' + n.target + ' (' + n.failureSummary + ')'))),
                    e => done(['axe failed: ' + e]));""";

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
    void noPageBreaksARuleOfAccessibility() throws IOException {
        String axe = axe();
        TestingBrowser browser = Objects.requireNonNull(started);
        String flagged = SampleIndex.rally().records().get(0).id();
        String hostile = SampleIndex.hostile().records().get(0).id();
        String document = SampleIndex.rally().records().get(0).documentId();
        List<String> pages = List.of(
                "/",
                "/?q=rats&status=flagged",
                "/?q=one+%22two",
                "/?q=nothingofthekind",
                "/?language=ar&language=ru",
                "/statements/" + flagged,
                "/statements/" + hostile,
                "/documents/" + document,
                "/documents/" + document + "/versions",
                "/edits",
                "/sources",
                "/status",
                "/nowhere");
        List<String> violations = new ArrayList<>();
        for (boolean dark : List.of(false, true)) {
            for (int width : List.of(1440, 390)) {
                browser.dark(dark);
                browser.size(width, 900);
                for (String page : pages) {
                    browser.driver().get("http://localhost:" + desk.port() + page);
                    browser.driver().executeScript(axe);
                    String where = page + " at " + width + (dark ? ", dark" : "");
                    for (Object found :
                            (List<?>) Objects.requireNonNull(browser.driver().executeAsyncScript(RUN))) {
                        violations.add(where + ": " + found);
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
