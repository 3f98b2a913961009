package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text made to run as a program, on every page and in a real browser: nothing of it runs, also where the browser is told to disregard the
 * pages' policy, so that it is the escaping that holds; and no page asks anybody but the desk for anything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {

    /** What ran; and what stands in the page as more than text. The library of charts sizes its own canvas. */
    private static final String FOUND = """
            const bad = [...document.querySelectorAll('*')].filter(e =>
                (e.tagName === 'SCRIPT' && !(e.getAttribute('src') || '').startsWith('/assets/'))
                || ['IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'BASE', 'TEMPLATE', 'MATH'].includes(e.tagName.toUpperCase())
                || [...e.attributes].some(a => a.name.startsWith('on') || (a.name === 'style' && !e.matches('.plot > canvas')) || a.name === 'srcdoc'
                    || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name)
                        && !/^(https?:\\/\\/|\\/(?!\\/)|#|\\?|$)/i.test(a.value))));
            return (window.ran || []).map(n => 'payload ' + n + ' ran').concat(bad.map(e => e.outerHTML.slice(0, 200)));""";

    private final List<String> payloads = HostilePages.payloads();
    private final InMemoryStatementIndex index = new InMemoryStatementIndex();
    private final List<String> addresses = new ArrayList<>();
    private final TestingDesk desk = new TestingDesk(index);
    private @Nullable TestingBrowser started;

    @BeforeAll
    void start() throws IOException {
        addresses.addAll(List.of(
                "/?size=200",
                "/?size=200&collapse=story&sort=severity",
                "/edits?size=200",
                "/timeline",
                "/status",
                "/sources"));
        for (int i = 0; i < payloads.size(); i++) {
            TestingPage page = HostilePages.page(i, payloads.get(i));
            Analysis analysis = EditsPageTest.edited(page, payloads.get(i), "said nothing", "note: " + payloads.get(i));
            List<StatementRecord> records = page.records();
            index.add(analysis, records);
            String document = analysis.document().id();
            String typed = URLEncoder.encode(payloads.get(i), StandardCharsets.UTF_8);
            addresses.add("/statements/" + records.get(0).id());
            addresses.add("/documents/" + document);
            addresses.add("/documents/" + document + "/versions");
            addresses.add("/?q=" + typed + "&speaker=" + typed + "&from=2031");
            save("hostile " + i, payloads.get(i), "q=" + typed);
            // What repeats an address does so in the same few ways: each has every fifth payload.
            addresses.add(
                    switch (i % 5) {
                        case 0 -> "/timeline?q=" + typed;
                        case 1 -> "/sign-in?to=" + typed;
                        case 2 -> "/sources/" + typed.replace("+", "%20");
                        case 3 -> "/?size=" + typed;
                        default -> "/saved/hostile%20" + i;
                    });
        }
        addresses.add(0, "/saved");
        started = TestingBrowser.start();
    }

    /** A search somebody keeps, as a script of the desk's own would. */
    private void save(String name, String description, String parameters) {
        TestingVisitor visitor = new TestingVisitor(desk.port());
        String form = desk.read(visitor.get("/api/account")).get("form").asString();
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("name", name)
                .put("description", description)
                .put("parameters", parameters)
                .toString();
        assertThat(visitor.call("/api/searches", body, form).statusCode()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
        desk.close();
    }

    @Test
    void nothingRunsEvenWhereThePolicyIsDisregarded() {
        assertThat(payloads).hasSizeGreaterThan(100);
        TestingBrowser browser = browser();
        browser.obeyPolicy(false);
        assertThat(canary(browser))
                .as("a page without care, to see that a payload can run here")
                .isNotEmpty();

        assertThat(found(browser, addresses)).isEmpty();
    }

    @Test
    void thePolicyHasNothingToForbidAndNoPageAsksAnybodyElse() {
        TestingBrowser browser = browser();
        browser.obeyPolicy(true);
        browser.complaints();
        browser.requests();
        List<String> some = new ArrayList<>(addresses.subList(0, 5));
        for (int i = 5; i < addresses.size(); i += 9) {
            some.add(addresses.get(i));
        }

        assertThat(found(browser, some)).isEmpty();
        assertThat(browser.complaints().stream().filter(line -> line.contains("Content Security Policy")))
                .isEmpty();
        // The icon of a date field is in Chromium itself, which draws it from a data: address.
        assertThat(browser.requests().stream().filter(address -> !address.startsWith("data:image/svg+xml;base64,")))
                .hasSizeGreaterThan(some.size())
                .allSatisfy(address -> assertThat(address).startsWith("http://localhost:" + desk.port() + "/"));
    }

    @Test
    void theApiIsNeverTakenForAPage() {
        TestingBrowser browser = browser();
        browser.obeyPolicy(false);
        List<String> answers = List.of("/api/statements?size=200", "/api/edits?size=200", "/api/statements.jsonl");
        for (String address : answers) {
            var answer = desk.get(address);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        browser.driver().get("http://localhost:" + desk.port() + answers.get(0));
        assertThat(browser.driver().executeScript("return (window.ran || []).length + document.scripts.length"))
                .isEqualTo(0L);
    }

    private List<String> found(TestingBrowser browser, List<String> pages) {
        List<String> all = new ArrayList<>();
        for (String page : pages) {
            browser.driver().get("http://localhost:" + desk.port() + page);
            for (Object one : (List<?>) Objects.requireNonNull(browser.driver().executeScript(FOUND))) {
                all.add(page + ": " + one);
            }
            if (!String.valueOf(browser.driver().getCurrentUrl()).startsWith("http://localhost:" + desk.port() + "/")) {
                all.add(page + " led to " + browser.driver().getCurrentUrl());
            }
        }
        return all;
    }

    /** The same payloads written into a page of the desk's origin as they are. */
    private List<?> canary(TestingBrowser browser) {
        browser.driver().get("http://localhost:" + desk.port() + "/status");
        browser.driver()
                .executeScript("const main = document.querySelector('main');"
                        + "main.innerHTML = '<img src=x onerror=\"(top.ran=top.ran||[]).push(0)\">';");
        browser.driver().executeAsyncScript("setTimeout(arguments[arguments.length - 1], 500);");
        return (List<?>) Objects.requireNonNull(browser.driver().executeScript("return window.ran || []"));
    }

    private TestingBrowser browser() {
        return Objects.requireNonNull(started);
    }
}
