package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.watchword.analyze.lexicon.Folding;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.analyze.lexicon.Inflection;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.EntityType;
import org.watchword.model.NearestKey;

/** Reads patterns of one language; {@code docs/rules.md} describes what may stand in one. */
public final class PatternParser {

    static final int MOST_REPETITIONS = 20;
    private static final int MOST_PARTS = 4000;
    private static final int DEEPEST = 40;
    private static final Set<Sort> GROUP = EnumSet.of(Sort.NAME, Sort.PRONOUN, Sort.COMBATANT, Sort.TRADE);
    private static final Map<String, Set<Sort>> SLOTS = Map.of(
            "group", GROUP,
            "named", EnumSet.of(Sort.NAME, Sort.COMBATANT, Sort.TRADE),
            "member", EnumSet.of(Sort.MEMBER),
            "attribute", EnumSet.of(Sort.ATTRIBUTE),
            "pronoun", EnumSet.of(Sort.PRONOUN),
            "place", EnumSet.of(Sort.PLACE),
            "any", EnumSet.of(Sort.NAME, Sort.PRONOUN, Sort.COMBATANT, Sort.TRADE, Sort.MEMBER));
    private static final String ENDS = " \t\n()[]|?{}&";

    private final String language;
    private final Lexicons lexicons;
    private final Map<String, String> phrases;
    private final Map<String, Element> known = new HashMap<>();

    /** @param phrases what {@code <name>} stands for, each a pattern itself */
    public PatternParser(String language, Lexicons lexicons, Map<String, String> phrases) {
        this.language = language;
        this.lexicons = lexicons;
        this.phrases = Map.copyOf(phrases);
    }

    /** @throws PatternException naming the column and what was expected */
    public Pattern parse(String pattern) {
        Element root = new Reading(pattern, 0).whole();
        if (size(root) > MOST_PARTS) {
            throw new PatternException(1, "the pattern is too large: more than " + MOST_PARTS + " parts");
        }
        return new Pattern(pattern, root);
    }

    private static int size(Element element) {
        if (element instanceof Element.Sequence s) {
            return 1 + s.parts().stream().mapToInt(PatternParser::size).sum();
        } else if (element instanceof Element.Choice c) {
            return 1 + c.ways().stream().mapToInt(PatternParser::size).sum();
        } else if (element instanceof Element.Repeat r) {
            return 1 + r.max() * size(r.part());
        } else if (element instanceof Element.Capture c) {
            return 2 + size(c.part());
        } else if (element instanceof Element.Ahead a) {
            return 1 + size(a.part());
        }
        return 1;
    }

    private final class Reading {

        private final String text;
        private final int depth;
        private int at;

        Reading(String text, int depth) {
            this.text = text;
            this.depth = depth;
        }

        Element whole() {
            Element element = choice();
            if (at < text.length()) {
                throw error("unexpected '" + text.charAt(at) + "'");
            }
            return element;
        }

        private Element choice() {
            List<Element> ways = new ArrayList<>();
            ways.add(sequence());
            while (peek('|')) {
                at++;
                ways.add(sequence());
            }
            return ways.size() == 1 ? ways.get(0) : new Element.Choice(List.copyOf(ways));
        }

        private Element sequence() {
            List<Element> parts = new ArrayList<>();
            space();
            while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
                parts.add(repeated());
                space();
            }
            if (parts.isEmpty()) {
                throw error("expected a word, a list or a slot");
            }
            return parts.size() == 1 ? parts.get(0) : new Element.Sequence(List.copyOf(parts));
        }

        private Element repeated() {
            Element element = item();
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
                return new Element.Repeat(element, 0, 1);
            }
            if (at + 1 < text.length() && text.charAt(at) == '{' && Character.isDigit(text.charAt(at + 1))) {
                int open = at;
                String bounds = until('{', '}');
                int comma = bounds.indexOf(',');
                try {
                    int min = Integer.parseInt((comma < 0 ? bounds : bounds.substring(0, comma)).strip());
                    int max = comma < 0
                            ? min
                            : Integer.parseInt(bounds.substring(comma + 1).strip());
                    if (max < min || max > MOST_REPETITIONS || max == 0) {
                        throw new PatternException(
                                open + 1,
                                "repetition {" + bounds + "} must run upwards and end by " + MOST_REPETITIONS);
                    }
                    return new Element.Repeat(element, min, max);
                } catch (NumberFormatException e) {
                    throw new PatternException(open + 1, "expected a repetition like {0,3}, found {" + bounds + "}");
                }
            }
            return element;
        }

        private Element item() {
            char c = text.charAt(at);
            switch (c) {
                case '(' -> {
                    at++;
                    Element inner = choice();
                    expect(')');
                    return inner;
                }
                case '^', '$' -> {
                    at++;
                    return new Element.Edge(c == '^');
                }
                case '{' -> {
                    return slot();
                }
                case '<' -> {
                    return phrase();
                }
                case '%' -> {
                    int start = at++;
                    return new Element.Named(type(name(), start));
                }
                case '-', '+' -> {
                    if (at + 1 < text.length() && text.charAt(at + 1) == '(') {
                        at += 2;
                        Element inner = choice();
                        expect(')');
                        return new Element.Ahead(inner, c == '+');
                    }
                }
                default -> {}
            }
            int colon = captureEnd();
            if (colon > 0) {
                String name = text.substring(at, colon);
                at = colon + 1;
                return new Element.Capture(name, repeated());
            }
            if (c == '@') {
                int start = at++;
                String name = name();
                if (at >= text.length() || text.charAt(at) != '&') {
                    return new Element.Terms(list(name, start));
                }
                at = start;
            }
            return new Element.One(test());
        }

        /** Where the colon of {@code name:} stands, or -1. */
        private int captureEnd() {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            boolean named = end > at && end + 1 < text.length() && text.charAt(end) == ':';
            return named && !Character.isWhitespace(text.charAt(end + 1)) ? end : -1;
        }

        private Element slot() {
            int start = at;
            String name = until('{', '}');
            Set<Sort> sorts = EnumSet.noneOf(Sort.class);
            for (String part : name.split("\\|", -1)) {
                Set<Sort> wanted = SLOTS.get(part.strip());
                if (wanted == null) {
                    throw new PatternException(
                            start + 1,
                            NearestKey.unknown(part.strip(), SLOTS.keySet()).replace("key", "slot"));
                }
                sorts.addAll(wanted);
            }
            return new Element.Slot(sorts);
        }

        private Element phrase() {
            int start = at;
            String name = until('<', '>');
            String body = phrases.get(name);
            if (body == null) {
                throw new PatternException(
                        start + 1,
                        NearestKey.unknown(name, new TreeSet<>(phrases.keySet()))
                                .replace("key", "phrase"));
            }
            if (depth > DEEPEST) {
                throw new PatternException(start + 1, "phrase <" + name + "> stands within itself");
            }
            Element element = known.get(name);
            if (element == null) {
                try {
                    element = new Reading(body, depth + 1).whole();
                } catch (PatternException e) {
                    throw new PatternException(
                            start + 1, "in phrase <" + name + ">, column " + e.column() + ": " + e.getMessage());
                }
                known.put(name, element);
            }
            return element;
        }

        private WordTest test() {
            WordTest test = single();
            while (at < text.length() && text.charAt(at) == '&') {
                at++;
                test = new WordTest.Both(test, single());
            }
            return test;
        }

        private WordTest single() {
            if (at >= text.length()) {
                throw error("expected a word");
            }
            int start = at;
            switch (text.charAt(at)) {
                case '!' -> {
                    at++;
                    if (at >= text.length() || " |)]?".indexOf(text.charAt(at)) >= 0) {
                        return new WordTest.Form("!");
                    }
                    return new WordTest.Not(single());
                }
                case '[' -> {
                    return set();
                }
                case '#' -> {
                    at++;
                    return new WordTest.Pos(name().toUpperCase(Locale.ROOT));
                }
                case '@' -> {
                    at++;
                    return new WordTest.Listed(list(name(), start));
                }
                case '~' -> {
                    at++;
                    String lemma = Folding.fold(name(), language);
                    return new WordTest.Lemma(lemma, language.startsWith("en") ? Inflection.any(lemma) : Set.of(lemma));
                }
                case '=' -> {
                    at++;
                    return new WordTest.Exact(name());
                }
                default -> {}
            }
            String word = name();
            if (word.equals("_")) {
                return new WordTest.Any();
            }
            if (word.length() > 1 && word.startsWith("*")) {
                return new WordTest.Suffix(Folding.fold(word.substring(1), language));
            }
            if (word.length() > 2 && word.endsWith("*")) {
                return new WordTest.Prefix(Folding.fold(word.substring(0, word.length() - 1), language));
            }
            return new WordTest.Form(Folding.fold(word, language));
        }

        private WordTest set() {
            int open = at++;
            List<WordTest> tests = new ArrayList<>();
            space();
            while (at < text.length() && text.charAt(at) != ']') {
                tests.add(test());
                space();
            }
            if (at >= text.length()) {
                throw new PatternException(open + 1, "'[' is never closed");
            }
            at++;
            if (tests.isEmpty()) {
                throw new PatternException(open + 1, "the set is empty");
            }
            return new WordTest.OneOf(List.copyOf(tests));
        }

        private org.watchword.analyze.lexicon.WordList list(String name, int start) {
            return lexicons.list(language, name)
                    .orElseThrow(() -> new PatternException(
                            start + 1,
                            NearestKey.unknown(name, lexicons.listNames(language))
                                    .replace("key", "word list")));
        }

        private EntityType type(String name, int start) {
            return Arrays.stream(EntityType.values())
                    .filter(type -> type.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new PatternException(
                            start + 1,
                            NearestKey.unknown(
                                            name,
                                            Arrays.stream(EntityType.values())
                                                    .map(Enum::name)
                                                    .collect(Collectors.toSet()))
                                    .replace("key", "entity type")));
        }

        private String name() {
            int start = at;
            while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == start) {
                throw error("expected a word" + (at < text.length() ? ", found '" + text.charAt(at) + "'" : ""));
            }
            return text.substring(start, at);
        }

        private String until(char open, char close) {
            int start = at;
            int end = text.indexOf(close, at);
            if (end < 0) {
                throw new PatternException(start + 1, "'" + open + "' is never closed");
            }
            at = end + 1;
            return text.substring(start + 1, end);
        }

        private void expect(char c) {
            space();
            if (at >= text.length() || text.charAt(at) != c) {
                throw error("expected '" + c + "'");
            }
            at++;
        }

        private boolean peek(char c) {
            space();
            return at < text.length() && text.charAt(at) == c;
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private PatternException error(String problem) {
            return new PatternException(at + 1, problem);
        }
    }
}
