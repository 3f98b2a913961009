package org.watchword.analyze;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Severity;
import org.watchword.model.Target;

/** A small hand-written analysis: words in “ ” are Orlan Tesk's, and "are rats" is flagged. */
public final class TestingAnalysis {

    private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
    private static final Pattern VERMIN = Pattern.compile("(\\w+) are rats");
    private static final Pattern WORD = Pattern.compile("[.,“”!?]|[^\\s.,“”!?]+");

    private TestingAnalysis() {}

    /** Fails on texts that hold the word "explode". */
    public static DocumentAnalyzer analyzer() {
        return new DocumentAnalyzer(
                (text, language) -> annotate(text),
                text -> quotes(text.text()),
                (text, quotes, speaker) -> flags(text.text()));
    }

    private static AnnotatedText annotate(String text) {
        if (text.contains("explode")) {
            throw new IllegalStateException("the model exploded");
        }
        List<Sentence> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        for (int start = 0, end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            int stop = start + text.substring(start, end).stripTrailing().length();
            int from = start;
            List<Token> tokens = WORD.matcher(text.substring(start, stop))
                    .results()
                    .map(word -> token(word, from))
                    .toList();
            sentences.add(new Sentence(start, stop, tokens));
        }
        return new AnnotatedText(text, "en", sentences, List.of());
    }

    private static Token token(MatchResult word, int from) {
        return new Token(
                from + word.start(),
                from + word.end(),
                word.group(),
                word.group().toLowerCase(Locale.ROOT),
                "");
    }

    private static List<Quote> quotes(String text) {
        return QUOTED.matcher(text)
                .results()
                .map(q -> new Quote(
                        q.start(1),
                        q.end(1),
                        List.of(),
                        QuoteKind.DIRECT,
                        null,
                        new Mention(0, 1, text.substring(0, 1), "Orlan Tesk"),
                        AttributionMethod.ANNOUNCED,
                        0.9))
                .toList();
    }

    private static List<Flag> flags(String text) {
        return VERMIN.matcher(text)
                .results()
                .map(m -> new Flag(
                        Category.DEHUMANIZATION_VERMIN,
                        FlagStatus.FLAGGED,
                        "vermin-copula",
                        "en/test@1",
                        Severity.HIGH,
                        m.start(),
                        m.end(),
                        new Target(m.start(1), m.end(1), m.group(1), "velmari"),
                        List.of(),
                        0.9))
                .toList();
    }
}
