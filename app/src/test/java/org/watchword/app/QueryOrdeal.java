package org.watchword.app;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.watchword.index.QueryException;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;

/**
 * Asks what nobody would: queries drawn from a seed out of everything that means something in a query, in any order. Each must be answered,
 * or refused with words for the person who typed it, and soon.
 */
final class QueryOrdeal {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final List<String> PIECES = List.of(
            "rats",
            "İNCİR",
            "գետը",
            "они",
            "😀",
            "e\u0301\u0301",
            "\u202E",
            "\0",
            " ",
            "\n",
            "AND",
            "OR",
            "NOT",
            "&&",
            "||",
            "!",
            "+",
            "-",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\\",
            "/",
            "~",
            "~2",
            "~9",
            "^",
            "^2",
            "^1e999",
            "*",
            "?",
            "ra*",
            "*s",
            ":",
            "text:",
            "speaker:",
            "date:",
            "captured:",
            "severity:",
            "nothing:",
            "_id:",
            "_exists_:text",
            "[2031-01 TO 2031-06]",
            "[* TO *}",
            "{2031 TO",
            "now/d",
            "<",
            ">=",
            "=",
            "99999999999999999999",
            "\"they are rats\"~3",
            "${x}",
            "%00",
            "<script>");

    private final StatementIndex index;

    QueryOrdeal(StatementIndex index) {
        this.index = index;
    }

    /**
     * At least so many, and as many more as there is time.
     *
     * @return how many were answered
     * @throws AssertionError naming the seed and the query that was neither answered nor refused
     */
    int run(long first, int least, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        int answered = 0;
        for (long seed = first; seed < first + least || System.nanoTime() < until; seed++) {
            String query = query(new Random(seed));
            long begin = System.nanoTime();
            try {
                index.search(StatementQuery.of(query));
                answered++;
            } catch (QueryException e) {
                if (e.position() < -1 || e.position() > query.length()) {
                    throw new AssertionError("seed " + seed + ": " + query + ": a place outside of it", e);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + query, e);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (took.compareTo(LONGEST) > 0) {
                throw new AssertionError("seed " + seed + " took " + took.toMillis() + " ms: " + query);
            }
        }
        return answered;
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        int pieces = 1 + random.nextInt(random.nextInt(20) == 0 ? 400 : 8);
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            query.append(random.nextInt(30) == 0 ? piece.repeat(1 + random.nextInt(60)) : piece)
                    .append(random.nextBoolean() ? " " : "");
        }
        return query.toString();
    }
}
