package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;

/** Hostile text from a page on the web through the whole line to every way out, opened in a real browser that is told to obey no policy. */
class HostileLineIT {

    /** What ran, and what is more than text. */
    private static final String FOUND = """
            const bad = [...document.querySelectorAll('*')].filter(e =>
                ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'TEMPLATE', 'MATH'].includes(e.tagName.toUpperCase())
                || (e.tagName.toUpperCase() === 'SCRIPT' && !(e.getAttribute('src') || '').startsWith('/assets/'))
                || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'srcdoc'
                    || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name)
                        && /^[\\u0000-\\u0020]*(java|vb|data|live)/i.test(a.value) && !a.value.startsWith('data:image/'))));
            return (window.ran || []).map(n => 'payload ' + n + ' ran').concat(bad.map(e => e.outerHTML.slice(0, 200)));""";

    private final TestingCommand command = new TestingCommand();

    @Test
    void nothingOfItRunsInAnyPageOrFile(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        List<String> payloads = TestingHostileOutlet.payloads();
        try (TestingHostileOutlet outlet = new TestingHostileOutlet();
                TestingLine line = new TestingLine(data, settings(folder, outlet.base()))) {
            line.await(account -> account.settled() && account.stage("fetch").ended("emitted") >= payloads.size() - 5);
            List<JsonNode> hits = line.all("");
            assertThat(arrived(hits))
                    .as("payloads that came through the extractor")
                    .isGreaterThan(payloads.size() / 2);

            ChromeDriver browser = TestingChromium.start(folder);
            try {
                browser.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
                List<String> found = new ArrayList<>();
                for (String page : pages(hits)) {
                    found.addAll(look(browser, "http://localhost:" + line.port() + page));
                }
                for (Path file : files(folder, data, hits)) {
                    found.addAll(look(browser, file.toUri().toString()));
                }
                assertThat(found).isEmpty();
            } finally {
                browser.quit();
            }
        }
    }

    /** Which payloads stand in the words, speakers or titles of what was found. */
    private static int arrived(List<JsonNode> hits) {
        TreeSet<String> numbers = new TreeSet<>();
        for (JsonNode hit : hits) {
            var matcher = java.util.regex.Pattern.compile("push\\((\\d+)\\)")
                    .matcher(hit.get("text").asString() + hit.get("title").asString() + hit.get("speaker"));
            while (matcher.find()) {
                numbers.add(matcher.group(1));
            }
        }
        return numbers.size();
    }

    private static List<String> pages(List<JsonNode> hits) {
        List<String> pages = new ArrayList<>(List.of(
                "/?size=200", "/?size=200&collapse=story", "/timeline?size=200", "/edits", "/sources", "/status"));
        // The longest statement of each document, which has most of its payload.
        TreeMap<String, JsonNode> longest = new TreeMap<>();
        for (JsonNode hit : hits) {
            longest.merge(
                    hit.get("documentId").asString(),
                    hit,
                    (one, other) -> text(one).length() < text(other).length() ? other : one);
        }
        longest.forEach((id, hit) -> pages.addAll(List.of(
                "/statements/" + hit.get("id").asString(), "/documents/" + id, "/documents/" + id + "/versions")));
        return pages;
    }

    private static String text(JsonNode hit) {
        return hit.get("text").asString();
    }

    /** What leaves the house and is opened in a browser: digests, feed, annexes, the report of an evidence package. */
    private List<Path> files(Path folder, Path data, List<JsonNode> hits) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        assertThat(command.runOver(
                        data,
                        "digest",
                        "hostile",
                        "--config",
                        folder.resolve("w.yaml").toString()))
                .as(command.err())
                .isZero();
        Path annex = out.resolve("annex.html");
        assertThat(command.runOver(data, "timeline", "--format", "html", "--output", annex.toString()))
                .as(command.err())
                .isZero();
        Path wacz = out.resolve("evidence.wacz");
        List<String> export = new ArrayList<>(List.of("evidence", "export"));
        hits.stream().limit(100).forEach(hit -> export.add(hit.get("id").asString()));
        export.addAll(List.of("--output", wacz.toString()));
        assertThat(command.runOver(data, export.toArray(String[]::new)))
                .as(command.err())
                .isZero();
        List<Path> files = new ArrayList<>(List.of(annex));
        try (var zip = java.nio.file.FileSystems.newFileSystem(wacz);
                Stream<Path> all = Files.walk(zip.getPath("/"))) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".html")).toList()) {
                files.add(Files.copy(file, out.resolve("report-" + files.size() + ".html")));
            }
        }
        try (Stream<Path> all = Files.walk(data.resolve("digests"))) {
            all.filter(path -> path.toString().matches(".*\\.(html|atom)")).forEach(path -> {
                // Browsers open a feed as XML only under that name.
                Path copy = out.resolve(
                        "digest-" + path.getFileName() + (path.toString().endsWith("atom") ? ".xml" : ""));
                try {
                    files.add(Files.copy(path, copy));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        assertThat(files).as("annex, report, digest and feed").hasSizeGreaterThanOrEqualTo(4);
        return files;
    }

    private static List<String> look(ChromeDriver browser, String address) {
        browser.get(address);
        List<String> found = new ArrayList<>();
        for (Object one : (List<?>) Objects.requireNonNull(browser.executeScript(FOUND))) {
            found.add(address + ": " + one);
        }
        String now = String.valueOf(browser.getCurrentUrl());
        if (!URI.create(now).getPath().equals(URI.create(address).getPath())) {
            found.add(address + " led to " + now);
        }
        return found;
    }

    private static Map<String, String> settings(Path folder, String base) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("hostile.yaml"), """
                sources:
                  - id: hostile
                    outlet: "\\"><script>(top.ran=top.ran||[]).push(1000)</script>"
                    kind: list
                    url: "%s/list.html"
                    selector: a.article
                    language: en
                    allowLoopback: true
                    delay: 20 ms
                """.formatted(base));
        Path digests = Files.createDirectories(folder.resolve("digests"));
        Files.writeString(digests.resolve("hostile.yaml"), """
                digests:
                  - id: hostile
                    title: "</title><script>(top.ran=top.ran||[]).push(1001)</script>"
                    schedule: "0 6 * * *"
                    formats: [html, markdown, atom]
                """);
        Files.writeString(folder.resolve("w.yaml"), "digest: {folder: digests, settle: 0 s}\nindex: {}\n");
        Map<String, String> settings = new HashMap<>();
        settings.put("WATCHWORD_INGEST_SOURCES_FOLDER", sources.toString());
        settings.put("WATCHWORD_INGEST_DELAY", "20 ms");
        return settings;
    }
}
