package org.watchword.bench.rules;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.text.AnnotatedText;

/** Speeches that phrases are drawn from, and others in which they are looked for, by turns. */
final class SpeechHalves {

    static final int MOST = 600;
    static final int MANY = 10_000;
    static final long SEED = 2026;

    private final List<AnnotatedText> drawnFrom = new ArrayList<>();
    private final List<String> searched = new ArrayList<>();

    SpeechHalves(List<String> texts) {
        for (int k = 0; k < texts.size(); k++) {
            if (k % 2 == 0) {
                drawnFrom.add(SurfaceText.of(texts.get(k)));
            } else {
                searched.add(texts.get(k));
            }
        }
    }

    List<AnnotatedText> drawnFrom() {
        return drawnFrom;
    }

    List<String> searched() {
        return searched;
    }

    /** So many, evenly spread, so that few are like many. */
    static <T> List<T> every(List<T> items, int number) {
        List<T> some = new ArrayList<>();
        for (int k = 0; k < number; k++) {
            some.add(items.get((int) ((long) k * items.size() / number)));
        }
        return some;
    }
}
