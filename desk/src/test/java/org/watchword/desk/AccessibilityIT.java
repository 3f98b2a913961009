package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.watchword.desk.access.AccessSettings;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Role;
import org.watchword.desk.audit.AuditLog;

/** Every kind of page against the rules of WCAG 2.2, levels A and AA, that a program can check (axe-core), light and dark, wide and narrow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help + ' at ' + n.target + ' (' + n.failureSummary + ')'))),
                    e => done(['axe failed: ' + e]));""";

    private final TestingDesk desk = new TestingDesk(SampleIndex.create(), new InMemoryReviews(), SampleIndex::sources);
    private @Nullable TestingDesk asking;
    private @Nullable TestingBrowser started;

    @BeforeAll
    void startBrowser(@TempDir Path folder) throws IOException {
        Accounts accounts = new Accounts(folder.resolve("accounts"), InstantSource.system());
        accounts.add("amal", Role.READER, Optional.of("four quiet otters dive".toCharArray()));
        asking = new TestingDesk(
                SampleIndex.create(), AccessSettings.of(Optional.of(accounts), AuditLog.NONE, InstantSource.system()));
        started = TestingBrowser.start();
    }

    @AfterAll
    void stopBrowser() {
        if (started != null) {
            started.close();
        }
        if (asking != null) {
            asking.close();
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
                "/documents",
                "/documents?q=rats&status=flagged",
                "/documents?q=nothingofthekind",
                "/statements/" + flagged,
                "/statements/" + hostile,
                "/documents/" + document,
                "/documents/" + document + "/versions",
                "/speakers",
                "/speakers/Marek%20Dravec",
                "/rules",
                "/rules/" + TestingRules.ID,
                "/saved",
                "/batch",
                "/edits",
                "/timeline",
                "/timeline?q=rats&status=flagged",
                "/review",
                "/review?queue=second",
                "/reviews",
                "/sources",
                "/sources/halden-courier",
                "/status",
                "/sign-in",
                "/nowhere");
        List<String> violations = new ArrayList<>();
        String plain = "http://localhost:" + desk.port();
        String signIn = "http://localhost:" + Objects.requireNonNull(asking).port() + "/sign-in";
        for (boolean dark : List.of(false, true)) {
            for (int width : List.of(1440, 390)) {
                browser.dark(dark);
                browser.size(width, 900);
                for (String page : pages) {
                    browser.driver().get(plain + page);
                    violations.addAll(violations(browser, axe, page + " at " + width + (dark ? ", dark" : "")));
                }
                browser.driver().get(signIn);
                violations.addAll(violations(browser, axe, "sign-in at " + width + (dark ? ", dark" : "")));
                browser.driver().findElement(By.id("name")).sendKeys("amal");
                browser.driver().findElement(By.id("password")).sendKeys("not this one, surely", Keys.ENTER);
                browser.driver().findElement(By.id("sign-in-problem"));
                violations.addAll(violations(browser, axe, "failed sign-in at " + width + (dark ? ", dark" : "")));
            }
        }
        assertThat(violations).isEmpty();
    }

    private static List<String> violations(TestingBrowser browser, String axe, String where) {
        browser.driver().executeScript(axe);
        return ((List<?>) Objects.requireNonNull(browser.driver().executeAsyncScript(RUN)))
                .stream().map(found -> where + ": " + found).toList();
    }

    private static String axe() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
