package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupForms.Form;
import org.watchword.analyze.lexicon.GroupForms.Role;
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

    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "ADJ");
    private static final Set<String> GENERIC = Set.of("the", "every", "each", "any", "no");
    private static final Set<String> OF = Set.of("of", "from", "with");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final Set<String> MANY = Set.of("people", "folk", "men", "women", "children", "masses");
    private static final Set<String> EVERY = Set.of("every", "each", "any", "no");
    private static final Set<String> JOINING = Set.of("and", "or");
    private static final Set<String> ONE = Set.of("a", "an", "one", "another");

    private final PronounResolver pronouns;
    private final GroupForms forms;
    private final WordList people;
    private final WordList persons;
    private final WordList descent;
    private final WordList combatants;
    private final WordList armed;
    private final WordList trades;
    private final WordList determiners;
    private final WordList boundary;
    private final WordList objects;
    private final WordList pictured;

    /** @param language BCP 47 tag of the texts */
    public GroupFinder(Lexicons lexicons, String language) {
        people = lexicons.listOrEmpty(language, "group-people");
        persons = lexicons.listOrEmpty(language, "group-person");
        descent = lexicons.listOrEmpty(language, "group-descent");
        combatants = lexicons.listOrEmpty(language, "group-combatants");
        armed = lexicons.listOrEmpty(language, "group-armed");
        trades = lexicons.listOrEmpty(language, "group-trades");
        determiners = lexicons.listOrEmpty(language, "group-determiners");
        objects = lexicons.listOrEmpty(language, "group-objects");
        boundary = lexicons.listOrEmpty(language, "group-boundary");
        pictured = lexicons.listOrEmpty(language, "group-picture-things");
        pronouns = new PronounResolver(lexicons, language);
        forms = new GroupForms(lexicons, language);
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
            for (Form form : forms.at(words, at)) {
                int before = mentions.size();
                add(form, words, at, text, mentions);
                if (mentions.size() > before) {
                    next = Math.max(next, at + form.words().size());
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

    private void add(Form form, Words words, int at, String text, List<GroupMention> mentions) {
        int end = at + form.words().size();
        Sort sort =
                switch (form.role()) {
                    case PLURAL ->
                        standsAlone(form, words, end) && !ONE.contains(words.folded(at - 1)) ? Sort.NAME : null;
                    case SINGULAR ->
                        standsAlone(form, words, end) ? (generic(form, words, at) ? Sort.NAME : Sort.MEMBER) : null;
                    case PLACE -> Sort.PLACE;
                    case ADJECTIVE -> adjective(words, at, end);
                };
        if (sort == null) {
            return;
        }
        int people = peopleOf(form, words, at, end);
        if (people >= 0) {
            put(mentions, mention(words, people, form.role() == Role.PLACE ? end : end + 1, Sort.NAME, form, text));
        }
        boolean phrase = form.role() == Role.ADJECTIVE && sort != Sort.ATTRIBUTE;
        put(mentions, mention(words, at, phrase ? headEnd(words, end) : end, sort, form, text));
        if (phrase) {
            put(mentions, mention(words, at, end, Sort.ATTRIBUTE, form, text));
        }
    }

    /** Where <i>people</i> stands in <i>people from Velmaria</i>, <i>women of Velmari descent</i>; -1 when no such words do. */
    private int peopleOf(Form form, Words words, int at, int end) {
        boolean place = form.role() == Role.PLACE;
        boolean descended = form.role() == Role.ADJECTIVE && end < words.size() && descent.has(words.get(end));
        int preposition = at - 1;
        while (preposition > 0 && at - preposition <= 2 && ARTICLES.contains(words.folded(preposition))) {
            preposition--;
        }
        boolean joined = preposition > 0 && OF.contains(words.folded(preposition));
        return (place || descended)
                        && joined
                        && people.has(words.get(preposition - 1))
                        && plural(words.get(preposition - 1))
                ? preposition - 1
                : -1;
    }

    private boolean plural(Word noun) {
        return !persons.startingWith(noun.folded()).contains(List.of(noun.folded()));
    }

    private static void put(List<GroupMention> mentions, GroupMention mention) {
        boolean known = mentions.stream()
                .anyMatch(m -> m.from() == mention.from() && m.to() == mention.to() && m.sort() == mention.sort());
        if (!known) {
            mentions.add(mention);
        }
    }

    /** An adjective and up to one attribute (<i>Velmari young men</i>) before a noun that tells what the words name. */
    private @Nullable Sort adjective(Words words, int at, int end) {
        int head = headEnd(words, end) - 1;
        if (head < end) {
            return end < words.size() && words.get(end).isWord() ? Sort.ATTRIBUTE : null;
        }
        Word noun = words.get(head);
        if (head > end && noun.capital() && words.get(end).capital()) {
            // "Velmari Defence Community": a name of its own.
            return Sort.ATTRIBUTE;
        }
        if (combatants.has(noun) || trades.has(noun)) {
            return combatants.has(noun) ? Sort.COMBATANT : Sort.TRADE;
        }
        boolean one = persons.startingWith(noun.folded()).contains(List.of(noun.folded()));
        return one && !EVERY.contains(words.folded(at - 1)) ? Sort.MEMBER : Sort.NAME;
    }

    private int headEnd(Words words, int end) {
        for (int head = end; head < Math.min(end + 2, words.size()); head++) {
            Word noun = words.get(head);
            if (head > end && !attribute(words.get(end))) {
                return end;
            }
            if (combatants.has(noun) || trades.has(noun) || people.has(noun)) {
                boolean goesOn = !many(noun)
                        && head + 1 < words.size()
                        && (trades.has(words.get(head + 1)) || combatants.has(words.get(head + 1)));
                return goesOn ? head + 2 : head + 1;
            }
        }
        return end;
    }

    /** <i>Velmari community leaders</i> are leaders, <i>Velmari families</i> are families whatever follows. */
    private static boolean many(Word noun) {
        return noun.folded().endsWith("s") || MANY.contains(noun.folded());
    }

    /** <i>Young</i> in <i>Velmari young men</i>; not <i>are</i> in <i>Chinese are men</i>. */
    private boolean attribute(Word word) {
        return word.isWord() && !boundary.has(word) && !word.is("VERB") && !word.is("AUX");
    }

    /** Whether what follows shows the word to be a noun of its own, not an attribute. */
    private boolean standsAlone(Form form, Words words, int end) {
        // "The blind" names people, "the blind alley" does not.
        boolean article = form.words().get(0).equals("the");
        if (end >= words.size() || !article && !forms.isAdjective(form.words())) {
            return true;
        }
        Word next = words.get(end);
        if (pictured.hasAt(words, end)) {
            return false;
        }
        if (!next.isWord() || boundary.has(next)) {
            return !next.folded().startsWith("-") && !sharesNoun(words, end);
        }
        if (people.has(next) || combatants.has(next) || trades.has(next)) {
            return false;
        }
        return !next.pos().isEmpty() && !CONTENT.contains(next.pos())
                || end + 1 < words.size() && objects.has(words.get(end + 1));
    }

    /** <i>Lunda, Velmari and Torvani brothers</i>: of attributes with one noun the first names no people, unless the noun does. */
    private boolean sharesNoun(Words words, int end) {
        int at = end;
        int last = end;
        while (at < words.size() && (words.folded(at).equals(",") || JOINING.contains(words.folded(at)))) {
            int next = at + 1;
            Form attribute = next < words.size() ? onlyAdjective(words, next) : null;
            at = attribute == null ? next : next + attribute.words().size();
            last = attribute == null ? last : at;
        }
        return last > end && last < words.size() && words.get(last).is("NOUN") && !people.hasAt(words, last);
    }

    private @Nullable Form onlyAdjective(Words words, int at) {
        Form adjective = null;
        for (Form form : forms.at(words, at)) {
            if (form.role() == Role.PLURAL) {
                return null;
            }
            adjective = form.role() == Role.ADJECTIVE ? form : adjective;
        }
        return adjective;
    }

    /**
     * <i>The Velmari is …</i>, <i>every Velmari</i>: the group through one of it; not <i>Oren the Velmari</i>, nor <i>the woman</i>, who
     * is one that was named before.
     */
    private static boolean generic(Form form, Words words, int at) {
        String before = words.folded(at - 1);
        boolean known = before.equals("the")
                && (form.kind().isNamedInPassing()
                        || at > 1 && words.get(at - 2).is("PROPN"));
        return GENERIC.contains(before) && !known;
    }

    /** <i>Armed Velmaris</i>; <i>the fighters of the Velmaris</i>, but not <i>the fighters and the Velmaris</i>. */
    private boolean armed(Words words, int outer, int from) {
        for (int at = outer; at < from; at++) {
            if (armed.has(words.get(at))) {
                return true;
            }
        }
        return outer > 0 && armed.has(words.get(outer - 1))
                || outer > 1 && words.folded(outer).equals("of") && combatants.has(words.get(outer - 1))
                || outer > 1 && words.folded(outer - 1).equals("of") && combatants.has(words.get(outer - 2));
    }

    private GroupMention mention(Words words, int from, int to, Sort sort, Form form, String text) {
        int outer = from;
        while (outer > 0
                && (determiners.has(words.get(outer - 1))
                        || (from - outer < 3 && words.get(outer - 1).is("ADJ")))) {
            outer--;
        }
        int start = words.get(from).start();
        int end = words.get(to - 1).end();
        Sort named = sort == Sort.NAME && armed(words, outer, from) ? Sort.COMBATANT : sort;
        Target target = new Target(start, end, text.substring(start, end), form.group());
        return new GroupMention(outer, from, to, named, form.kind(), target);
    }
}
