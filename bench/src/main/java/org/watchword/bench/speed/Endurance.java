package org.watchword.bench.speed;

import java.io.PrintWriter;
import java.util.List;

/** Whether memory stays flat over many different documents. */
final class Endurance {

    private static final int REPORTS = 10;

    private Endurance() {}

    /** Analyses {@code count} pieces of the texts, of {@code length} characters; each also holds words no other has, as new names and numbers come every day. */
    static void measure(TimedAnalyzer analyzer, List<String> texts, int count, int length, PrintWriter out) {
        String all = String.join(" ", texts);
        analyzer.clear();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            from = from + 2 * length < all.length() ? from + length : i % length;
            analyzer.analyze("e" + i, fresh(i) + all.substring(from, from + length));
            if (i % Math.max(1, count / REPORTS) == 0) {
                out.printf("%,9d documents: %,d MB live after collection%n", i, liveMegabytes());
                out.flush();
            }
        }
        out.printf("%,d tokens, %,.0f tokens/s%n", analyzer.tokens(), analyzer.tokensPerSecond());
    }

    private static String fresh(int i) {
        String number = Integer.toString(i, 26);
        StringBuilder name = new StringBuilder();
        number.chars().forEach(c -> name.append((char) ('a' + Character.digit(c, 26))));
        return "Mr Ov" + name + " of Kel" + name + "stan " + name + "ed " + i + " times. ";
    }

    private static long liveMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
