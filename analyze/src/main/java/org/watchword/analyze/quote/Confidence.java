package org.watchword.analyze.quote;

import org.watchword.model.AttributionMethod;
import org.watchword.model.QuoteKind;

/**
 * How often an attribution of a kind is right: its words, and whose they are. The shares were counted on news articles whose every
 * attribution is marked (the half of PolNeAR's development part that rules were written against) and rounded; no single text or word of them decides anything.
 * {@code bench/run quotes} prints stated and counted shares side by side.
 */
final class Confidence {

    /** How surely a verb ties words to its subject, from the grammar around it. */
    enum Tie {
        /** A finite verb of speech beside its subject. */
        CLOSE,
        /** The same at a distance, or without a finite verb. */
        LOOSE,
        /** A verb of thought before a clause. */
        THOUGHT,
        /** A verb that announces an act, a plan or a judgement. */
        OBJECT,
        /** The same at a distance. */
        LOOSE_OBJECT
    }

    private Confidence() {}

    static double of(AttributionMethod method, QuoteKind kind, Tie tie) {
        boolean indirect = kind == QuoteKind.INDIRECT;
        return switch (method) {
            case TURN -> 0.97;
            case SIGNED -> 0.95;
            case PARENTHETICAL -> kind == QuoteKind.DIRECT ? 0.95 : indirect ? 0.65 : 0.85;
            case INVERTED -> indirect ? 0.65 : 0.87;
            case COLON, ACCORDING_TO, BESIDE -> 0.85;
            case CONTINUED -> 0.55;
            case NOMINAL -> indirect ? 0.35 : 0.6;
            case ANNOUNCED -> kind == QuoteKind.DIRECT ? direct(tie) : indirect ? indirect(tie) : mixed(tie);
            case NONE -> 0;
        };
    }

    private static double direct(Tie tie) {
        return switch (tie) {
            case CLOSE -> 0.95;
            case LOOSE -> 0.9;
            case THOUGHT, OBJECT, LOOSE_OBJECT -> 0.7;
        };
    }

    private static double mixed(Tie tie) {
        return switch (tie) {
            case CLOSE -> 0.9;
            case LOOSE, OBJECT -> 0.72;
            case THOUGHT, LOOSE_OBJECT -> 0.6;
        };
    }

    private static double indirect(Tie tie) {
        return switch (tie) {
            case CLOSE -> 0.76;
            case LOOSE -> 0.67;
            case THOUGHT -> 0.45;
            case OBJECT -> 0.58;
            case LOOSE_OBJECT -> 0.48;
        };
    }
}
