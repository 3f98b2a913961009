package org.watchword.analyze.pattern;

import java.util.List;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Entity;

/**
 * A sentence as patterns see it.
 *
 * @param words its words
 * @param mentions the groups it names, in any order
 * @param entities the names of the whole text or of this sentence
 */
public record SentenceView(Words words, List<GroupMention> mentions, List<Entity> entities) {

    public SentenceView {
        mentions = List.copyOf(mentions);
        entities = List.copyOf(entities);
    }
}
