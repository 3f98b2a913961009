package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.analyze.text.AnnotatedText;

/**
 * Writes the same words about another group, grammatical number kept: a plural for a plural, one member for one member, an adjective for
 * an adjective, a land for a land. For the proof that no answer depends on a name. Immutable.
 */
public final class GroupSwap {

    private static final Set<String> ONE =
            Set.of("a", "an", "one", "another", "single", "every", "his", "her", "my", "that", "this");

    private record Change(int start, int end, String words) {}

    private final GroupFinder finder;

    public GroupSwap(GroupFinder finder) {
        this.finder = finder;
    }

    /**
     * The text with every mention of one group turned into the other.
     *
     * @return empty when the text does not name the first group, or the other has no word for one of its forms
     */
    public Optional<String> swap(AnnotatedText text, Group from, Group to) {
        List<Words> sentences = text.sentences().stream()
                .map(sentence -> Words.of(sentence, from.language()))
                .toList();
        List<Change> changes = new ArrayList<>();
        List<List<GroupMention>> found = finder.find(sentences, text.text());
        for (int s = 0; s < found.size(); s++) {
            for (GroupMention mention : found.get(s)) {
                if (mention.target().group().equals(from.id()) && named(mention, from)) {
                    String form = form(mention, sentences.get(s), from, to);
                    if (form == null) {
                        return Optional.empty();
                    }
                    Change change = new Change(
                            mention.target().start(), mention.target().end(), form);
                    if (changes.stream().noneMatch(c -> c.start() < change.end() && change.start() < c.end())) {
                        changes.add(change);
                    }
                }
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(applied(text, changes));
    }

    /** A phrase such as <i>Velmari families</i> changes by the adjective in it, which is a mention of its own. */
    private static boolean named(GroupMention mention, Group group) {
        String text = mention.target().text();
        return mention.sort() != Sort.PRONOUN
                && (group.plural().contains(text)
                        || group.singular().contains(text)
                        || group.adjective().contains(text)
                        || group.place().contains(text));
    }

    private static @Nullable String form(GroupMention mention, Words words, Group from, Group to) {
        String text = mention.target().text();
        String before = words.folded(mention.from() - 1);
        boolean bare = mention.outer() == mention.from() && !ONE.contains(before);
        List<String> forms =
                switch (mention.sort()) {
                    case PLACE -> to.place();
                    case ATTRIBUTE -> to.adjective();
                    // "Velmari is no language": the adjective as a name of its own.
                    default ->
                        from.plural().contains(text)
                                ? to.plural()
                                : bare && from.adjective().contains(text) ? names(to) : to.singular();
                };
        return forms.stream()
                .filter(candidate -> !candidate.startsWith("the "))
                .findFirst()
                .orElse(null);
    }

    /** Adjectives that are nouns too: a language is called <i>Velmari</i>, nothing is called <i>displaced</i>. */
    private static List<String> names(Group group) {
        return group.adjective().stream().filter(group.singular()::contains).toList();
    }

    private static String applied(AnnotatedText text, List<Change> changes) {
        StringBuilder swapped = new StringBuilder(text.text());
        changes.sort(Comparator.comparingInt(Change::start).reversed());
        for (Change change : changes) {
            boolean opens = text.sentences().stream().anyMatch(sentence -> sentence.start() == change.start());
            String words = opens
                    ? change.words().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + change.words().substring(1)
                    : change.words();
            swapped.replace(change.start(), change.end(), words);
        }
        return swapped.toString();
    }
}
