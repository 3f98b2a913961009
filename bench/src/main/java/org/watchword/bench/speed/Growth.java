package org.watchword.bench.speed;

import java.io.PrintWriter;
import java.util.List;

/** Whether time and memory grow with the length of one text, or faster. */
final class Growth {

    private static final int[] LENGTHS = {100_000, 1_000_000, 10_000_000};

    private Growth() {}

    static void measure(TimedAnalyzer analyzer, List<String> texts, PrintWriter out) {
        for (int length : LENGTHS) {
            String text = longText(texts, length);
            analyzer.clear();
            analyzer.analyze("long", text);
            Runtime runtime = Runtime.getRuntime();
            out.printf(
                    "one text of %,d characters: %.2f s, %,.0f tokens/s (%s), heap used before collection %,d MB%n",
                    text.length(),
                    analyzer.seconds(),
                    analyzer.tokensPerSecond(),
                    analyzer.shares(),
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            out.flush();
        }
    }

    private static String longText(List<String> texts, int length) {
        StringBuilder all = new StringBuilder(length + 1);
        for (int i = 0; all.length() < length; i++) {
            all.append(texts.get(i % texts.size())).append("\n\n");
        }
        all.setLength(length);
        return all.toString();
    }
}
