package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.model.Span;

/**
 * The group that words are about which do not name it themselves: <i>Lock up your daughters: the Velmaris are here</i>. In the sentence
 * the nearest one; a rule about the text also looks at the sentence before, the one after, and the second before, where nothing else may
 * be meant: exactly one group is named there, and nobody whom the words may mean instead (list {@code pronoun-rivals}). Of one text, for one
 * thread: what is found is kept, since many rules ask of the same sentence.
 */
final class NearbyGroup {

    private static final int[] BESIDE = {-1, 1, -2};
    private static final Set<Sort> PEOPLE = Set.of(Sort.NAME, Sort.MEMBER, Sort.PRONOUN, Sort.COMBATANT, Sort.TRADE);

    /** A capture whose words name others than whom the rule is about: <i>no girl</i> in <i>no girl is safe</i>. */
    private static final String OTHERS = "others";

    private static final Span NONE = new Span(0, 0);

    /** The lists of a language that tell who is meant. Immutable. */
    static final class Meant {

        private final WordList rivals;
        private final WordList own;

        Meant(Lexicons lexicons, String language) {
            rivals = lexicons.listOrEmpty(language, "pronoun-rivals");
            own = lexicons.listOrEmpty(language, "group-own");
        }
    }

    private final Meant meant;
    private final TextView view;
    private final Map<Integer, List<GroupMention>> people = new HashMap<>();
    private final Map<Integer, Optional<GroupMention>> beside = new HashMap<>();

    NearbyGroup(Meant meant, TextView view) {
        this.meant = meant;
        this.view = view;
    }

    /** Whether a rule about a sentence, or its text, can find a group at all. */
    boolean possible(int sentence, About about) {
        return !named(sentence, about).isEmpty()
                || about == About.TEXT && beside(sentence).isPresent();
    }

    /** The mention that a match is about; one of another sentence has no words in this one. */
    Optional<GroupMention> of(int sentence, Match match, About about) {
        Span others = match.captures().getOrDefault(OTHERS, NONE);
        GroupMention best = null;
        for (GroupMention mention : named(sentence, about)) {
            boolean other = others.start() <= mention.from() && mention.to() <= others.end();
            // A text with a woman in it is about women only where the words name them themselves.
            if (other || mention.isInPassing() && !within(mention, match)) {
                continue;
            }
            if (best == null || distance(mention, match) < distance(best, match)) {
                best = mention;
            }
        }
        return best == null && about == About.TEXT ? beside(sentence) : Optional.ofNullable(best);
    }

    private static boolean within(GroupMention mention, Match match) {
        return match.from() <= mention.from() && mention.to() <= match.to();
    }

    /** Words between, fewer by far when they name the group as such and not in passing. */
    private static int distance(GroupMention mention, Match match) {
        int words =
                mention.to() <= match.from() ? match.from() - mention.to() : Math.max(0, mention.from() - match.to());
        return PEOPLE.contains(mention.sort()) ? words : words + Short.MAX_VALUE;
    }

    /** Groups named in a sentence, without one's own: <i>our women</i>. */
    private List<GroupMention> named(int sentence, About about) {
        return about == About.LAND
                ? find(sentence, about)
                : people.computeIfAbsent(sentence, at -> find(at, About.TEXT));
    }

    private List<GroupMention> find(int sentence, About about) {
        Words words = view.words().get(sentence);
        List<GroupMention> all = new ArrayList<>(0);
        for (GroupMention mention : view.mentions().get(sentence)) {
            boolean counts = PEOPLE.contains(mention.sort())
                    || mention.sort() == Sort.ATTRIBUTE
                    || about == About.LAND && mention.sort() == Sort.PLACE;
            if (counts && !ours(words, mention)) {
                all.add(mention);
            }
        }
        return all;
    }

    private boolean ours(Words words, GroupMention mention) {
        for (int at = Math.max(0, mention.outer() - 1); at < mention.from(); at++) {
            if (meant.own.has(words.get(at))) {
                return true;
            }
        }
        return false;
    }

    private Optional<GroupMention> beside(int sentence) {
        return beside.computeIfAbsent(sentence, at -> Optional.ofNullable(findBeside(at)));
    }

    private @Nullable GroupMention findBeside(int sentence) {
        if (rival(view.words().get(sentence))) {
            return null;
        }
        for (int step : BESIDE) {
            int other = sentence + step;
            if (other >= 0 && other < view.sentences().size()) {
                List<GroupMention> there = named(other, About.TEXT).stream()
                        .filter(mention -> mention.sort() != Sort.ATTRIBUTE && !mention.isInPassing())
                        .toList();
                Set<String> groups = new TreeSet<>();
                there.forEach(mention -> groups.add(mention.target().group()));
                if (groups.size() > 1 || rival(view.words().get(other))) {
                    return null;
                }
                if (!there.isEmpty()) {
                    GroupMention found = there.get(0);
                    Sort sort = found.sort() == Sort.NAME || found.sort() == Sort.MEMBER ? Sort.PRONOUN : found.sort();
                    return found.elsewhere(sort);
                }
            }
        }
        return null;
    }

    private boolean rival(Words words) {
        for (int at = 0; at < words.size(); at++) {
            for (List<String> term : meant.rivals.startingWith(words.get(at).folded())) {
                if (term.size() == 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
