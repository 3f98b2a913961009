package org.watchword.bench.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.PageEdits;
import org.watchword.model.Severity;
import org.watchword.model.Speaker;
import org.watchword.model.Target;

/** As many statements as one wants, made as they are asked for; the same every time. */
final class MadeUpStatements implements StatementStream {

    private static final int PAGE = 500;
    private static final Instant FIRST = Instant.parse("2031-01-01T00:00:00Z");

    private final long number;
    private long next;

    MadeUpStatements(long number) {
        this.number = number;
    }

    @Override
    public long total() {
        return number;
    }

    @Override
    public List<StatementRecord> next() {
        List<StatementRecord> page = new ArrayList<>();
        while (next < number && page.size() < PAGE) {
            page.add(statement(next++));
        }
        return page;
    }

    private static StatementRecord statement(long n) {
        String id = ContentHash.sha256Hex("statement " + n).substring(0, 32);
        String words = "The Yelkun of the " + n
                + "th valley, said the minister, are wolves that have learned to stand upright, and"
                + " nobody 🐺 who has seen them at the gate will call them by another name again.";
        return new StatementRecord(
                id,
                100,
                100 + words.length(),
                words,
                new Speaker("Dask", "Oren Dask " + n % 1_000, "minister", "Marenthia"),
                List.of(new Flag(
                        Category.DEHUMANIZATION_ANIMAL,
                        FlagStatus.FLAGGED,
                        "animal-is",
                        "en/dehumanization@1f3a9c20aa11",
                        Severity.HIGH,
                        100,
                        140,
                        new Target(104, 110, "Yelkun", "yelkun"),
                        List.of(),
                        0.9)),
                ContentHash.documentId("https://vale.example.org/" + n / 3),
                "https://vale.example.org/" + n / 3,
                "Minister speaks for the " + n / 3 + "th time",
                FIRST.plusSeconds(n * 7),
                FIRST.plusSeconds(n * 7 + 600),
                "The Vale",
                "vale-" + n % 50,
                "en",
                ContentHash.sha256Hex("text " + n / 3),
                new ArchiveRef("watchword-20310506120000-000001.warc.gz", n * 900, "urn:uuid:" + id, id + id),
                null,
                null,
                PageEdits.NONE,
                ContentHash.documentId("https://vale.example.org/" + n / 3));
    }

    @Override
    public void close() {}
}
