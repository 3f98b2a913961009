package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.GroupKind;
import org.watchword.analyze.lexicon.GroupSwap;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;

/**
 * Whether rules answer alike whoever is named: the same words about another group, or from another speaker, must give the same flags.
 * Used from one thread.
 */
public final class SwapCheck {

    /** Who else might say an example: names of many languages, all invented. */
    private static final List<String> SPEAKERS = List.of(
            "Oren Vale", "Aminata Koulisso", "Nguyen Thi Landra", "Señora Peñarol", "Иван Дреск", "Əliyə Məmmədzor");

    /**
     * What came of a text.
     *
     * @param tried swaps that could be written
     * @param changed one line for each that got other flags
     */
    public record Outcome(int tried, List<String> changed) {
        public Outcome {
            changed = List.copyOf(changed);
        }
    }

    private final RuleEngine engine;
    private final Annotator annotator;
    private final GroupSwap swap;
    private final List<Group> others;

    /**
     * @param others the groups to put in, see {@link #representatives}
     * @param annotator used from this thread only
     */
    public SwapCheck(RuleEngine engine, Lexicons lexicons, String language, List<Group> others, Annotator annotator) {
        this.engine = engine;
        this.annotator = annotator;
        this.others = List.copyOf(others);
        swap = new GroupSwap(new GroupFinder(lexicons, language));
    }

    /**
     * Groups of every kind, drawn by the hash of their ids, so that nobody picks them: first those that have a plural of its own form, a
     * word for one member and an adjective of one word.
     *
     * @param perKind how many of each kind
     */
    public static List<Group> representatives(Lexicons lexicons, String language, int perKind) {
        Map<GroupKind, List<Group>> byKind = new TreeMap<>();
        lexicons.groups(language).stream()
                .filter(group -> !group.plural().isEmpty())
                .sorted(Comparator.comparingInt(SwapCheck::gaps).thenComparing(g -> ContentHash.sha256Hex(g.id())))
                .forEach(group -> byKind.computeIfAbsent(group.kind(), kind -> new ArrayList<>())
                        .add(group));
        return byKind.values().stream()
                .flatMap(groups -> groups.stream().limit(perKind))
                .toList();
    }

    private static int gaps(Group group) {
        boolean unmarked = group.adjective().contains(group.plural().get(0));
        boolean compound = group.adjective().stream().anyMatch(a -> a.indexOf(' ') >= 0 || a.indexOf('-') >= 0);
        return (group.singular().isEmpty() ? 1 : 0)
                + (group.adjective().isEmpty() ? 1 : 0)
                + (unmarked ? 1 : 0)
                + (compound ? 1 : 0);
    }

    /** Puts each other group in the place of one. */
    public Outcome groups(String text, Group from) {
        AnnotatedText annotated = annotator.annotate(text, from.language());
        List<String> before = answer(annotated, SPEAKERS.get(0));
        int tried = 0;
        List<String> changed = new ArrayList<>();
        for (Group other : others) {
            Optional<String> swapped = swap.swap(annotated, from, other);
            if (swapped.isPresent() && !other.id().equals(from.id())) {
                tried++;
                List<String> after = answer(annotator.annotate(swapped.get(), from.language()), SPEAKERS.get(0));
                if (!after.equals(before)) {
                    changed.add(swapped.get() + ": " + after + " instead of " + before);
                }
            }
        }
        return new Outcome(tried, changed);
    }

    /** Lets others say the same. */
    public Outcome speakers(String text, String language) {
        AnnotatedText annotated = annotator.annotate(text, language);
        List<String> before = answer(annotated, SPEAKERS.get(0));
        List<String> changed = new ArrayList<>();
        for (String speaker : SPEAKERS) {
            List<String> after = answer(annotated, speaker);
            if (!after.equals(before)) {
                changed.add(speaker + ": " + text + ": " + after + " instead of " + before);
            }
        }
        return new Outcome(SPEAKERS.size(), changed);
    }

    private List<String> answer(AnnotatedText text, String speaker) {
        return engine.flags(text, List.of(), speaker).stream()
                .map(SwapCheck::shown)
                .distinct()
                .sorted()
                .toList();
    }

    private static String shown(Flag flag) {
        return flag.category().id() + ' ' + flag.status();
    }
}
