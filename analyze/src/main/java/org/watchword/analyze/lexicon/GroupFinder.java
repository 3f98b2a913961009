package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.model.Target;

/**
 * Finds where the sentences of a text name a group. Immutable.
 *
 * <p>A name in a lexicon that starts with a capital letter is found only with a capital letter, or <i>polish the table</i> would name a
 * people. What a word after an adjective decides (<i>Velmari families</i>, <i>Velmari exports</i>, <i>Velmari fighters</i>) comes from
 * the lists {@code group-people}, {@code group-combatants} and {@code group-trades}; determiners from {@code group-determiners};
 * words that show an adjective to stand alone as a noun from {@code group-boundary}.
 */
public final class GroupFinder {

    private enum Role {
        SINGULAR,
        PLURAL,
        ADJECTIVE,
        PLACE
    }

    private record Form(List<String> words, boolean capital, Role role, String group) {}

    private static final Set<String> OTHER_THINGS = Set.of("poles", "swedes", "finns", "danes");
    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "ADJ");
    private static final Set<String> GENERIC = Set.of("the", "every", "each", "any", "no");

    private final Map<String, List<Form>> byFirst = new HashMap<>();
    /** Forms that are an adjective too, so that only the next word tells whether a noun is meant. */
    private final Set<List<String>> adjectives = new HashSet<>();

    private final PronounResolver pronouns;
    private final String language;
    private final WordList people;
    private final WordList combatants;
    private final WordList trades;
    private final WordList determiners;
    private final WordList boundary;

    /** @param language BCP 47 tag of the texts */
    public GroupFinder(Lexicons lexicons, String language) {
        this.language = language;
        people = lexicons.listOrEmpty(language, "group-people");
        combatants = lexicons.listOrEmpty(language, "group-combatants");
        trades = lexicons.listOrEmpty(language, "group-trades");
        determiners = lexicons.listOrEmpty(language, "group-determiners");
        boundary = lexicons.listOrEmpty(language, "group-boundary");
        pronouns = new PronounResolver(lexicons, language);
        for (Group group : lexicons.groups(language)) {
            add(group.singular(), Role.SINGULAR, group);
            add(group.plural(), Role.PLURAL, group);
            add(group.adjective(), Role.ADJECTIVE, group);
            add(group.place(), Role.PLACE, group);
        }
        byFirst.values()
                .forEach(forms -> forms.sort(
                        Comparator.comparingInt((Form form) -> form.words().size())
                                .reversed()));
    }

    private void add(List<String> forms, Role role, Group group) {
        for (String form : forms) {
            List<String> words = new ArrayList<>();
            for (String word : form.strip().split("[\\s]+|(?<=-)|(?=-)")) {
                words.addAll(Folding.term(word, language));
            }
            if (role == Role.ADJECTIVE) {
                adjectives.add(List.copyOf(words));
            }
            boolean capital = Character.isUpperCase(form.codePointAt(0)) && !isPlainPlural(form, role);
            byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(new Form(List.copyOf(words), capital, role, group.id()));
            if (words.contains("-")) {
                List<String> whole = Folding.term(form, language);
                byFirst.computeIfAbsent(whole.get(0), first -> new ArrayList<>())
                        .add(new Form(whole, capital, role, group.id()));
            }
        }
    }

    /** An English plural that means nothing else in small letters: people write "the velmaris" where they are careless. */
    private boolean isPlainPlural(String form, Role role) {
        String small = form.toLowerCase(Locale.ROOT);
        return role == Role.PLURAL
                && language.equals("en")
                && small.endsWith("s")
                && small.indexOf(' ') < 0
                && !OTHER_THINGS.contains(small);
    }

    /** The mentions in each sentence of a text, in order; mentions may overlap (<i>Velmari</i> within <i>Velmari families</i>). */
    public List<List<GroupMention>> find(List<Words> sentences, String text) {
        List<List<GroupMention>> found = new ArrayList<>(sentences.size());
        for (Words words : sentences) {
            found.add(named(words, text));
        }
        return pronouns.resolve(sentences, found, text);
    }

    private List<GroupMention> named(Words words, String text) {
        List<GroupMention> mentions = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int next = at + 1;
            for (Form form : byFirst.getOrDefault(words.get(at).folded(), List.of())) {
                if (fits(form, words, at)) {
                    int before = mentions.size();
                    add(form, words, at, text, mentions);
                    if (mentions.size() > before) {
                        next = Math.max(next, at + form.words().size());
                    }
                }
            }
            at = next;
        }
        List<GroupMention> all = List.copyOf(mentions);
        mentions.removeIf(inner -> all.stream().anyMatch(outer -> holds(outer, inner)));
        return mentions;
    }

    /** <i>Women</i> within <i>Velmari women</i> names no second group. */
    private static boolean holds(GroupMention outer, GroupMention inner) {
        return outer.sort() != Sort.ATTRIBUTE
                && inner.sort() != Sort.ATTRIBUTE
                && outer.from() <= inner.from()
                && inner.to() <= outer.to()
                && outer.to() - outer.from() > inner.to() - inner.from();
    }

    private static boolean fits(Form form, Words words, int at) {
        if (at + form.words().size() > words.size()
                || (form.capital() && !words.get(at).capital())) {
            return false;
        }
        for (int k = 1; k < form.words().size(); k++) {
            if (!words.get(at + k).folded().equals(form.words().get(k))) {
                return false;
            }
        }
        return true;
    }

    private void add(Form form, Words words, int at, String text, List<GroupMention> mentions) {
        int end = at + form.words().size();
        Sort sort =
                switch (form.role()) {
                    case PLURAL -> standsAlone(form, words, end) ? Sort.NAME : null;
                    case SINGULAR ->
                        standsAlone(form, words, end) ? (generic(words, at) ? Sort.NAME : Sort.MEMBER) : null;
                    case PLACE -> Sort.PLACE;
                    case ADJECTIVE -> adjective(words, end);
                };
        if (sort == null) {
            return;
        }
        boolean phrase = form.role() == Role.ADJECTIVE && sort != Sort.ATTRIBUTE;
        put(mentions, mention(words, at, phrase ? headEnd(words, end) : end, sort, form.group(), text));
        if (phrase) {
            put(mentions, mention(words, at, end, Sort.ATTRIBUTE, form.group(), text));
        }
    }

    private static void put(List<GroupMention> mentions, GroupMention mention) {
        boolean known = mentions.stream()
                .anyMatch(m -> m.from() == mention.from() && m.to() == mention.to() && m.sort() == mention.sort());
        if (!known) {
            mentions.add(mention);
        }
    }

    /** An adjective and up to one attribute (<i>Velmari young men</i>) before a noun that tells what the words name. */
    private @Nullable Sort adjective(Words words, int end) {
        int head = headEnd(words, end) - 1;
        if (head < end) {
            return end < words.size() && words.get(end).isWord() ? Sort.ATTRIBUTE : null;
        }
        Word noun = words.get(head);
        if (head > end && noun.capital() && words.get(end).capital()) {
            // "Velmari Defence Community": a name of its own.
            return Sort.ATTRIBUTE;
        }
        return combatants.has(noun) ? Sort.COMBATANT : trades.has(noun) ? Sort.TRADE : Sort.NAME;
    }

    private int headEnd(Words words, int end) {
        for (int head = end; head < Math.min(end + 2, words.size()); head++) {
            Word noun = words.get(head);
            if (combatants.has(noun) || trades.has(noun) || people.has(noun)) {
                boolean goesOn = head + 1 < words.size()
                        && (trades.has(words.get(head + 1)) || combatants.has(words.get(head + 1)));
                return goesOn ? head + 2 : head + 1;
            }
        }
        return end;
    }

    /** Whether what follows shows the word to be a noun of its own, not an attribute. */
    private boolean standsAlone(Form form, Words words, int end) {
        if (end >= words.size() || !adjectives.contains(form.words())) {
            return true;
        }
        Word next = words.get(end);
        if (!next.isWord() || boundary.has(next)) {
            return !next.folded().startsWith("-");
        }
        if (people.has(next) || combatants.has(next) || trades.has(next)) {
            return false;
        }
        return !next.pos().isEmpty() && !CONTENT.contains(next.pos());
    }

    private static boolean generic(Words words, int at) {
        return GENERIC.contains(words.folded(at - 1));
    }

    private GroupMention mention(Words words, int from, int to, Sort sort, String group, String text) {
        int outer = from;
        while (outer > 0
                && (determiners.has(words.get(outer - 1))
                        || (from - outer < 3 && words.get(outer - 1).is("ADJ")))) {
            outer--;
        }
        int start = words.get(from).start();
        int end = words.get(to - 1).end();
        return new GroupMention(outer, from, to, sort, new Target(start, end, text.substring(start, end), group));
    }
}
