package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.rule.ShippedRules;
import org.watchword.analyze.text.AnnotatedText;

/** Tries patterns of the shipped English phrases and lists on texts. */
final class PatternTrial {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final PatternParser PARSER = new PatternParser("en", LEXICONS, ShippedRules.phrases("en"));

    private PatternTrial() {}

    static Pattern pattern(String source) {
        return PARSER.parse(source);
    }

    static List<SentenceView> sentences(AnnotatedText text) {
        String language = text.language();
        List<Words> words =
                text.sentences().stream().map(s -> Words.of(s, language)).toList();
        List<List<GroupMention>> mentions = new GroupFinder(LEXICONS, language).find(words, text.text());
        List<SentenceView> views = new ArrayList<>();
        for (int k = 0; k < words.size(); k++) {
            views.add(new SentenceView(words.get(k), mentions.get(k), text.entities()));
        }
        return views;
    }

    /** The words that a pattern finds in a text. */
    static List<String> found(String source, AnnotatedText text) {
        return found(pattern(source), text);
    }

    static List<String> found(Pattern pattern, AnnotatedText text) {
        List<String> found = new ArrayList<>();
        for (SentenceView sentence : sentences(text)) {
            for (Match match : pattern.matches(sentence)) {
                found.add(text.text()
                        .substring(
                                sentence.words().get(match.from()).start(),
                                sentence.words().get(match.to() - 1).end()));
            }
        }
        return found;
    }
}
