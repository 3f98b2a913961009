package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.publish.PublishException;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingSite;
import org.watchword.model.Document;

class LocalSourcesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final InMemoryPublisher publisher = new InMemoryPublisher();

    private Map<String, Long> run(Source source) throws Exception {
        return run(source, publisher);
    }

    private Map<String, Long> run(Source source, InMemoryPublisher to) throws Exception {
        try (FetchRole role = new FetchRole(
                IngestSettings.defaults(folder.resolve("data"))
                        .with()
                        .threads(2)
                        .build(),
                SourceCatalog.of(List.of(source)),
                new TagExtractor(),
                to,
                InstantSource.system(),
                FetchListener.NONE)) {
            role.start();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!role.idle() && System.nanoTime() < end) {
                LockSupport.parkNanos(10_000_000);
            }
            return role.counts().get(0).out();
        }
    }

    private Source files(String name) {
        return new Source.Files(
                Profile.of("hall", "The Hall").withLanguage("en").withSpeech(), folder.resolve(name));
    }

    @Test
    void jsonLinesBecomeDocumentsAndABadLineADeadLetter() throws Exception {
        Files.writeString(folder.resolve("s.jsonl"), """
                {"id": "VAL_1_1990", "text": "We thank you.\\n\\nGood day.", "speaker": "ORAN", "post": "", "year": 1990, "iso3": "VAL"}
                not json

                {"id": "VAL_1_1990", "text": "Again."}
                [1]
                {"id": "x"}
                {"id": "e", "text": "  "}
                {"url": "https://hall.example.org/s?utm_source=a", "text": "Lone \\ud800 half.", "publishedAt": "2024-05-06T10:00:00+02:00", "title": "T", "post": "Speaker of the Hall"}
                {"id": "d", "text": "x", "publishedAt": "yesterday"}
                """);

        Map<String, Long> out = run(files("s.jsonl"));

        assertThat(out)
                .containsOnly(
                        Map.entry("emitted", 2L),
                        Map.entry("duplicate", 1L),
                        Map.entry("refused:no-article", 1L),
                        Map.entry("dead-lettered:not-json", 1L),
                        Map.entry("dead-lettered:not-an-object", 1L),
                        Map.entry("dead-lettered:no-text", 1L),
                        Map.entry("dead-lettered:bad-date", 1L));
        assertThat(publisher.deadLetters).anySatisfy(d -> {
            assertThat(d.origin()).endsWith("s.jsonl:2");
            assertThat(d.original()).asString().isEqualTo("not json");
        });
        Document first = publisher.documents.get(0);
        assertThat(first.canonicalUrl()).isEqualTo("urn:watchword:hall:VAL_1_1990");
        assertThat(first.speaker()).isEqualTo("ORAN");
        assertThat(first.speakerOffice()).isNull();
        assertThat(first.language()).isEqualTo("en");
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("1990-01-01T00:00:00Z"));
        Document second = publisher.documents.get(1);
        assertThat(second.canonicalUrl()).isEqualTo("https://hall.example.org/s");
        assertThat(second.text()).isEqualTo("Lone \uFFFD half.");
        assertThat(second.publishedAt()).isEqualTo(Instant.parse("2024-05-06T08:00:00Z"));
        assertThat(new ArchiveFolder(folder.resolve("data/archive"))
                        .read(Objects.requireNonNull(first.archive()))
                        .payload())
                .asString()
                .startsWith("{\"id\": \"VAL_1_1990\"");
    }

    @Test
    void aFileThatHasNotChangedIsNotReadAgain() throws Exception {
        Files.writeString(folder.resolve("s.jsonl"), "{\"id\":\"a\",\"text\":\"One.\"}\n");
        run(files("s.jsonl"));
        assertThat(run(files("s.jsonl"))).containsOnly(Map.entry("emitted", 1L));

        Files.writeString(
                folder.resolve("s.jsonl"), "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n");
        assertThat(run(files("s.jsonl"))).containsOnly(Map.entry("emitted", 2L), Map.entry("unchanged:same-text", 1L));
    }

    @Test
    void aRunThatBreaksOffIsTakenUpWhereItsLastBatchEnded() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 950; i++) {
            lines.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"Speech ")
                    .append(i)
                    .append(".\"}\n");
        }
        Files.writeString(folder.resolve("many.jsonl"), lines);
        InMemoryPublisher breaking = new InMemoryPublisher() {
            @Override
            public Receipt publish(Document document) {
                if (documents.size() >= 500) {
                    throw new PublishException("down", new IOException("told so"));
                }
                return super.publish(document);
            }
        };
        try (FetchRole role = new FetchRole(
                IngestSettings.defaults(folder.resolve("data"))
                        .with()
                        .threads(1)
                        .build(),
                SourceCatalog.of(List.of(files("many.jsonl"))),
                new TagExtractor(),
                breaking,
                InstantSource.system())) {
            role.start();
            while (breaking.documents.size() < 500) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        Map<String, Long> out = run(files("many.jsonl"));

        assertThat(out).containsOnly(Map.entry("emitted", 950L));
        assertThat(publisher.documents)
                .as("the first two batches of 200 are not repeated")
                .hasSize(550);
    }

    @Test
    void htmlAndTextFilesOfAFolderAreDocuments() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in/sub"));
        Files.writeString(in.resolve("a b.html"), "<article>From HTML.</article>");
        Files.writeString(in.resolve("t.txt"), "\uFEFFPlain \u0130stanbul text.");
        Files.write(in.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9, 'b'});
        Files.writeString(in.resolve("menu.html"), "<nav>x</nav>");
        Files.writeString(in.resolve("notes.docx"), "not an input");

        assertThat(run(files("in")))
                .containsOnly(
                        Map.entry("emitted", 2L),
                        Map.entry("refused:bad-charset", 1L),
                        Map.entry("refused:no-article", 1L));
        assertThat(publisher.documents)
                .extracting(Document::canonicalUrl)
                .containsExactlyInAnyOrder("urn:watchword:hall:sub/a%20b.html", "urn:watchword:hall:sub/t.txt");
        assertThat(publisher.documents).extracting(Document::text).contains("Plain \u0130stanbul text.");
    }

    @Test
    void aWarcMadeByTheCrawlerCanBeASource() throws Exception {
        try (TestingSite site = new TestingSite()) {
            site.list("/a").article("/a", "Captured words.");
            run(new Source.LinkList(
                    Profile.of("web", "Web"),
                    List.of(site.url("/list")),
                    "li",
                    org.watchword.ingest.source.Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO)));
        }
        Path captured = Files.createDirectories(folder.resolve("captured"));
        try (Stream<Path> files = Files.list(folder.resolve("data/archive"))) {
            for (Path file : files.toList()) {
                Files.move(file, captured.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data/fetch"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        InMemoryPublisher again = new InMemoryPublisher();

        Map<String, Long> out = run(new Source.Warc(Profile.of("w", "W"), captured), again);

        assertThat(out).containsOnly(Map.entry("emitted", 1L));
        Document first = publisher.documents.get(0);
        Document copy = again.documents.get(0);
        assertThat(copy.id()).isEqualTo(first.id());
        assertThat(copy.text()).isEqualTo("Captured words.");
        assertThat(copy.capturedAt()).as("the day of capture").isEqualTo(first.capturedAt());
        assertThat(new ArchiveFolder(folder.resolve("data/archive"))
                        .read(Objects.requireNonNull(copy.archive()))
                        .type())
                .isEqualTo("response");
    }
}
