package org.watchword.ingest.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.PageFamily;
import org.watchword.ingest.page.Likeness;
import org.watchword.ingest.robots.Outages;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything the stage remembers, in {@code frontier.db}. Safe for use by several threads; one process at a time. Where a journal keeps
 * the rows, the file is a copy of it that is made anew whenever it is opened.
 */
public final class FetchState implements AutoCloseable {

    private final FolderLock lock;
    private final Database db;
    private final Frontier frontier;
    private final FileProgress files;
    private final CoverageLog coverage;
    private final Lists lists;
    private final Hints hints;
    private final Errands errands;
    private final Twins twins;
    private final Tenure tenure;
    private final boolean journaled;
    private final JsonMapper json = JsonMapper.builder().build();

    private FetchState(FolderLock lock, Database db, boolean journaled, @Nullable String name) {
        this.lock = lock;
        this.db = db;
        this.journaled = journaled;
        this.frontier = new Frontier(db);
        this.files = new FileProgress(db);
        this.coverage = new CoverageLog(db, name);
        this.lists = new Lists(db);
        this.hints = new Hints(db);
        this.errands = new Errands(db);
        this.twins = new Twins(db);
        this.tenure = new Tenure(db);
    }

    /** @throws org.watchword.model.ConfigException when another process uses the folder */
    public static FetchState open(Path folder) throws IOException {
        return open(folder, Journal.NONE, null);
    }

    /**
     * As the other. Where the journal keeps rows the state is empty until they are {@link #restore restored}, and nothing is written
     * before {@link #begin}.
     *
     * @param name in coverage; absent for one that is made up when the folder is first used
     */
    public static FetchState open(Path folder, Journal journal, @Nullable String name) throws IOException {
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            Path file = folder.resolve("frontier.db");
            if (journal.keepsRows()) {
                Files.deleteIfExists(file);
            }
            return new FetchState(lock, new Database(file, journal), journal.keepsRows(), name);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Puts rows in that the journal has kept, in its order. */
    public void restore(List<Journal.Row> rows) {
        db.restore(rows);
    }

    /** Ends the restoring: from here on every change is in the journal before it is here. */
    public void begin() {
        frontier.load();
        db.watch();
    }

    /** What was handed to others, and what they have asked for. */
    public Errands errands() {
        return errands;
    }

    public Tenure tenure() {
        return tenure;
    }

    /** Tells how far the work is, in the name of whoever has the state in hand and of nobody else. */
    public void tell(List<StageCounts> counts, List<SourceDay> days) {
        db.<@Nullable Void>transaction(() -> {
            db.send(new Outgoing.Told(counts, days));
            return null;
        });
    }

    /** Whether a journal keeps the rows. */
    public boolean isJournaled() {
        return journaled;
    }

    public Frontier frontier() {
        return frontier;
    }

    public FileProgress files() {
        return files;
    }

    /** What was seen of each source on each day. */
    public CoverageLog coverage() {
        return coverage;
    }

    /** Since when the robots.txt of which origin has been out of reach. */
    public Outages robotsOutages() {
        return new RobotsOutages(db);
    }

    public Lists lists() {
        return lists;
    }

    public Twins twins() {
        return twins;
    }

    public Hints hints() {
        return hints;
    }

    /** Several changes, all or none. */
    public void together(Runnable changes) {
        db.<@Nullable Void>transaction(() -> {
            changes.run();
            return null;
        });
    }

    public Optional<KnownDocument> document(String canonicalUrl) {
        return db.first(FetchState::known, "SELECT * FROM document WHERE canonical_url = ?", canonicalUrl);
    }

    private static KnownDocument known(ResultSet row) throws SQLException {
        String likeness = row.getString("likeness");
        return new KnownDocument(
                row.getString("url"),
                row.getString("text_sha256"),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                Instant.ofEpochMilli(row.getLong("round")),
                likeness == null ? null : new Likeness(likeness));
    }

    /** A document whose canonical address may be another form of some page's. */
    public record Relative(String canonicalUrl, KnownDocument document) {}

    /** @param family as in {@link PageFamily#of} */
    public List<Relative> family(long family) {
        return db.query(
                row -> new Relative(row.getString("canonical_url"), known(row)),
                "SELECT * FROM document WHERE family = ? LIMIT 20",
                family);
    }

    public void remember(String canonicalUrl, KnownDocument document) {
        db.update(
                "INSERT OR REPLACE INTO document (canonical_url, url, text_sha256, seen_at, round, family, likeness)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                canonicalUrl,
                document.url(),
                document.textSha256(),
                document.seenAt().toEpochMilli(),
                document.round().toEpochMilli(),
                PageFamily.of(canonicalUrl),
                document.likeness() == null ? null : document.likeness().value());
    }

    /**
     * A document that is archived and about to be published.
     *
     * @param ended what will be recorded once it is acknowledged
     */
    public record Pending(Document document, Ended ended) {}

    public void notePending(Pending pending) {
        db.update(
                "INSERT OR REPLACE INTO pending (url, document, ended) VALUES (?, ?, ?)",
                pending.ended().url(),
                json.writeValueAsBytes(pending.document()),
                json.writeValueAsBytes(pending.ended()));
    }

    /** What a killed process left between archive and acknowledgement. */
    public List<Pending> pending() {
        return db.query(
                r -> new Pending(
                        json.readValue(r.getBytes("document"), Document.class),
                        json.readValue(r.getBytes("ended"), Ended.class)),
                "SELECT document, ended FROM pending");
    }

    /** As {@link #end(Ended)}, with something that goes out at once or not at all. */
    public void end(Ended ended, Outgoing outgoing) {
        together(() -> {
            end(ended);
            db.send(outgoing);
        });
    }

    /** Records how an attempt at an address ended: its state, its document's and the counters at once. */
    public void end(Ended ended) {
        together(() -> {
            db.update("DELETE FROM pending WHERE url = ?", ended.url());
            frontier.end(ended);
            Ended.Capture capture = ended.capture();
            String text = capture == null ? null : capture.textSha256();
            if (ended.canonicalUrl() != null && capture != null && text != null) {
                coverage.captured(ended.source(), ended.at(), document(ended.canonicalUrl()), text);
                remember(
                        ended.canonicalUrl(),
                        new KnownDocument(ended.url(), text, ended.at(), Instant.EPOCH, capture.likeness()));
            } else if (ended.status().startsWith(StageCounts.UNCHANGED)) {
                db.update(
                        "UPDATE document SET seen_at = ? WHERE url = ?",
                        ended.at().toEpochMilli(),
                        ended.url());
            }
            count(ended.source(), ended.status(), 1);
            coverage.ended(ended.source(), ended.at(), ended.status(), 1);
        });
    }

    public void count(String source, String status, long n) {
        db.update(
                "INSERT INTO counter (source, status, n) VALUES (?, ?, ?)"
                        + " ON CONFLICT (source, status) DO UPDATE SET n = n + excluded.n",
                source,
                status,
                n);
    }

    /** Status to number, by source. */
    public SortedMap<String, SortedMap<String, Long>> counters() {
        SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
        db.query(
                        r -> new Counter(r.getString("source"), r.getString("status"), r.getLong("n")),
                        "SELECT source, status, n FROM counter")
                .forEach(
                        c -> all.computeIfAbsent(c.source, s -> new TreeMap<>()).put(c.status, c.n));
        return all;
    }

    private record Counter(String source, String status, long n) {}

    /** Begins a pass over a source, or takes up the one that was not ended; answers its start. */
    public Instant beginPass(String source, Instant now) {
        Optional<Long> open = db.first(
                r -> r.getLong(1), "SELECT started_at FROM pass WHERE source = ? AND ended_at IS NULL", source);
        if (open.isPresent()) {
            return Instant.ofEpochMilli(open.get());
        }
        db.update(
                "INSERT INTO pass (source, started_at) VALUES (?, ?) ON CONFLICT (source)"
                        + " DO UPDATE SET started_at = excluded.started_at, ended_at = NULL, problem = NULL",
                source,
                now.toEpochMilli());
        return Instant.ofEpochMilli(now.toEpochMilli());
    }

    /** @param problem why the source could not be read; absent when it could */
    public void endPass(String source, Instant now, @Nullable String problem) {
        together(() -> {
            db.update(
                    "UPDATE pass SET ended_at = ?, problem = ? WHERE source = ?", now.toEpochMilli(), problem, source);
            coverage.looked(source, now, problem);
        });
    }

    /** @param longest pause between two requests to a host; a longer wait is a host's trouble */
    public HostPauses hostPauses(Duration longest) {
        return new HostPauses(db, longest);
    }

    public PassTimes passTimes() {
        return new PassTimes(db);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            db.close();
        }
    }
}
