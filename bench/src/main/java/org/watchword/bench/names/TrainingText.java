package org.watchword.bench.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.watchword.analyze.name.NameLabel;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.bench.names.LabelledText.Label;
import org.watchword.model.EntityType;

/** A labelled text in the words and sentences the program itself finds, with a label for every word. */
record TrainingText(LabelledText source, List<Sentence> sentences, List<int[]> labels) {

    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "this", "that", "our", "their", "its", "his", "her");

    private static final Set<String> TITLES = Set.of(
            "Mr",
            "Mr.",
            "Mrs",
            "Mrs.",
            "Ms",
            "Ms.",
            "Dr",
            "Dr.",
            "President",
            "Minister",
            "Foreign",
            "Secretary",
            "Prime",
            "FCO",
            "Gen.",
            "Col.",
            "Lt.",
            "Maj.",
            "Sir",
            "Lord",
            "Ambassador",
            "General",
            "Secretary-General",
            "Senator",
            "Sen.",
            "Rep.",
            "Governor");

    static TrainingText of(LabelledText text, Annotator annotator, Set<String> groups, Set<String> countries) {
        List<Sentence> sentences = annotator.annotate(text.text(), "en").sentences();
        List<int[]> labels = new ArrayList<>();
        for (Sentence sentence : sentences) {
            labels.add(labels(sentence, text, groups, countries));
        }
        return new TrainingText(text, sentences, labels);
    }

    private static int[] labels(Sentence sentence, LabelledText text, Set<String> groups, Set<String> countries) {
        List<Token> tokens = sentence.tokens();
        int[] labels = new int[tokens.size()];
        Guideline guideline = Guideline.of(text.corpus());
        for (Label label : text.labels()) {
            if (label.start() >= sentence.end() || label.end() <= sentence.start()) {
                continue;
            }
            int from = 0;
            while (from < tokens.size() && tokens.get(from).end() <= label.start()) {
                from++;
            }
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < label.end()) {
                to++;
            }
            if (!guideline.isName(tokens, from, to)) {
                continue;
            }
            if (hasCapital(tokens, from, to)) {
                // Some corpora take the article and the noun after a name into it; most do not.
                while (from < to
                        && isSmall(tokens.get(from))
                        && ARTICLES.contains(tokens.get(from).surface())) {
                    from++;
                }
                if (to - from > 1 && guideline.takesArticle(tokens.get(from))) {
                    from++;
                }
                while (to > from && isSmall(tokens.get(to - 1))) {
                    to--;
                }
            }
            EntityType type = label.type();
            if (type == EntityType.PERSON) {
                while (to - from > 1 && TITLES.contains(tokens.get(from).surface())) {
                    from++;
                }
            }
            String name = from < to
                    ? text.text()
                            .substring(
                                    tokens.get(from).start(), tokens.get(to - 1).end())
                    : "";
            if (groups.contains(name)
                    || to > from
                            && type == EntityType.PERSON
                            && groups.contains(tokens.get(to - 1).surface())) {
                type = EntityType.GROUP;
            } else {
                type = guideline.type(type, name, countries);
            }
            for (int i = from; type != null && i < to; i++) {
                labels[i] = NameLabel.of(type, i - from, to - from);
            }
        }
        silver(tokens, labels, groups);
        return labels;
    }

    /** The text with the labels its words have, so that it can be changed and read anew. */
    LabelledText relabelled() {
        List<Label> found = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            List<Token> tokens = sentences.get(s).tokens();
            int start = 0;
            for (int i = 0; i < tokens.size(); i++) {
                int label = labels.get(s)[i];
                start = NameLabel.starts(label) ? i : start;
                if (NameLabel.ends(label)) {
                    found.add(new Label(
                            tokens.get(start).start(),
                            tokens.get(i).end(),
                            NameLabel.TYPES.get(NameLabel.type(label))));
                }
            }
        }
        return new LabelledText(source.corpus(), source.id(), source.text(), found);
    }

    static boolean hasCapital(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).surface().chars().anyMatch(Character::isUpperCase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(Token token) {
        return token.surface().chars().allMatch(Character::isLowerCase);
    }

    /** Words for kinds of people get their label where the corpus has none, since most corpora leave them out. */
    private static void silver(List<Token> tokens, int[] labels, Set<String> groups) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == NameLabel.OUTSIDE && groups.contains(tokens.get(i).surface())) {
                labels[i] = NameLabel.of(EntityType.GROUP, 0, 1);
            }
        }
    }
}
