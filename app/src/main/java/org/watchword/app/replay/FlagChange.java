package org.watchword.app.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;

/**
 * A flag that a replay found and its predecessor did not, or the other way round, or that counts now and did not, or the other way round.
 *
 * @param kind what happened
 * @param statement the statement, as it is now; as it was, when it is no more
 * @param category of the flag
 * @param rule that marks it
 * @param before status and guards before; empty when the flag is new
 * @param now the same now; empty when the flag is no more
 */
record FlagChange(Kind kind, StatementRecord statement, String category, String rule, String before, String now) {

    /** What happened to a flag. */
    enum Kind {
        APPEARED,
        VANISHED,
        CHANGED
    }

    /**
     * Goes through the statements of two generations, each by id, and tells every difference in order of id, category and rule. Takes the
     * same memory for any number.
     */
    static void between(Iterator<StatementRecord> before, Iterator<StatementRecord> now, Consumer<FlagChange> changes) {
        @Nullable StatementRecord old = next(before);
        @Nullable StatementRecord made = next(now);
        while (old != null || made != null) {
            int order = old == null ? 1 : made == null ? -1 : old.id().compareTo(made.id());
            of(order <= 0 ? old : null, order >= 0 ? made : null).forEach(changes);
            old = order <= 0 ? next(before) : old;
            made = order >= 0 ? next(now) : made;
        }
    }

    private static @Nullable StatementRecord next(Iterator<StatementRecord> statements) {
        return statements.hasNext() ? statements.next() : null;
    }

    private static List<FlagChange> of(@Nullable StatementRecord before, @Nullable StatementRecord now) {
        StatementRecord statement = now == null ? before : now;
        if (statement == null) {
            return List.of();
        }
        SortedMap<String, String> old = states(before);
        SortedMap<String, String> made = states(now);
        TreeMap<String, String> keys = new TreeMap<>(old);
        keys.putAll(made);
        List<FlagChange> changes = new ArrayList<>();
        for (String key : keys.keySet()) {
            String was = old.getOrDefault(key, "");
            String is = made.getOrDefault(key, "");
            if (!was.equals(is)) {
                Kind kind = was.isEmpty() ? Kind.APPEARED : is.isEmpty() ? Kind.VANISHED : Kind.CHANGED;
                int tab = key.indexOf('\t');
                changes.add(new FlagChange(kind, statement, key.substring(0, tab), key.substring(tab + 1), was, is));
            }
        }
        return changes;
    }

    /** By category and rule: {@code flagged high}, {@code context high: negation}. */
    private static SortedMap<String, String> states(@Nullable StatementRecord statement) {
        TreeMap<String, String> states = new TreeMap<>();
        if (statement != null) {
            statement.flags().stream()
                    .sorted(Comparator.comparing(Flag::start).thenComparing(Flag::end))
                    .forEach(flag -> states.merge(
                            flag.category().id() + '\t' + flag.rule(), state(flag), (a, b) -> a + "; " + b));
        }
        return states;
    }

    private static String state(Flag flag) {
        String guards = String.join(
                ", ", flag.guards().stream().map(g -> g.guard()).distinct().toList());
        return flag.status().name().toLowerCase(java.util.Locale.ROOT)
                + ' '
                + flag.severity().id()
                + (guards.isEmpty() ? "" : ": " + guards);
    }
}
