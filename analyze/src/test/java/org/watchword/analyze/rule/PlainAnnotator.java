package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/** Words and marks only: no lemma, no part of speech. What rules do on its text they do in a language without models. */
public final class PlainAnnotator implements Annotator {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}՛՜՞]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|[^\\s\\p{L}\\p{N}]");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?<=[.!?…][\"”»’)]{0,2})\\s+(?=[\\p{Lu}\"“«(])|\\n\\s*\\n");

    @Override
    public AnnotatedText annotate(String text, @Nullable String language) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        Matcher boundary = BOUNDARY.matcher(text);
        while (boundary.find()) {
            add(sentences, text, start, boundary.start());
            start = boundary.end();
        }
        add(sentences, text, start, text.length());
        return new AnnotatedText(text, language == null ? "und" : language, sentences, List.of());
    }

    private static void add(List<Sentence> sentences, String text, int start, int end) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(start, end);
        while (word.find()) {
            String surface = word.group();
            tokens.add(new Token(word.start(), word.end(), surface, surface.toLowerCase(Locale.ROOT), ""));
        }
        if (!tokens.isEmpty()) {
            sentences.add(new Sentence(start, end, tokens));
        }
    }
}
