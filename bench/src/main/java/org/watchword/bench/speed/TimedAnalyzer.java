package org.watchword.bench.speed;

import java.util.List;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.quote.QuoteFinder;
import org.watchword.analyze.rule.Flagger;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.app.role.Analyzers;
import org.watchword.model.Annotation;

/** The analyzer of the line with a clock between its parts. Belongs to one thread. */
final class TimedAnalyzer {

    private final Stage annotation = new Stage();
    private final Stage quotes = new Stage();
    private final Stage flags = new Stage();
    private final Stage whole = new Stage();
    private final DocumentAnalyzer analyzer;
    private long tokens;
    private long chars;

    TimedAnalyzer(Analyzers analyzers) {
        Annotator annotator = analyzers.annotators().create();
        QuoteFinder finder = analyzers.quotes();
        Flagger flagger = analyzers.flagger();
        analyzer = new DocumentAnalyzer(
                (text, language) -> {
                    AnnotatedText found = annotation.time(() -> annotator.annotate(text, language));
                    found.sentences().forEach(s -> tokens += s.tokens().size());
                    return found;
                },
                text -> quotes.time(() -> finder.find(text)),
                (text, found, speaker) -> flags.time(() -> flagger.flags(text, found, speaker)));
    }

    Annotation analyze(String id, String text) {
        chars += text.length();
        return whole.time(() -> analyzer.annotate(id, text, null, null, null));
    }

    void analyzeAll(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            analyze("t" + i, texts.get(i));
        }
    }

    void clear() {
        List.of(annotation, quotes, flags, whole).forEach(Stage::clear);
        tokens = 0;
        chars = 0;
    }

    long tokens() {
        return tokens;
    }

    double seconds() {
        return whole.nanos() / 1e9;
    }

    double tokensPerSecond() {
        return tokens / seconds();
    }

    /** What each part takes, in hundredths of the whole. */
    String shares() {
        long rest = whole.nanos() - annotation.nanos() - quotes.nanos() - flags.nanos();
        return String.format(
                "words and names %.0f %%, quotes %.0f %%, rules %.0f %%, statements %.0f %%",
                share(annotation.nanos()), share(quotes.nanos()), share(flags.nanos()), share(rest));
    }

    private double share(long nanos) {
        return 100.0 * nanos / whole.nanos();
    }
}
