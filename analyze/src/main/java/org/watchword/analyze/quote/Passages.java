package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/** Cuts an annotated text into passages. */
final class Passages {

    /** An announcement that follows a shout or question is no longer than this, in words. */
    private static final int LONGEST_ANNOUNCEMENT = 14;

    /** In words; attribution looks back and forth within a passage, so a line without sentences is cut. */
    private static final int LONGEST = 2_000;

    private final AnnotatedText text;
    private final Predicate<Token> speech;
    private final QuotationMarks marks;
    private final Titles titles;
    private final DashTurns dashes;
    private final TaggedWords words;
    private int next;
    private int nextQuote;
    private int nextPassageQuote;

    /**
     * @param speech whether a verb announces speech by itself
     * @param cue whether a verb announces speech or thought in any way
     */
    Passages(AnnotatedText text, QuoteLanguage language, Predicate<Token> speech, Predicate<Token> cue) {
        this.text = text;
        this.speech = speech;
        marks = new QuotationMarks(language.marks());
        titles = new Titles(language);
        dashes = new DashTurns(language);
        words = new TaggedWords(text.entities(), speech, cue, word -> isSpeaker(language, word));
    }

    private static boolean isSpeaker(QuoteLanguage language, String word) {
        return language.words(WordClass.SPEAKER).contains(word)
                || language.words(WordClass.BODY).contains(word);
    }

    List<Passage> all() {
        List<Passage> passages = new ArrayList<>();
        List<Span> paragraphs = Paragraphs.of(text.text());
        for (int p = 0; p < paragraphs.size(); p++) {
            Span paragraph = paragraphs.get(p);
            List<QuotedSpan> turns = dashes.in(text.text(), paragraph);
            List<QuotedSpan> quotes = turns.isEmpty() ? spoken(paragraph) : turns;
            List<Sentence> sentences = new ArrayList<>();
            while (next < text.sentences().size() && text.sentences().get(next).start() < paragraph.end()) {
                sentences.add(text.sentences().get(next++));
            }
            group(sentences, quotes, p, passages);
        }
        return passages;
    }

    private List<QuotedSpan> spoken(Span paragraph) {
        List<QuotedSpan> quotes = marks.in(text.text(), paragraph);
        return quotes.stream()
                .filter(q -> !titles.isTitle(text.text(), q) && !Titles.isNickname(text.text(), q))
                .toList();
    }

    private void group(List<Sentence> sentences, List<QuotedSpan> quotes, int paragraph, List<Passage> into) {
        List<Token> tokens = new ArrayList<>();
        nextQuote = 0;
        nextPassageQuote = 0;
        for (int i = 0; i < sentences.size(); i++) {
            for (Token token : words.mend(sentences.get(i).tokens())) {
                tokens.add(token);
                if (tokens.size() == LONGEST) {
                    into.add(passage(tokens, quotes, paragraph));
                    tokens = new ArrayList<>();
                }
            }
            boolean last = i + 1 == sentences.size();
            if (last || !isCut(sentences.get(i).end(), quotes, sentences.get(i + 1))) {
                if (!tokens.isEmpty()) {
                    into.add(passage(tokens, quotes, paragraph));
                }
                tokens = new ArrayList<>();
            }
        }
    }

    /** Whether the end of a sentence falls inside a quotation, or before the announcement of one. */
    private boolean isCut(int end, List<QuotedSpan> quotes, Sentence following) {
        while (nextQuote < quotes.size() && quotes.get(nextQuote).close() < end) {
            nextQuote++;
        }
        if (nextQuote < quotes.size()) {
            QuotedSpan q = quotes.get(nextQuote);
            if (q.open() < end && end < q.close()) {
                return true;
            }
            if (q.close() == end && signs(following)) {
                return true;
            }
            if (q.close() == end && q.end() > q.start() && announces(following)) {
                char lastChar = text.text().charAt(q.end() - 1);
                return lastChar == '!' || lastChar == '?';
            }
        }
        return false;
    }

    /** "— Tilda Marn": a name after a dash signs the quotation before it. */
    private static boolean signs(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        if (tokens.size() < 2 || tokens.size() > LONGEST_ANNOUNCEMENT) {
            return false;
        }
        String dash = tokens.get(0).surface();
        return (dash.equals("\u2014") || dash.equals("\u2015") || dash.equals("\u2013") || dash.equals("--"))
                && Character.isUpperCase(tokens.get(1).surface().codePointAt(0));
    }

    private boolean announces(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        if (tokens.size() > LONGEST_ANNOUNCEMENT) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("VERB") || tokens.get(i).is("AUX")) {
                return speech.test(tokens.get(i));
            }
        }
        return false;
    }

    private Passage passage(List<Token> tokens, List<QuotedSpan> all, int paragraph) {
        int from = tokens.get(0).start();
        int to = tokens.get(tokens.size() - 1).end();
        List<QuotedSpan> quotes = new ArrayList<>();
        while (nextPassageQuote < all.size() && all.get(nextPassageQuote).open() < to) {
            QuotedSpan q = all.get(nextPassageQuote++);
            if (q.open() >= from) {
                quotes.add(q);
            }
        }
        int[] quoted = new int[tokens.size()];
        Arrays.fill(quoted, -1);
        int q = 0;
        for (int i = 0; i < quoted.length && q < quotes.size(); i++) {
            Token token = tokens.get(i);
            while (q < quotes.size() && token.start() >= quotes.get(q).close()) {
                q++;
            }
            if (q < quotes.size() && token.start() >= quotes.get(q).open()) {
                quoted[i] = q;
            }
        }
        return new Passage(List.copyOf(tokens), quoted, List.copyOf(quotes), paragraph);
    }
}
