package org.watchword.analyze.name;

import java.util.List;
import java.util.Set;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/**
 * What the other places where a document has the same word tell of it: "Dr Oren" in one sentence tells what "Oren" is in the next
 * (Chieu and Ng 2003). Immutable once built.
 */
final class OtherMentions {

    /** Kinds of evidence, each a bit. */
    static final int KINDS = 14;

    private static final int AFTER_TITLE = 0;
    private static final int AFTER_GIVEN = 1;
    private static final int AFTER_PLACE_WORD = 2;
    private static final int SPEAKS = 3;
    private static final int AFTER_ARTICLE = 4;
    private static final int IN_BODY = 5;
    private static final int IN_PLACE = 6;
    private static final int BEFORE_COUNTRY = 7;
    private static final int FIRST_OF_RUN = 8;
    private static final int INSIDE_RUN = 9;
    private static final int OWNS = 10;
    private static final int BRACKETED = 11;
    private static final int INITIALS = 12;
    private static final int ALONE = 13;

    /** Counters of four bits each. */
    private static final int MOST = 15;

    private static final int LONGEST_RUN = 8;
    private static final Set<String> PLACE_WORDS =
            Set.of("in", "near", "at", "outside", "around", "across", "toward", "towards");
    private static final Set<String> SPEECH = Set.of(
            "said",
            "says",
            "told",
            "added",
            "tells",
            "adds",
            "wrote",
            "warned",
            "argued",
            "noted",
            "insisted",
            "denied",
            "claimed");

    private final WordKnowledge knowledge;
    private int[] keys;
    private long[] counts;
    private int used;

    private OtherMentions(WordKnowledge knowledge) {
        this.knowledge = knowledge;
        keys = new int[256];
        counts = new long[256];
    }

    static OtherMentions of(List<Sentence> sentences, WordKnowledge knowledge) {
        OtherMentions mentions = new OtherMentions(knowledge);
        for (Sentence sentence : sentences) {
            List<Token> tokens = sentence.tokens();
            if (LetterShape.lettering(tokens) == LetterShape.NORMAL) {
                for (int i = 0; i < tokens.size(); i++) {
                    if (isCapital(tokens, i)) {
                        mentions.add(fold(tokens, i), mentions.here(tokens, i));
                        mentions.addInitials(tokens, i);
                    }
                }
            }
        }
        return mentions;
    }

    /**
     * The kinds of evidence at other places, as bits; the evidence of this place, which the features tell anyway, is left out.
     *
     * @param counted whether this place was counted, as all in sentences written as usual are
     */
    int elsewhere(List<Token> tokens, int i, int key, boolean counted) {
        long seen = counts[slot(key)];
        if (seen == 0) {
            return 0;
        }
        int own = counted && isCapital(tokens, i) ? here(tokens, i) : 0;
        int bits = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            long count = seen >>> kind * 4 & MOST;
            if (count > (own >> kind & 1)) {
                bits |= 1 << kind;
            }
        }
        return bits;
    }

    private int here(List<Token> tokens, int i) {
        int bits = 0;
        int before = i == 0 ? 0 : knowledge.lists(knowledge.find(fold(tokens, i - 1)));
        boolean follows = isCapital(tokens, i - 1);
        if (i > 0) {
            String word = tokens.get(i - 1).surface();
            bits |= (before & WordKnowledge.TITLE) != 0 ? 1 << AFTER_TITLE : 0;
            bits |= follows && (before & WordKnowledge.GIVEN) != 0 ? 1 << AFTER_GIVEN : 0;
            bits |= PLACE_WORDS.contains(word) ? 1 << AFTER_PLACE_WORD : 0;
            bits |= word.equals("the") ? 1 << AFTER_ARTICLE : 0;
            bits |= follows ? 1 << INSIDE_RUN : 0;
        }
        int end = i + 1;
        while (end < tokens.size() && end < i + LONGEST_RUN && isCapital(tokens, end)) {
            end++;
        }
        if (end > i + 1) {
            int last = knowledge.lists(knowledge.find(fold(tokens, end - 1)));
            bits |= (last & WordKnowledge.ORGANIZATION_HEAD) != 0 ? 1 << IN_BODY : 0;
            bits |= (last & WordKnowledge.PLACE_HEAD) != 0 ? 1 << IN_PLACE : 0;
            bits |= follows ? 0 : 1 << FIRST_OF_RUN;
        } else if (end < tokens.size()) {
            String next = tokens.get(end).surface();
            bits |= follows ? 0 : 1 << ALONE;
            bits |= SPEECH.contains(next) ? 1 << SPEAKS : 0;
            bits |= next.equals("'s") || next.equals("\u2019s") ? 1 << OWNS : 0;
            bits |= next.equals(")") && i > 0 && tokens.get(i - 1).surface().equals("(") ? 1 << BRACKETED : 0;
            if (next.equals(",") && end + 1 < tokens.size() && isCapital(tokens, end + 1)) {
                int after = knowledge.lists(knowledge.find(fold(tokens, end + 1)));
                bits |= (after & WordKnowledge.COUNTRY) != 0 ? 1 << BEFORE_COUNTRY : 0;
            }
        }
        return bits;
    }

    /** "National Ports Authority" tells what "NPA" is. */
    private void addInitials(List<Token> tokens, int start) {
        if (isCapital(tokens, start - 1)) {
            return;
        }
        StringBuilder initials = new StringBuilder();
        for (int i = start; i < tokens.size() && i < start + LONGEST_RUN; i++) {
            String word = tokens.get(i).surface();
            if (isCapital(tokens, i)) {
                initials.append(word.charAt(0));
            } else if (!word.equals("of") && !word.equals("for") && !word.equals("and") && !word.equals("the")) {
                break;
            }
        }
        if (initials.length() > 2) {
            add(Hash.folded(initials.toString(), 0, initials.length()), 1 << INITIALS);
        }
    }

    private static int fold(List<Token> tokens, int i) {
        String word = tokens.get(i).surface();
        return Hash.folded(word, 0, word.length());
    }

    private static boolean isCapital(List<Token> tokens, int i) {
        return i >= 0 && Character.isUpperCase(tokens.get(i).surface().charAt(0));
    }

    private void add(int key, int bits) {
        if (used * 2 > keys.length) {
            grow();
        }
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            used += bits == 0 ? 0 : 1;
        }
        for (int kind = 0; kind < KINDS; kind++) {
            if ((bits >> kind & 1) != 0 && (counts[slot] >>> kind * 4 & MOST) < MOST) {
                counts[slot] += 1L << kind * 4;
            }
        }
    }

    private void grow() {
        int[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private int slot(int key) {
        int slot = Hash.mix(key) & keys.length - 1;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
