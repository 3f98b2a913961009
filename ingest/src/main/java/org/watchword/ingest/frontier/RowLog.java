package org.watchword.ingest.frontier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.ingest.frontier.Journal.Row;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes which rows of a database change, by triggers on every table, so that no code that writes has to know of it; and puts rows that
 * were noted elsewhere into it. Not thread-safe.
 */
final class RowLog {

    /** Documents under way: in a journal they are sent with the change that ends them, and never lie waiting. */
    private static final Set<String> LEFT_OUT = Set.of("pending", "instance");

    private final Connection connection;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private record Table(String name, List<String> columns, List<String> key) {

        String keyIs(String row) {
            List<String> terms = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                terms.add(quoted(key.get(i)) + " = json_extract(" + row + ", '$[" + i + "]')");
            }
            return String.join(" AND ", terms);
        }
    }

    RowLog(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement s = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = s.executeQuery("SELECT name FROM main.sqlite_master WHERE type = 'table'")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
            names.removeAll(LEFT_OUT);
            for (String name : names) {
                tables.put(name, table(s, name));
            }
        }
    }

    private static Table table(Statement s, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        Map<Integer, String> key = new java.util.TreeMap<>();
        try (ResultSet found = s.executeQuery("PRAGMA table_info(" + quoted(name) + ")")) {
            while (found.next()) {
                columns.add(found.getString("name"));
                if (found.getInt("pk") > 0) {
                    key.put(found.getInt("pk"), found.getString("name"));
                }
            }
        }
        return new Table(name, columns, List.copyOf(key.values()));
    }

    /** From now on changes are noted. */
    void watch() throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute("CREATE TEMP TABLE changed (name TEXT NOT NULL, row TEXT NOT NULL)");
            for (Table table : tables.values()) {
                for (String event : List.of("INSERT", "UPDATE", "DELETE")) {
                    String side = event.equals("DELETE") ? "OLD." : "NEW.";
                    s.execute("CREATE TEMP TRIGGER " + quoted("changed_" + table.name + "_" + event) + " AFTER " + event
                            + " ON main." + quoted(table.name) + " BEGIN INSERT INTO changed VALUES ('" + table.name
                            + "', json_array("
                            + table.key.stream().map(k -> side + quoted(k)).collect(Collectors.joining(", "))
                            + ")); END");
                }
            }
        }
    }

    /** The rows that have changed since this was last asked, as they are now. */
    List<Row> drain() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet changed =
                prepared("SELECT DISTINCT name, row FROM changed").executeQuery()) {
            while (changed.next()) {
                rows.add(new Row(changed.getString(1), changed.getString(2), null));
            }
        }
        if (!rows.isEmpty()) {
            prepared("DELETE FROM changed").executeUpdate();
            for (int i = 0; i < rows.size(); i++) {
                rows.set(i, now(rows.get(i)));
            }
        }
        return rows;
    }

    private Row now(Row row) throws SQLException {
        Table table = tables.get(row.table());
        if (table == null) {
            throw new IllegalStateException(row.table());
        }
        String values =
                table.columns.stream().map(c -> "'" + c + "', " + quoted(c)).collect(Collectors.joining(", "));
        PreparedStatement read = prepared(
                "SELECT json_object(" + values + ") FROM " + quoted(table.name) + " WHERE " + table.keyIs("?1"));
        read.setString(1, row.key());
        try (ResultSet found = read.executeQuery()) {
            return new Row(row.table(), row.key(), found.next() ? found.getString(1) : null);
        }
    }

    /** Puts a row in, or takes it out. What a later version of the program has kept and this one does not know is left out. */
    void put(Row row) throws SQLException {
        Table table = tables.get(row.table());
        if (table == null) {
            return;
        }
        String values = row.values();
        if (values == null) {
            PreparedStatement delete = prepared("DELETE FROM " + quoted(table.name) + " WHERE " + table.keyIs("?1"));
            delete.setString(1, row.key());
            delete.executeUpdate();
            return;
        }
        List<String> columns = new ArrayList<>(table.columns);
        columns.retainAll(JsonMapper.shared().readTree(values).propertyNames());
        String names = columns.stream().map(RowLog::quoted).collect(Collectors.joining(", "));
        String read =
                columns.stream().map(c -> "json_extract(?1, '$." + c + "')").collect(Collectors.joining(", "));
        PreparedStatement insert =
                prepared("INSERT OR REPLACE INTO " + quoted(table.name) + " (" + names + ") VALUES (" + read + ")");
        insert.setString(1, values);
        insert.executeUpdate();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
