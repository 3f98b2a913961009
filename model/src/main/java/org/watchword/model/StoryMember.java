package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * To which story a page belongs: pages whose texts are the same, or nearly so, or of which one is cut from the other, are appearances of
 * one story. Travels on {@link Topics#STORIES}, keyed by {@code documentId}, when that has changed; a page that none was sent of is a
 * story of its own.
 *
 * @param documentId id of the page
 * @param story the smallest document id among the pages of the story; the page's own when it has no copies
 * @param statements the statements of all versions of the page
 */
@JsonPropertyOrder({"documentId", "story", "statements"})
public record StoryMember(String documentId, String story, List<Wording> statements) {

    public StoryMember {
        statements = List.copyOf(statements);
    }

    /**
     * A statement and what it says.
     *
     * @param id the statement's id
     * @param words {@link ContentHash#wordsId} of its text
     */
    @JsonPropertyOrder({"id", "words"})
    public record Wording(String id, String words) {

        public static Wording of(String id, String text) {
            return new Wording(id, ContentHash.wordsId(text));
        }
    }
}
