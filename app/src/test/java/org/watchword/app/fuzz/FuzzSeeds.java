package org.watchword.app.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.role.Analyzers;
import org.watchword.model.Document;
import tools.jackson.databind.json.JsonMapper;

/** Good inputs to begin with: the project's own files. */
final class FuzzSeeds {

    private static final Supplier<Lexicons> LEXICONS = once(() -> Lexicons.load(config().resolve("lexicons")));
    private static final Supplier<DocumentAnalyzer> ANALYZER = once(() -> Analyzers.load(
                    ConfigLoader.load(config().resolve("watchword.yaml"), Map.of())
                            .analyze(),
                    NlpModels.load())
            .factory()
            .create());
    private static final Supplier<Path> FOLDER = once(() -> {
        try {
            Path folder = Files.createTempDirectory("watchword-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    });

    private FuzzSeeds() {}

    static Path config() {
        return Path.of("..", "config");
    }

    static Lexicons lexicons() {
        return LEXICONS.get();
    }

    static DocumentAnalyzer analyzer() {
        return ANALYZER.get();
    }

    static Path folder() {
        return FOLDER.get();
    }

    static List<byte[]> of(FuzzTarget target) throws IOException {
        Path site = config().resolve("sample").resolve("site");
        return switch (target) {
            case HTML -> files(site, ".html");
            case FEED -> List.of(Files.readAllBytes(site.resolve("feed.xml")), JSON_FEED, ATOM);
            case SITEMAP -> List.of(Files.readAllBytes(site.resolve("sitemap.xml")));
            case ROBOTS -> List.of(Files.readAllBytes(site.resolve("robots.txt")), ROBOTS);
            case RULES -> files(config().resolve("rules").resolve("en"), ".yaml");
            case LEXICON -> files(config().resolve("sample").resolve("lexicons"), ".yaml");
            case SOURCES -> files(config().resolve("sources"), ".yaml");
            case CONFIG -> List.of(Files.readAllBytes(config().resolve("watchword.yaml")), CONFIG);
            case RECORD -> documents();
            case ANALYSIS ->
                documents().stream()
                        .map(record -> JsonMapper.shared()
                                .writeValueAsBytes(
                                        analyzer().analyze(JsonMapper.shared().readValue(record, Document.class))))
                        .toList();
            case WARC -> List.of(FuzzArchive.bytes(site));
            case FOREIGN_WARC ->
                List.of(
                        FuzzArchive.foreign(site),
                        FuzzArchive.packed(FuzzArchive.foreign(site)),
                        FuzzArchive.bytes(site));
        };
    }

    private static final byte[] CONFIG = """
            kafka: {bootstrapServers: ["a:1", "b:2"], client: {security.protocol: SSL}, partitions: 12}
            elasticsearch: {urls: ["https://search.example:9200"], username: reader, passwordFile: password, heap: 1 GiB}
            ingest: {delay: 5 s, maxBytes: 3 MiB, manners: {maxBackoff: PT2H}}
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] ROBOTS = """
            User-agent: *
            Disallow: /private/*.html$
            Allow: /private/open
            Crawl-delay: 2.5
            Sitemap: https://courier.example/sitemap.xml
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] JSON_FEED = """
            {"version":"https://jsonfeed.org/version/1.1","title":"Courier","items":[{"id":"1","url":"https://courier.example/a",
            "content_html":"<p>x</p>","date_published":"2026-11-20T09:00:00+01:00"}],"next_url":"https://courier.example/feed?2"}
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><updated>2026-11-20T09:00:00Z</updated>
            <entry><title type="html">A &amp;lt;b&gt;</title><link rel="alternate" href="/a"/><id>urn:a</id>
            <updated>2026-11-20T09:00:00Z</updated></entry></feed>
            """.getBytes(StandardCharsets.UTF_8);

    private static List<byte[]> documents() throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (byte[] page : files(config().resolve("sample").resolve("site").resolve("news"), ".html")) {
            String text = new String(page, StandardCharsets.UTF_8).replaceAll("<[^>]*>", " ");
            records.add(JsonMapper.shared().writeValueAsBytes(document(text)));
        }
        return records;
    }

    private static Document document(String text) {
        String url = "https://courier.example/news/a.html";
        return Document.ofText(
                "courier", "The Nolmark Courier", url, "A title", null, "en", text, java.time.Instant.EPOCH, null);
    }

    private static List<byte[]> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        }
    }

    private static <T> Supplier<T> once(Supplier<T> making) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public synchronized T get() {
                T now = made == null ? making.get() : made;
                made = now;
                return now;
            }
        };
    }
}
