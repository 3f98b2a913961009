package org.watchword.ingest.frontier;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite connection, used by one thread at a time. A committed transaction is on disk (WAL, {@code synchronous=FULL}); or, where a
 * {@link Journal} keeps the rows, in the journal, and the file may be lost.
 */
final class Database implements AutoCloseable {

    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE IF NOT EXISTS url (
              url TEXT PRIMARY KEY, source TEXT NOT NULL, host TEXT NOT NULL, active INTEGER NOT NULL,
              next_due INTEGER, etag TEXT, last_modified TEXT, payload_sha256 TEXT, text_sha256 TEXT,
              failures INTEGER NOT NULL DEFAULT 0, status TEXT, ended_at INTEGER,
              priority INTEGER NOT NULL DEFAULT 1, interval INTEGER, changed_at INTEGER, address TEXT) WITHOUT ROWID""",
            "CREATE INDEX IF NOT EXISTS url_due ON url (active, next_due)",
            "DROP INDEX IF EXISTS url_host_due",
            "CREATE INDEX IF NOT EXISTS url_queue ON url (active, host, priority, next_due)",
            """
            CREATE TABLE IF NOT EXISTS document (
              canonical_url TEXT PRIMARY KEY, url TEXT NOT NULL, text_sha256 TEXT NOT NULL, seen_at INTEGER NOT NULL,
              round INTEGER NOT NULL, family INTEGER, likeness TEXT) WITHOUT ROWID""",
            "CREATE INDEX IF NOT EXISTS document_url ON document (url)",
            "CREATE INDEX IF NOT EXISTS document_family ON document (family)",
            """
            CREATE TABLE IF NOT EXISTS counter (
              source TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (source, status)) WITHOUT ROWID""",
            "CREATE TABLE IF NOT EXISTS pending (url TEXT PRIMARY KEY, document BLOB NOT NULL, ended BLOB NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE IF NOT EXISTS file (
              source TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
              done INTEGER NOT NULL, complete INTEGER NOT NULL, PRIMARY KEY (source, path)) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS pass (
              source TEXT PRIMARY KEY, started_at INTEGER NOT NULL, ended_at INTEGER, problem TEXT,
              definition TEXT, next_at INTEGER, interval INTEGER, changed_at INTEGER) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS host (
              host TEXT PRIMARY KEY, pause INTEGER NOT NULL, closed_until INTEGER) WITHOUT ROWID""",
            "CREATE TABLE IF NOT EXISTS robots_outage (origin TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE IF NOT EXISTS list (
              source TEXT NOT NULL, url TEXT NOT NULL, recipe TEXT NOT NULL, etag TEXT, last_modified TEXT,
              changed_at INTEGER, read_at INTEGER NOT NULL, fresh INTEGER NOT NULL,
              PRIMARY KEY (source, url)) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS backfill (
              source TEXT NOT NULL, range TEXT NOT NULL, url TEXT NOT NULL, done_at INTEGER NOT NULL, problem TEXT,
              PRIMARY KEY (source, range, url)) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS hint (
              url TEXT PRIMARY KEY, published_at INTEGER, title TEXT, speaker TEXT, speaker_office TEXT,
              language TEXT, found_in TEXT) WITHOUT ROWID""");

    /** Columns that came after the first version of their table. */
    private static final List<Column> ADDED = List.of(
            new Column("url", "priority", "INTEGER NOT NULL DEFAULT 1", "CASE WHEN ended_at IS NULL THEN 1 ELSE 2 END"),
            new Column("url", "interval", "INTEGER", "NULL"),
            new Column("url", "changed_at", "INTEGER", "NULL"),
            new Column("url", "address", "TEXT", "NULL"),
            new Column("document", "family", "INTEGER", "NULL"),
            new Column("document", "likeness", "TEXT", "NULL"),
            new Column("pass", "definition", "TEXT", "NULL"),
            new Column("pass", "next_at", "INTEGER", "NULL"),
            new Column("pass", "interval", "INTEGER", "NULL"),
            new Column("pass", "changed_at", "INTEGER", "NULL"),
            new Column("hint", "found_in", "TEXT", "NULL"));

    /** @param value of the rows that are there */
    private record Column(String table, String name, String type, String value) {}

    private final Connection connection;
    /** By text; there are as many as the source code has. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private final Journal journal;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private @Nullable RowLog rows;
    private boolean watched;
    private boolean inTransaction;
    private final Queue<Turn<?>> turns = new ConcurrentLinkedQueue<>();

    Database(Path file, Journal journal) {
        this.journal = journal;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement s = connection.createStatement()) {
                s.execute("PRAGMA journal_mode=" + (journal.keepsRows() ? "MEMORY" : "WAL"));
                s.execute("PRAGMA synchronous=" + (journal.keepsRows() ? "OFF" : "FULL"));
                s.execute("PRAGMA busy_timeout=5000");
                for (Column column : ADDED) {
                    add(s, column);
                }
                for (String statement : SCHEMA) {
                    s.execute(statement);
                }
            }
        } catch (SQLException e) {
            throw new StateException("the fetch state " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** A table that is not there yet gets its columns when it is made. */
    private static void add(Statement statement, Column column) throws SQLException {
        boolean exists = false;
        boolean has = false;
        try (ResultSet columns = statement.executeQuery("PRAGMA table_info(" + column.table + ")")) {
            while (columns.next()) {
                exists = true;
                has |= columns.getString("name").equals(column.name);
            }
        }
        if (exists && !has) {
            statement.execute("ALTER TABLE " + column.table + " ADD COLUMN " + column.name + " " + column.type);
            statement.execute("UPDATE " + column.table + " SET " + column.name + " = " + column.value);
        }
    }

    /** Puts rows in that a journal has kept. Not noted in it again; to be called before {@link #watch}. */
    synchronized void restore(List<Journal.Row> kept) {
        try {
            RowLog log = rows();
            connection.setAutoCommit(false);
            for (Journal.Row row : kept) {
                log.put(row);
            }
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            end(true);
        }
    }

    /** From now on every change goes to the journal. */
    synchronized void watch() {
        try {
            rows().watch();
            watched = true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private RowLog rows() throws SQLException {
        RowLog log = rows;
        if (log == null) {
            log = new RowLog(connection);
            rows = log;
        }
        return log;
    }

    /** Sends something with the changes of the transaction that is under way. */
    synchronized void send(Outgoing what) {
        if (!inTransaction) {
            throw new IllegalStateException("outside of a transaction");
        }
        outgoing.add(what);
    }

    /** Work on the database. */
    interface Work<T extends @Nullable Object> {
        T run();
    }

    /** Reads one row into a value; asks the database nothing. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * All or nothing; a call inside another belongs to the outer one. Threads that come while another waits for the disk are served
     * together, by one of them and with one commit: the disk can be waited for a few hundred times a second and no more.
     *
     * @param work may be run by another thread than the caller's
     */
    <T extends @Nullable Object> T transaction(Work<T> work) {
        if (Thread.holdsLock(this)) {
            return inTransaction ? work.run() : alone(work);
        }
        if (journal.keepsRows()) {
            synchronized (this) {
                return alone(work);
            }
        }
        Turn<T> mine = new Turn<>(work);
        turns.add(mine);
        synchronized (this) {
            if (!mine.served) {
                serve();
            }
        }
        return mine.outcome();
    }

    private void serve() {
        List<Turn<?>> served = new ArrayList<>();
        for (Turn<?> next = turns.poll(); next != null; next = turns.poll()) {
            served.add(next);
        }
        try {
            alone(() -> {
                served.forEach(turn -> turn.run(this));
                return true;
            });
        } catch (RuntimeException | Error e) {
            served.forEach(turn -> turn.failed = turn.failed == null ? e : turn.failed);
        } finally {
            served.forEach(turn -> turn.served = true);
        }
    }

    /** One thread's work among that of others: where it fails, theirs is none the worse for it. */
    private static final class Turn<T extends @Nullable Object> {
        private final Work<T> work;
        private boolean served;
        private @Nullable Throwable failed;
        private @Nullable T result;

        Turn(Work<T> work) {
            this.work = work;
        }

        void run(Database db) {
            try {
                Savepoint before = db.connection.setSavepoint();
                try {
                    result = work.run();
                } catch (RuntimeException | Error e) {
                    failed = e;
                    db.connection.rollback(before);
                }
                db.connection.releaseSavepoint(before);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @SuppressWarnings("NullAway") // The result is as nullable as the work's.
        T outcome() {
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed != null) {
                throw (RuntimeException) failed;
            }
            return result;
        }
    }

    private <T extends @Nullable Object> T alone(Work<T> work) {
        inTransaction = true;
        boolean committed = false;
        try {
            connection.setAutoCommit(false);
            T result = work.run();
            List<Journal.Row> changed = watched ? rows().drain() : List.of();
            if (!changed.isEmpty() || !outgoing.isEmpty()) {
                journal.commit(changed, List.copyOf(outgoing));
            }
            connection.commit();
            committed = true;
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            inTransaction = false;
            outgoing.clear();
            end(committed);
        }
    }

    private void end(boolean committed) {
        try {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        if (!Thread.holdsLock(this) || !inTransaction) {
            return transaction(() -> update(sql, values));
        }
        try {
            return prepared(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    synchronized <T> List<T> query(Row<T> row, String sql, @Nullable Object... values) {
        try (ResultSet rows = prepared(sql, values).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) {
        return query(row, sql, values).stream().findFirst();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Long millis = longOrNull(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static StateException failed(SQLException e) {
        return new StateException("the fetch state cannot be used: " + e.getMessage(), e);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
