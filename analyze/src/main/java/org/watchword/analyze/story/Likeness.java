package org.watchword.analyze.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What makes two texts copies of each other. */
public enum Likeness {
    /** The same words. */
    SAME,
    /** Of like length, with many runs of words in common. */
    ALIKE,
    /** The shorter stands in the longer, and is at least half of it. */
    CONTAINED,
    /** The longer begins as the shorter does and goes on, as when a report is cut from its end. */
    CUT,
    /** Nothing. */
    NONE;

    /** Unless it begins it, a text must be at least so much of a longer one: pages of many short reports hold each of them. */
    private static final double HALF = 0.5;

    /** The least part of a text that may be left of it at its beginning. */
    private static final double LEAST_CUT = 0.2;

    /** By how much the beginning of the longer may be longer: a headline, a dateline, a credit. */
    private static final double SLACK = 1.25;

    /** With fewer numbers in a text, nothing is concluded from them. */
    private static final int NUMBERS = 4;

    /**
     * Compares two texts.
     *
     * <p>Weekly bulletins, results and rates are written over the same form: their sentences are alike and their numbers are not. So texts
     * that are not the same must also share half the numbers of the one that has fewer.
     */
    public static Likeness of(TextSketch one, TextSketch other, StorySettings settings) {
        int least = Math.min(one.words(), other.words());
        if (least < StorySettings.LEAST_WORDS) {
            return NONE;
        }
        if (one.digest().equals(other.digest())) {
            return SAME;
        }
        if (least < settings.minWords()) {
            return NONE;
        }
        int thinning = Math.max(one.thinning(), other.thinning());
        int[] a = one.shingles(thinning);
        int[] b = other.shingles(thinning);
        Likeness found = a.length <= b.length ? compare(a, b, settings) : compare(b, a, settings);
        return found == NONE || sharesNumbers(one.numberHashes(), other.numberHashes()) ? found : NONE;
    }

    private static Likeness compare(int[] shorter, int[] longer, StorySettings settings) {
        if (shorter.length == 0) {
            return NONE;
        }
        int shared = shared(shorter, longer);
        double needed = settings.containment() * shorter.length;
        if (shorter.length >= HALF * longer.length) {
            boolean alike = shared >= settings.resemblance() * (shorter.length + longer.length - shared);
            return alike ? ALIKE : shared >= needed ? CONTAINED : NONE;
        }
        if (shared < needed || shorter.length < LEAST_CUT * longer.length) {
            return NONE;
        }
        int beginning = Math.min(longer.length, (int) Math.ceil(SLACK * shorter.length) + 1);
        return shared(shorter, Arrays.copyOf(longer, beginning)) >= needed ? CUT : NONE;
    }

    private static boolean sharesNumbers(int[] one, int[] other) {
        int fewer = Math.min(one.length, other.length);
        return fewer < NUMBERS || 2 * shared(one, other) >= fewer;
    }

    private static int shared(int[] one, int[] other) {
        Set<Integer> held = new HashSet<>(2 * other.length);
        for (int hash : other) {
            held.add(hash);
        }
        int shared = 0;
        for (int hash : one) {
            shared += held.contains(hash) ? 1 : 0;
        }
        return shared;
    }
}
