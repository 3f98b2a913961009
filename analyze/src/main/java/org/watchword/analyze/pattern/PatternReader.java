package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.EntityType;
import org.watchword.model.NearestKey;

/** Reads one pattern, or the body of one phrase: how its parts stand together. */
final class PatternReader {

    private static final int MOST_REPETITIONS = 20;
    /** Steps of a pattern written out, and UTF-16 units of its text: they bound what one sentence can cost. */
    private static final int MOST_STEPS = 4000;

    private static final int DEEPEST_BRACKETS = 40;
    private static final Set<Sort> GROUP = EnumSet.of(Sort.NAME, Sort.PRONOUN, Sort.COMBATANT, Sort.TRADE);
    private static final Map<String, Set<Sort>> SLOTS = Map.of(
            "group", GROUP,
            "named", EnumSet.of(Sort.NAME, Sort.COMBATANT, Sort.TRADE),
            "member", EnumSet.of(Sort.MEMBER),
            "attribute", EnumSet.of(Sort.ATTRIBUTE),
            "pronoun", EnumSet.of(Sort.PRONOUN),
            "place", EnumSet.of(Sort.PLACE),
            "any", EnumSet.of(Sort.NAME, Sort.PRONOUN, Sort.COMBATANT, Sort.TRADE, Sort.MEMBER));

    private final Cursor cursor;
    private final WordTestReader words;
    private final Phrases phrases;
    private final Phrases.Call call;
    private final int length;
    private int brackets;

    /** @param call the phrase whose body is read, with what stands for its parameters; none for a pattern itself */
    PatternReader(String text, String language, Lexicons lexicons, Phrases phrases, Phrases.Call call) {
        this.cursor = new Cursor(text);
        this.words = new WordTestReader(language, lexicons, cursor);
        this.phrases = phrases;
        this.call = call;
        this.length = text.length();
    }

    /** @throws PatternException naming the column and what was expected */
    Element whole() {
        if (length > MOST_STEPS) {
            throw cursor.error(MOST_STEPS, "the pattern is too long: more than " + MOST_STEPS + " letters");
        }
        Element element = choice();
        if (!cursor.atEnd()) {
            throw cursor.error("unexpected '" + cursor.next() + "'");
        }
        if (element.size() > MOST_STEPS) {
            throw cursor.error(0, "the pattern is too large: more than " + MOST_STEPS + " parts when written out");
        }
        return element;
    }

    private Element choice() {
        List<Element> ways = new ArrayList<>();
        ways.add(sequence());
        while (cursor.comes('|')) {
            cursor.skip(1);
            ways.add(sequence());
        }
        return ways.size() == 1 ? ways.get(0) : new Element.Choice(List.copyOf(ways));
    }

    private Element sequence() {
        List<Element> parts = new ArrayList<>();
        while (!cursor.comes('|') && !cursor.atEnd() && cursor.next() != ')' && cursor.next() != '>') {
            int start = cursor.at();
            Element part = repeated();
            // Columns of a phrase's body mean nothing to the author of the pattern that uses it.
            parts.add(call.isPhrase() ? part : new Element.Part(part, start, cursor.at()));
        }
        if (parts.isEmpty()) {
            throw cursor.error("expected a word, a list or a slot");
        }
        return parts.size() == 1 ? parts.get(0) : new Element.Sequence(List.copyOf(parts));
    }

    private Element repeated() {
        Element element = item();
        if (cursor.next() == '?') {
            cursor.skip(1);
            return new Element.Repeat(element, 0, 1);
        }
        return cursor.next() == '{' && Character.isDigit(cursor.ahead(1)) ? bounds(element) : element;
    }

    private Element bounds(Element element) {
        int open = cursor.at();
        String bounds = cursor.between('{', '}');
        int comma = bounds.indexOf(',');
        try {
            int min = Integer.parseInt((comma < 0 ? bounds : bounds.substring(0, comma)).strip());
            int max = comma < 0
                    ? min
                    : Integer.parseInt(bounds.substring(comma + 1).strip());
            if (max < min || max > MOST_REPETITIONS || max == 0) {
                throw cursor.error(open, "repetition {" + bounds + "} must run upwards and end by " + MOST_REPETITIONS);
            }
            return new Element.Repeat(element, min, max);
        } catch (NumberFormatException e) {
            throw cursor.error(open, "expected a repetition like {0,3}, found {" + bounds + "}");
        }
    }

    private Element item() {
        char c = cursor.next();
        switch (c) {
            case '(' -> {
                cursor.skip(1);
                return inBrackets();
            }
            case '^', '$' -> {
                cursor.skip(1);
                return new Element.Edge(c == '^');
            }
            case '{' -> {
                return slot();
            }
            case '<' -> {
                return phrase();
            }
            case '%' -> {
                return name();
            }
            case '-', '+' -> {
                if (cursor.ahead(1) == '(') {
                    cursor.skip(2);
                    return new Element.Ahead(inBrackets(), c == '+');
                }
            }
            default -> {}
        }
        int colon = captureColon();
        if (colon > 0) {
            StringBuilder name = new StringBuilder();
            while (cursor.at() < colon) {
                name.append(cursor.next());
                cursor.skip(1);
            }
            cursor.skip(1);
            return new Element.Capture(name.toString(), repeated());
        }
        return c == '@' ? terms() : new Element.One(words.test());
    }

    private Element inBrackets() {
        if (++brackets > DEEPEST_BRACKETS) {
            throw cursor.error("brackets stand more than " + DEEPEST_BRACKETS + " deep");
        }
        Element inner = choice();
        cursor.expect(')');
        brackets--;
        return inner;
    }

    /** A list of its own may match several words; joined with {@code &} it is a question about one. */
    private Element terms() {
        int start = cursor.at();
        cursor.skip(1);
        String name = cursor.word();
        if (cursor.next() != '&') {
            return new Element.Terms(words.list(name, start));
        }
        cursor.moveTo(start);
        return new Element.One(words.test());
    }

    /** Where the colon of {@code name:} stands, or -1. */
    private int captureColon() {
        int letters = 0;
        while (Character.isLetter(cursor.ahead(letters))) {
            letters++;
        }
        char after = cursor.ahead(letters + 1);
        boolean named = letters > 0 && cursor.ahead(letters) == ':' && after != 0 && !Character.isWhitespace(after);
        return named ? cursor.at() + letters : -1;
    }

    private Element slot() {
        int start = cursor.at();
        Set<Sort> sorts = EnumSet.noneOf(Sort.class);
        for (String part : cursor.between('{', '}').split("\\|", -1)) {
            Set<Sort> wanted = SLOTS.get(part.strip());
            if (wanted == null) {
                throw cursor.error(
                        start, NearestKey.unknown(part.strip(), SLOTS.keySet()).replace("key", "slot"));
            }
            sorts.addAll(wanted);
        }
        return new Element.Slot(sorts);
    }

    private Element name() {
        int start = cursor.at();
        cursor.skip(1);
        String name = cursor.word();
        return new Element.Named(Arrays.stream(EntityType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> cursor.error(
                        start,
                        NearestKey.unknown(
                                        name,
                                        Arrays.stream(EntityType.values())
                                                .map(Enum::name)
                                                .collect(Collectors.toSet()))
                                .replace("key", "entity type"))));
    }

    /** {@code <name>}, {@code <name: first | second>}, or in the body of a phrase its parameter {@code <1>}. */
    private Element phrase() {
        int start = cursor.at();
        cursor.skip(1);
        StringBuilder letters = new StringBuilder();
        while (Character.isLetterOrDigit(cursor.next()) || cursor.next() == '-') {
            letters.append(cursor.next());
            cursor.skip(1);
        }
        String name = letters.toString();
        List<Element> arguments = new ArrayList<>();
        if (cursor.comes(':')) {
            do {
                cursor.skip(1);
                arguments.add(sequence());
            } while (cursor.comes('|'));
        }
        if (!cursor.comes('>')) {
            throw cursor.atEnd() ? cursor.error(start, "'<' is never closed") : cursor.error("expected '>'");
        }
        cursor.skip(1);
        return phrases.element(name, arguments, call, place -> cursor.error(start, place));
    }
}
