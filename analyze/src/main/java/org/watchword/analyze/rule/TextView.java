package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.SentenceView;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Entity;

/**
 * A text as rules see it.
 *
 * @param text with its names
 * @param language the primary language: {@code en} for {@code en-GB}
 * @param words of each sentence
 * @param mentions the groups that each sentence names
 * @param sentences the same with groups and names
 */
record TextView(
        AnnotatedText text,
        String language,
        List<Words> words,
        List<List<GroupMention>> mentions,
        List<SentenceView> sentences) {

    static TextView of(AnnotatedText text, LanguageRules rules) {
        String language = primary(text.language());
        List<Words> words = new ArrayList<>(text.sentences().size());
        for (Sentence sentence : text.sentences()) {
            words.add(rules.words(sentence));
        }
        List<List<GroupMention>> mentions = rules.groups().find(words, text.text());
        List<SentenceView> sentences = new ArrayList<>(words.size());
        int next = 0;
        for (int s = 0; s < words.size(); s++) {
            List<Entity> names = new ArrayList<>(0);
            while (next < text.entities().size()
                    && text.entities().get(next).start()
                            < text.sentences().get(s).end()) {
                names.add(text.entities().get(next++));
            }
            sentences.add(new SentenceView(words.get(s), mentions.get(s), names));
        }
        return new TextView(text, language, words, mentions, sentences);
    }

    static String primary(String language) {
        int dash = language.indexOf('-');
        return (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
