package org.watchword.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.address.WebAddress;

/** Several threads, one disk. */
class DatabaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static void put(Database db, String source, int n) {
        db.update("INSERT INTO counter (source, status, n) VALUES (?, 'emitted', ?)", source, n);
    }

    private static List<String> sources(Database db) {
        return db.query(row -> row.getString(1), "SELECT source FROM counter ORDER BY source");
    }

    /** While one thread holds the database the others come to stand together, and are then served with one commit. */
    @Test
    void whatFailsAmongOthersTakesNothingOfTheirsAlongAndLeavesNothingOfItsOwn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> by = Collections.synchronizedList(new ArrayList<>());
        try (Database db = new Database(folder.resolve("a.db"), Journal.NONE)) {
            List<Future<Boolean>> all = new ArrayList<>();
            CountDownLatch started = new CountDownLatch(8);
            synchronized (db) {
                for (int i = 0; i < 8; i++) {
                    int number = i;
                    all.add(threads.submit(() -> {
                        started.countDown();
                        return db.transaction(() -> {
                            by.add(Thread.currentThread().getName());
                            put(db, "s" + number, number);
                            if (number == 3) {
                                throw new IllegalStateException("told so");
                            }
                            return true;
                        });
                    }));
                }
                started.await();
                TimeUnit.MILLISECONDS.sleep(200);
            }
            for (int i = 0; i < 8; i++) {
                Future<Boolean> one = all.get(i);
                if (i == 3) {
                    assertThatThrownBy(one::get).hasRootCauseMessage("told so");
                } else {
                    assertThat(one.get()).isTrue();
                }
            }
            assertThat(by).hasSize(8);
            assertThat(by.stream().distinct())
                    .as("one thread did the work of all")
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        try (Database db = new Database(folder.resolve("a.db"), Journal.NONE)) {
            assertThat(sources(db)).containsExactly("s0", "s1", "s2", "s4", "s5", "s6", "s7");
        }
    }

    @Test
    void whatAnEarlierVersionOfTheProgramHasKeptIsRead() throws Exception {
        String url = "http://vale.example/a?a=1&b=2";
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("frontier.db"));
                Statement sql = old.createStatement()) {
            sql.execute(
                    "CREATE TABLE url (url TEXT PRIMARY KEY, source TEXT NOT NULL, host TEXT NOT NULL, active INTEGER NOT NULL,"
                            + " next_due INTEGER, etag TEXT, last_modified TEXT, payload_sha256 TEXT, text_sha256 TEXT,"
                            + " failures INTEGER NOT NULL DEFAULT 0, status TEXT, ended_at INTEGER) WITHOUT ROWID");
            sql.execute(
                    "CREATE TABLE document (canonical_url TEXT PRIMARY KEY, url TEXT NOT NULL, text_sha256 TEXT NOT NULL,"
                            + " seen_at INTEGER NOT NULL, round INTEGER NOT NULL) WITHOUT ROWID");
            sql.execute("INSERT INTO url (url, source, host, active, next_due) VALUES ('" + url
                    + "', 's', 'vale.example', 1, 5)");
            sql.execute("INSERT INTO document VALUES ('" + url + "', '" + url + "', 'd', 5, 0)");
        }

        try (FetchState state = FetchState.open(folder)) {
            assertThat(state.frontier().find(url)).map(UrlState::address).contains(url);
            assertThat(state.document(url)).get().satisfies(known -> assertThat(known.likeness())
                    .isNull());
            Frontier.Found found = new Frontier.Found(
                    WebAddress.of("http://vale.example/a?b=2&a=1").orElseThrow(), null);
            assertThat(state.frontier().add("s", List.of(found), Instant.EPOCH, false))
                    .as("known")
                    .isZero();
        }
    }

    @Test
    void aTransactionWithinAnotherIsPartOfIt() {
        try (Database db = new Database(folder.resolve("a.db"), Journal.NONE)) {
            assertThatThrownBy(() -> db.transaction(() -> {
                        db.transaction(() -> {
                            put(db, "inner", 1);
                            return true;
                        });
                        throw new IllegalStateException("told so");
                    }))
                    .hasMessage("told so");
            assertThat(sources(db)).isEmpty();
        }
    }
}
