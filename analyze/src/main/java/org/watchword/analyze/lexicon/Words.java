package org.watchword.analyze.lexicon;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/**
 * The words of a sentence as rules see them: quotation marks left out, because a speaker's words and the reporter's words around them
 * form one sentence, and English contractions and French elisions taken apart where the tokenizer did not.
 */
public final class Words {

    private static final Set<String> QUOTATION_MARKS =
            Set.of("\"", "“", "”", "„", "«", "»", "''", "``", "‘", "‟", "‹", "›", "*", "'");
    private static final List<String> TAILS = List.of("n't", "'re", "'ll", "'ve", "'m", "'d", "'s");
    private static final Map<String, String> SHORT = Map.ofEntries(
            entry("n't", "not"),
            entry("are", "be"),
            entry("'re", "be"),
            entry("'ll", "will"),
            entry("'ve", "have"),
            entry("'m", "be"),
            entry("ca", "can"),
            entry("wo", "will"),
            entry("sha", "shall"));
    /** How many letters of a contraction written without its apostrophe (<i>dont</i>, <i>theyre</i>) are its head. */
    private static final Map<String, Integer> UNMARKED = Map.ofEntries(
            entry("dont", 2),
            entry("cant", 2),
            entry("wont", 2),
            entry("isnt", 2),
            entry("arent", 3),
            entry("aint", 2),
            entry("wasnt", 3),
            entry("werent", 4),
            entry("doesnt", 4),
            entry("didnt", 3),
            entry("hasnt", 3),
            entry("havent", 4),
            entry("hadnt", 3),
            entry("wouldnt", 5),
            entry("shouldnt", 6),
            entry("couldnt", 5),
            entry("im", 1),
            entry("ive", 1),
            entry("youre", 3),
            entry("youve", 3),
            entry("theyre", 4),
            entry("theyve", 4),
            entry("theyll", 4),
            entry("thats", 4));

    private final List<Word> words;
    private final FirstWords lists;
    /** For each word the lists that it may begin a term of. */
    private final long[][] begun;

    private final long[] begunAnywhere;

    private Words(List<Word> words, FirstWords lists) {
        this.words = words;
        this.lists = lists;
        this.begun = lists.begun(words);
        this.begunAnywhere = lists.anywhere(begun);
    }

    /** As {@link #of(Sentence, String, FirstWords)}, for few questions. */
    public static Words of(Sentence sentence, String language) {
        return of(sentence, language, FirstWords.NONE);
    }

    /**
     * Reads a sentence.
     *
     * @param language BCP 47 tag; it decides how case is folded
     * @param lists those of the language, to be ruled out quickly
     */
    public static Words of(Sentence sentence, String language, FirstWords lists) {
        List<Word> words = new ArrayList<>(sentence.tokens().size());
        for (Token token : sentence.tokens()) {
            if (!QUOTATION_MARKS.contains(token.surface())) {
                add(words, token, language);
            }
        }
        return new Words(List.copyOf(words), lists);
    }

    private static void add(List<Word> words, Token token, String language) {
        String folded = Folding.fold(token.surface(), language);
        if (language.startsWith("en")) {
            String undone = Disguise.undone(folded);
            if (!undone.equals(folded)) {
                words.add(new Word(
                        token.start(),
                        token.end(),
                        token.surface(),
                        undone,
                        lemma(undone),
                        undone.equals("are") ? "AUX" : ""));
                return;
            }
            if (folded.equals("cannot")) {
                words.add(part(token, "can", "AUX"));
                words.add(part(token, "not", "PART"));
                return;
            }
            Integer head = UNMARKED.get(folded);
            if (head == null && words.isEmpty() && folded.equals("lets")) {
                head = 3;
            }
            if (head != null) {
                unmarked(words, token, folded, head);
                return;
            }
            for (String tail : TAILS) {
                if (folded.length() > tail.length() && folded.endsWith(tail)) {
                    String whole = folded.substring(0, folded.length() - tail.length());
                    words.add(new Word(token.start(), token.end(), token.surface(), whole, lemma(whole), ""));
                    words.add(part(token, tail, tail.equals("'s") ? "PART" : "AUX"));
                    return;
                }
            }
        }
        int second = Folding.elision(folded, language);
        if (second > 0) {
            elided(words, token, folded, second);
            return;
        }
        String lemma = Folding.fold(token.lemma(), language);
        words.add(new Word(
                token.start(), token.end(), token.surface(), folded, SHORT.getOrDefault(folded, lemma), token.pos()));
    }

    private static void unmarked(List<Word> words, Token token, String folded, int head) {
        String tail = folded.substring(head);
        boolean denied = tail.equals("nt");
        words.add(part(token, folded.substring(0, head), denied ? "AUX" : ""));
        words.add(part(token, denied ? "n't" : "'" + tail, denied ? "PART" : "AUX"));
    }

    /** Each part of <i>qu'ils</i> has its own offsets where the folded word is as long as the token. */
    private static void elided(List<Word> words, Token token, String folded, int second) {
        boolean exact = folded.length() == token.end() - token.start();
        int cut = exact ? second : 0;
        String head = folded.substring(0, second);
        String rest = folded.substring(second);
        words.add(new Word(
                token.start(),
                exact ? token.start() + cut : token.end(),
                exact ? token.surface().substring(0, cut) : token.surface(),
                head,
                head,
                ""));
        words.add(new Word(token.start() + cut, token.end(), token.surface().substring(cut), rest, rest, token.pos()));
    }

    private static String lemma(String word) {
        return SHORT.getOrDefault(word, word);
    }

    private static Word part(Token token, String folded, String pos) {
        return new Word(token.start(), token.end(), folded, folded, lemma(folded), pos);
    }

    public int size() {
        return words.size();
    }

    public Word get(int index) {
        return words.get(index);
    }

    /** The folded word, or an empty text outside the sentence. */
    public String folded(int index) {
        return index < 0 || index >= words.size() ? "" : words.get(index).folded();
    }

    /** Whether a term of a list may begin at a word; if not, none does. */
    boolean mayBegin(WordList list, int at) {
        return !lists.knows(list) || FirstWords.holds(begun[at], list);
    }

    /** Whether a term of a list may begin somewhere; if not, none does. */
    public boolean mayHold(WordList list) {
        return !list.isEmpty() && (!lists.knows(list) || FirstWords.holds(begunAnywhere, list));
    }

    public List<Word> all() {
        return words;
    }
}
