package org.watchword.analyze.rule.term;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.rule.term.Term.Target;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.Category;

/**
 * The rule of a term, as YAML, by a formula that depends on what the term is said of.
 *
 * <p>Of a group: where the language has the phrases {@code is-a}, {@code compound}, {@code apposition} and {@code of}, those; elsewhere the
 * group with the term after it or a dash between. In categories beyond dehumanization, also with up to three words between the two.
 * Of itself or of none: the term wherever it stands.
 */
public final class TermRule {

    private static final Set<String> GRAMMAR = Set.of("is-a", "compound", "apposition", "of");
    private static final Set<Category> METAPHORS = Set.of(
            Category.DEHUMANIZATION_ANIMAL,
            Category.DEHUMANIZATION_VERMIN,
            Category.DEHUMANIZATION_DISEASE,
            Category.DEHUMANIZATION_DEMON,
            Category.DEHUMANIZATION_OBJECT);

    private final Term term;
    private final String language;
    private final boolean grammar;
    private final String exampleGroup;
    private final Annotator annotator;

    /**
     * @param phrases names of the language's phrases
     * @param exampleGroup the plural of an invented people
     */
    TermRule(Term term, String language, Set<String> phrases, String exampleGroup, Annotator annotator) {
        this.term = term;
        this.language = language;
        this.grammar = phrases.containsAll(GRAMMAR);
        this.exampleGroup = exampleGroup;
        this.annotator = annotator;
    }

    /** The term in Latin letters, digits and hyphens. */
    public static String slug(String words) {
        String latin = Transliterator.getInstance("Any-Latin; Latin-ASCII")
                .transliterate(words)
                .toLowerCase(Locale.ROOT);
        return latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    String yaml(String id) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(id).append('\n');
        line(yaml, "category", term.category().id());
        line(yaml, "severity", term.severity().name().toLowerCase(Locale.ROOT));
        line(yaml, "status", "experimental");
        line(yaml, "description", term.description());
        line(yaml, "author", term.author());
        line(yaml, "date", term.date());
        list(yaml, "    ", "references", List.of(term.reference()));
        if (term.target() == Target.ITSELF) {
            line(yaml, "names-group", term.group());
        }
        list(yaml, "    ", "patterns", patterns());
        yaml.append("    examples:\n");
        list(yaml, "      ", "match", List.of(match()));
        list(yaml, "      ", "no-match", List.of(noMatch()));
        list(yaml, "    ", "falsePositives", List.of(term.falsePositives()));
        return yaml.toString();
    }

    private List<String> patterns() {
        List<String> spellings = new ArrayList<>();
        spellings.add(spelling(term.words(), true));
        term.forms().forEach(form -> spellings.add(spelling(form, false)));
        String words = spellings.size() == 1 && spellings.get(0).indexOf(' ') < 0
                ? spellings.get(0)
                : '(' + String.join(" | ", spellings) + ')';
        if (term.target() != Target.GROUP) {
            return List.of(words);
        }
        List<String> patterns = new ArrayList<>();
        if (grammar) {
            patterns.add("<is-a: {group} | " + words + ">");
            patterns.add("<compound: {attribute} | " + words + ">");
            patterns.add("<apposition: {named} | " + words + ">");
            patterns.add("<of: " + words + " | {named}>");
        } else {
            patterns.add("{group} [— – \\-]? " + words);
            patterns.add("{attribute} " + words);
        }
        if (!METAPHORS.contains(term.category())) {
            patterns.add("{group} _{0,3} " + words);
            patterns.add(words + " _{0,3} {group}");
        }
        return patterns;
    }

    /** Words as the annotator cuts them; the last one of an English term in any of its forms. */
    private String spelling(String text, boolean dictionaryForm) {
        boolean stem = text.endsWith("*");
        String plain = stem ? text.substring(0, text.length() - 1) : text;
        List<Word> words = annotator.annotate(plain, language).sentences().stream()
                .flatMap(sentence -> Words.of(sentence, language).all().stream())
                .toList();
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < words.size(); k++) {
            boolean last = k == words.size() - 1;
            boolean inflects = last && dictionaryForm && language.equals("en") && !stem && !term.exact();
            String sign = term.exact() && !(last && stem) ? "=" : inflects ? "~" : "";
            String word = term.exact() ? words.get(k).surface() : words.get(k).folded();
            parts.add(sign + escaped(word) + (last && stem ? "*" : ""));
        }
        return String.join(" ", parts);
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        word.codePoints().forEach(c -> {
            boolean inner = !escaped.isEmpty() && "-'.".indexOf(c) >= 0;
            if (!Character.isLetterOrDigit(c) && c < 128 && !inner) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    private String shown() {
        return term.words().endsWith("*")
                ? term.words().substring(0, term.words().length() - 1)
                : term.words();
    }

    private String match() {
        return switch (term.target()) {
            case GROUP -> "[[" + exampleGroup + (grammar ? " are " : " ") + shown() + "]].";
            case ITSELF, NONE -> "[[" + shown() + "]].";
        };
    }

    /** The term without a group, or a group without the term. */
    private String noMatch() {
        return term.target() == Target.GROUP ? shown() + "." : exampleGroup + ".";
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static void list(StringBuilder yaml, String indent, String key, List<String> values) {
        yaml.append(indent).append(key).append(":\n");
        values.forEach(value ->
                yaml.append(indent).append("  - ").append(quoted(value)).append('\n'));
    }

    private static String quoted(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }
}
