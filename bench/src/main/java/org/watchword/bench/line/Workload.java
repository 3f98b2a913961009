package org.watchword.bench.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/** Documents of the size of an article, all different: the sample outlet's paragraphs in another order each time. */
final class Workload {

    private static final int PARAGRAPHS = 8;

    private final List<String> paragraphs = new ArrayList<>();
    private final Random random = new Random(20260301);

    /** @param site folder of the sample outlet's pages */
    Workload(Path site) throws IOException {
        HtmlExtractor extractor = new HtmlExtractor();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                Page page = new Page(
                        Files.readAllBytes(file),
                        "text/html; charset=utf-8",
                        "http://nolmark.example/" + file,
                        Instant.EPOCH);
                if (extractor.extract(page) instanceof Extraction.Article article) {
                    paragraphs.addAll(List.of(article.text().split("\n\n")));
                }
            }
        }
        paragraphs.removeIf(paragraph -> paragraph.length() < 80);
    }

    /** @param number makes it another document */
    Document document(int number, Instant at) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < PARAGRAPHS; i++) {
            chosen.add(paragraphs.get(random.nextInt(paragraphs.size())));
        }
        Collections.shuffle(chosen, random);
        String text = "Bulletin number " + number + " of the day.\n\n" + String.join("\n\n", chosen);
        String url = "http://nolmark.example/bulletin/" + number;
        String digest = ContentHash.sha256Hex(text);
        ArchiveRef archive = new ArchiveRef(
                "bench.warc.gz", number, "urn:uuid:" + new java.util.UUID(number + 1L, number + 1L), digest);
        return Document.ofText("bench", "The Nolmark Courier", url, "Bulletin " + number, at, "en", text, at, archive);
    }
}
