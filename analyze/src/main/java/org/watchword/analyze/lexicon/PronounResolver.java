package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.model.Target;

/**
 * Tells what <i>they</i>, <i>them</i> and <i>these people</i> stand for: the one group named before, in the same sentence or up to two
 * before it. Two groups, or others named nearer (lists {@code pronoun-rivals} and {@code pronoun-rival-things}), and nothing is resolved: a wrong target is a wrong
 * accusation.
 */
final class PronounResolver {

    private static final int SENTENCES_BACK = 2;

    private final WordList strong;
    private final WordList weak;
    private final WordList rivals;
    private final WordList things;

    PronounResolver(Lexicons lexicons, String language) {
        strong = lexicons.listOrEmpty(language, "pronoun-demonstrative");
        weak = lexicons.listOrEmpty(language, "pronoun-personal");
        rivals = lexicons.listOrEmpty(language, "pronoun-rivals");
        things = lexicons.listOrEmpty(language, "pronoun-rival-things");
    }

    List<List<GroupMention>> resolve(List<Words> sentences, List<List<GroupMention>> named, String text) {
        List<List<GroupMention>> all = new ArrayList<>(named.size());
        for (int s = 0; s < sentences.size(); s++) {
            List<GroupMention> mentions = new ArrayList<>(named.get(s));
            Words words = sentences.get(s);
            for (int at = 0; at < words.size(); at++) {
                int end = end(words, at);
                if (end > at && covered(named.get(s), at) == null) {
                    GroupMention meant = antecedent(
                            sentences, named, s, at, strong.endsAt(words, at).isEmpty());
                    if (meant != null) {
                        int start = words.get(at).start();
                        int stop = words.get(end - 1).end();
                        mentions.add(new GroupMention(
                                at,
                                at,
                                end,
                                Sort.PRONOUN,
                                meant.kind(),
                                new Target(
                                        start,
                                        stop,
                                        text.substring(start, stop),
                                        meant.target().group())));
                    }
                }
            }
            all.add(mentions);
        }
        return all;
    }

    private int end(Words words, int at) {
        List<Integer> ends = strong.endsAt(words, at);
        if (ends.isEmpty()) {
            ends = weak.endsAt(words, at);
        }
        return ends.isEmpty() ? at : ends.get(0);
    }

    private static @Nullable GroupMention covered(List<GroupMention> mentions, int at) {
        return mentions.stream()
                .filter(m -> m.outer() <= at && at < m.to() && m.sort() != Sort.PLACE)
                .findFirst()
                .orElse(null);
    }

    private @Nullable GroupMention antecedent(
            List<Words> sentences, List<List<GroupMention>> named, int sentence, int at, boolean personal) {
        Set<String> groups = new HashSet<>();
        Set<String> nearer = new HashSet<>();
        GroupMention last = null;
        int back = personal ? SENTENCES_BACK - 1 : SENTENCES_BACK;
        for (int s = sentence; s >= Math.max(0, sentence - back); s--) {
            int limit = s == sentence ? at : sentences.get(s).size();
            int nearest = -1;
            for (GroupMention mention : named.get(s)) {
                if (mention.to() <= limit && introduces(sentences.get(s), mention, limit)) {
                    groups.add(mention.target().group());
                    last = mention;
                    nearest = Math.max(nearest, mention.from());
                } else if (mention.to() <= limit && counts(mention)) {
                    nearer.add(mention.target().group());
                }
            }
            if (rival(sentences.get(s), named.get(s), limit, personal)) {
                return null;
            }
            if (nearest >= 0) {
                break;
            }
            addAttributes(named.get(s), limit, nearer);
        }
        // "Velmari and Torvani brothers … they": what the attributes stand before is named nearer than a group further
        // back.
        return groups.size() == 1 && groups.containsAll(nearer) ? last : null;
    }

    private static void addAttributes(List<GroupMention> mentions, int limit, Set<String> groups) {
        for (GroupMention mention : mentions) {
            if (mention.sort() == Sort.ATTRIBUTE && mention.to() <= limit) {
                groups.add(mention.target().group());
            }
        }
    }

    private static boolean counts(GroupMention mention) {
        return mention.sort() == Sort.NAME || mention.sort() == Sort.MEMBER;
    }

    /**
     * Whether a mention may be what a pronoun in the plural stands for: not one woman, nor the one of <i>he might be a Velmari</i>, nor
     * women before others in the plural.
     */
    private static boolean introduces(Words words, GroupMention mention, int limit) {
        boolean women = mention.isInPassing();
        boolean one = mention.sort() == Sort.MEMBER;
        boolean said = one
                && mention.outer() > 0
                && words.get(mention.outer() - 1).lemma().equals("be");
        return counts(mention) && !said && !(women && (one || others(words, mention.to(), limit)));
    }

    private static boolean others(Words words, int from, int to) {
        for (int at = from; at < to; at++) {
            Word word = words.get(at);
            if (word.is("NOUN") && !word.lemma().equals(word.folded())) {
                return true;
            }
        }
        return false;
    }

    private boolean rival(Words words, List<GroupMention> mentions, int limit, boolean personal) {
        boolean possible = words.mayHold(rivals) || personal && words.mayHold(things);
        for (int at = 0; possible && at < limit; at++) {
            int here = at;
            boolean rival = isRival(rivals, words.get(at)) || (personal && isRival(things, words.get(at)));
            if (rival && mentions.stream().noneMatch(m -> counts(m) && m.outer() <= here && here < m.to())) {
                return true;
            }
        }
        return false;
    }

    /** By its form alone: the lemma would make a rival of one soldier. */
    private static boolean isRival(WordList list, Word word) {
        return list.startingWith(word.folded()).stream().anyMatch(term -> term.size() == 1);
    }
}
