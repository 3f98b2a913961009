package org.watchword.analyze.name;

import java.util.List;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/** What each word of a sentence is, in numbers. Reused from sentence to sentence; belongs to one thread. */
final class SentenceWords {

    /** A longer sentence is read in pieces. */
    static final int LONGEST = 256;

    private static final int LONGEST_NAME = 6;

    final String[] surface = new String[LONGEST];
    final int[] folded = new int[LONGEST];
    final int[] letters = new int[LONGEST];
    final int[] outline = new int[LONGEST];
    final int[] pos = new int[LONGEST];
    final int[] lists = new int[LONGEST];
    final int[][] clusters = new int[WordKnowledge.CLUSTERINGS][LONGEST];

    /** For each word the lists that hold a name it belongs to, and where in that name it stands. */
    final int[] matched = new int[LONGEST];

    final int[] matchedPlace = new int[LONGEST];

    /** The run of capitalised words a word stands in: first word, one past the last; equal when it stands in none. */
    final int[] runStart = new int[LONGEST];

    final int[] runEnd = new int[LONGEST];

    final int[] forms = new int[LONGEST];

    /** What other places of the document tell of the word, as bits of {@link OtherMentions}. */
    final int[] elsewhere = new int[LONGEST];

    /** Whether a word may belong to a name; most words may not, and cost nothing. */
    final boolean[] possible = new boolean[LONGEST];

    int count;
    int lettering;

    private final WordKnowledge knowledge;

    SentenceWords(WordKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    void read(Sentence sentence, int from, int to, WordForms documentForms, OtherMentions others) {
        boolean whole = from == 0 && to == sentence.tokens().size();
        List<Token> tokens = whole ? sentence.tokens() : sentence.tokens().subList(from, to);
        count = tokens.size();
        lettering = LetterShape.lettering(tokens);
        boolean counted = (whole ? lettering : LetterShape.lettering(sentence.tokens())) == LetterShape.NORMAL;
        for (int i = 0; i < count; i++) {
            Token token = tokens.get(i);
            String word = token.surface();
            surface[i] = word;
            folded[i] = Hash.folded(word, 0, word.length());
            letters[i] = LetterShape.letters(word);
            outline[i] = LetterShape.outline(word);
            pos[i] = token.pos().hashCode();
            int place = knowledge.find(folded[i]);
            lists[i] = knowledge.lists(place);
            for (int c = 0; c < clusters.length; c++) {
                clusters[c][i] = knowledge.cluster(place, c);
            }
            forms[i] = documentForms.of(folded[i]);
            elsewhere[i] = letters[i] == LetterShape.SMALL || letters[i] == LetterShape.MARK
                    ? 0
                    : others.elsewhere(tokens, i, folded[i], counted);
            matched[i] = 0;
            matchedPlace[i] = 0;
        }
        match();
        findRuns();
        findPossible();
    }

    /** A small word may stand in a name where capitals stand around it, and anywhere in a line without capitals. */
    private void findPossible() {
        for (int i = 0; i < count; i++) {
            boolean written = letters[i] != LetterShape.SMALL
                    && letters[i] != LetterShape.MARK
                    && letters[i] != LetterShape.DIGITS;
            possible[i] = written
                    || lettering == LetterShape.WHISPERED
                    || matched[i] != 0
                    || runStart[i] != runEnd[i]
                    || i > 0 && i + 1 < count && isNameLike(i - 1) && isNameLike(i + 1);
        }
    }

    /** Marks listed names; where several begin at a word, the longest counts. */
    private void match() {
        for (int i = 0; i < count; i++) {
            if (lettering != LetterShape.WHISPERED && letters[i] == LetterShape.SMALL) {
                continue;
            }
            int key = folded[i];
            int here = lists[i];
            int end = (here & WordKnowledge.WHOLE) != 0 ? i + 1 : i;
            int found = here & WordKnowledge.WHOLE;
            for (int j = i + 1; j < count && j < i + LONGEST_NAME && (here & WordKnowledge.PREFIX) != 0; j++) {
                key = Hash.join(key, folded[j]);
                here = knowledge.lists(knowledge.find(key));
                if ((here & WordKnowledge.WHOLE) != 0) {
                    end = j + 1;
                    found = here & WordKnowledge.WHOLE;
                }
            }
            for (int j = i; j < end; j++) {
                if (matched[j] == 0) {
                    matched[j] = found;
                    matchedPlace[j] = end - i == 1 ? 4 : j == i ? 1 : j == end - 1 ? 3 : 2;
                }
            }
        }
    }

    private void findRuns() {
        int i = 0;
        while (i < count) {
            int end = runEndFrom(i);
            if (end == i) {
                runStart[i] = i;
                runEnd[i] = i;
                i++;
                continue;
            }
            for (int j = i; j < end; j++) {
                runStart[j] = i;
                runEnd[j] = end;
            }
            i = end;
        }
    }

    private int runEndFrom(int start) {
        int i = start;
        while (i < count && isNameLike(i)) {
            i++;
            if (i + 1 < count && isJoint(surface[i]) && isNameLike(i + 1)) {
                i++;
            } else if (i + 2 < count && surface[i].equals("of") && surface[i + 1].equals("the") && isNameLike(i + 2)) {
                i += 2;
            }
        }
        return i;
    }

    private boolean isNameLike(int i) {
        int l = letters[i];
        return l == LetterShape.CAPITALIZED
                || l == LetterShape.CAPITALS
                || l == LetterShape.MIXED
                || l == LetterShape.INITIAL && !surface[i].equals("I");
    }

    private static boolean isJoint(String word) {
        return switch (word) {
            case "of", "for", "de", "del", "la", "al", "bin", "ibn", "van", "von", "der", "&", "da", "dos", "el" ->
                true;
            default -> false;
        };
    }
}
