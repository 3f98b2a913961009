package org.watchword.analyze.story;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * Where a page stands among others.
 *
 * @param story the story it was last told to belong to; its own id when it stands alone
 * @param links ids of the pages whose texts are copies of its text, in order
 * @param arrived when its sketch was last taken in
 * @param open whether it is still compared with what arrives
 */
@JsonPropertyOrder({"story", "links", "arrived", "open"})
public record Place(String story, List<String> links, Instant arrived, boolean open) {

    public Place {
        links = links.stream().distinct().sorted().toList();
    }

    Place in(String otherStory) {
        return new Place(otherStory, links, arrived, open);
    }

    Place linked(List<String> otherLinks) {
        return new Place(story, otherLinks, arrived, open);
    }

    Place closed() {
        return new Place(story, links, arrived, false);
    }
}
