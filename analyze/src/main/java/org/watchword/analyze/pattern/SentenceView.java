package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

/** A sentence as patterns see it: its words, and where groups and names start. Immutable. */
public final class SentenceView {

    private final Words words;
    private final List<GroupMention> mentions;
    /** By the word; empty while no group is named. */
    private final List<List<GroupMention>> mentionsAt;

    /** Hash codes of the folded words. */
    private final int[] hashes;

    private final Map<Integer, List<Entity>> entitiesAt = new HashMap<>();
    private final Set<GroupMention.Sort> sorts = EnumSet.noneOf(GroupMention.Sort.class);
    private final Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    private final int lastWord;

    /**
     * @param mentions the groups the sentence names, in order of preference
     * @param entities the names of the whole text or of this sentence
     */
    public SentenceView(Words words, List<GroupMention> mentions, List<Entity> entities) {
        this.words = words;
        this.mentions = List.copyOf(mentions);
        this.mentionsAt = mentions.isEmpty() ? List.of() : places(words.size(), mentions);
        mentions.forEach(mention -> sorts.add(mention.sort()));
        hashes = new int[words.size()];
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = words.get(at).folded().hashCode();
        }
        for (Entity entity : entities) {
            types.add(entity.type());
            entitiesAt
                    .computeIfAbsent(entity.start(), place -> new ArrayList<>(1))
                    .add(entity);
        }
        int end = words.size();
        while (end > 0 && !words.get(end - 1).isWord()) {
            end--;
        }
        lastWord = end;
    }

    private static List<List<GroupMention>> places(int words, List<GroupMention> mentions) {
        List<List<GroupMention>> places = new ArrayList<>(Collections.nCopies(words, List.of()));
        for (GroupMention mention : mentions) {
            for (int at = mention.outer(); at <= mention.from(); at++) {
                if (places.get(at).isEmpty()) {
                    places.set(at, new ArrayList<>(2));
                }
                places.get(at).add(mention);
            }
        }
        return places;
    }

    public Words words() {
        return words;
    }

    public List<GroupMention> mentions() {
        return mentions;
    }

    /** How the sentence names groups. */
    public Set<GroupMention.Sort> sorts() {
        return sorts;
    }

    /** Types of the names given. */
    public Set<EntityType> types() {
        return types;
    }

    /** Groups whose name starts at a word, or whose article and attributes hold it. */
    List<GroupMention> mentionsAt(int word) {
        return word < mentionsAt.size() ? mentionsAt.get(word) : List.of();
    }

    /** Hash code of the folded word. */
    int hashAt(int word) {
        return hashes[word];
    }

    List<Entity> entitiesAt(int word) {
        return entitiesAt.isEmpty()
                ? List.of()
                : entitiesAt.getOrDefault(words.get(word).start(), List.of());
    }

    /** Index after the last word that is no closing mark. */
    int lastWord() {
        return lastWord;
    }
}
