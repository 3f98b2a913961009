package org.watchword.bench.quotes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.Quote;

/** Pairs quotes that were found with quotes that are marked, one to one, the best overlap first. */
final class Matching {

    /** Share of the units of both contents that they have in common, at least. */
    private static final double OVERLAP = 0.5;

    private record Pair(double overlap, Quote found, LabelledQuote marked) {}

    private final Map<Quote, LabelledQuote> marked = new HashMap<>();
    private final Map<LabelledQuote, Quote> found = new HashMap<>();

    Matching(List<LabelledQuote> labels, List<Quote> quotes) {
        List<Pair> pairs = new ArrayList<>();
        for (Quote quote : quotes) {
            BitSet words = content(quote);
            for (LabelledQuote label : labels) {
                double overlap = overlap(words, label.content());
                if (overlap >= OVERLAP) {
                    pairs.add(new Pair(overlap, quote, label));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        for (Pair pair : pairs) {
            if (!marked.containsKey(pair.found) && !found.containsKey(pair.marked)) {
                marked.put(pair.found, pair.marked);
                found.put(pair.marked, pair.found);
            }
        }
    }

    boolean isRight(Quote quote) {
        return marked.containsKey(quote);
    }

    boolean isFound(LabelledQuote quote) {
        return found.containsKey(quote);
    }

    Map<Quote, LabelledQuote> pairs() {
        return marked;
    }

    private static BitSet content(Quote quote) {
        return LabelledQuote.units(quote.parts().isEmpty() ? List.of(quote.span()) : quote.parts());
    }

    private static double overlap(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        int shared = both.cardinality();
        return shared == 0 ? 0 : (double) shared / (a.cardinality() + b.cardinality() - shared);
    }
}
