package org.watchword.ingest.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The occasion of a speech or transcript, when the page names it: an event in the structured data, a line "Event: …" above the text, or
 * a title such as "Remarks by N. N. at the opening of …". A title that may as well name a place or a topic names no event.
 */
final class SpeechEvent {

    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)^(?:event|occasion|meeting|veranstaltung|anlass|événement|evento|ocasión|ocasião|occasione|мероприятие|захід|etkinlik|tədbir|միջոցառում|ღონისძიება|wydarzenie|المناسبة|مراسم)\\s?[:：]\\s+(.+)$");
    private static final Pattern IN_TITLE = Pattern.compile(
            "(?iu)\\b(?:speech|remarks|address|statement|lecture|sermon|homily|message|intervention|eulogy|toast|comments|conversation|discussion|interview|news conference)\\b.*?\\b(?:at|during|on the occasion of|to mark|marking) ((?:the|a|an|his|her|its|\\p{Lu}|\\d+(?:st|nd|rd|th)\\b).+)$");
    private static final Pattern OCCASION = Pattern.compile(
            "(?iu)\\b(?:opening|ceremony|conference|summit|forum|session|meeting|congress|rally|debate|anniversary|parade|funeral|memorial|festival|fair|seminar|convention|briefing|dinner|reception|commemoration|inauguration|symposium|assembly|plenary|parliament|service|vigil|launch|signing|celebrations?|workshop|panel|hearing|gala|jubilee|day)\\b");
    private static final Pattern REST = Pattern.compile("\\s*(?:[|;:(]|\\s[–—-]\\s).*$");
    private static final int LINES_LOOKED_AT = 60;
    private static final int LONGEST = 200;

    private SpeechEvent() {}

    static @Nullable String of(PageFacts page, @Nullable String title, PageLayout layout) {
        String structured = structured(page);
        if (structured != null) {
            return structured;
        }
        String labelled = labelled(layout);
        return labelled != null || title == null ? labelled : inTitle(title);
    }

    /** What the article says it was recorded at or is about, where that is an event with a name. */
    private static @Nullable String structured(PageFacts page) {
        JsonNode article = page.article();
        if (article == null) {
            return null;
        }
        for (String field : new String[] {"recordedAt", "about", "superEvent"}) {
            for (JsonNode one : page.structured().objects(article, field)) {
                if (JsonLd.types(one).stream().anyMatch(t -> t.endsWith("Event"))) {
                    return shortened(JsonLd.text(one, "name"));
                }
            }
        }
        return null;
    }

    private static @Nullable String labelled(PageLayout layout) {
        int looked = 0;
        for (Block block : layout.blocks()) {
            if (++looked > LINES_LOOKED_AT || block.isProse()) {
                return null;
            }
            Matcher m = LABELLED.matcher(block.text());
            if (m.matches()) {
                return shortened(m.group(1));
            }
        }
        return null;
    }

    static @Nullable String inTitle(String title) {
        Matcher m = IN_TITLE.matcher(title);
        if (!m.find()) {
            return null;
        }
        String event = REST.matcher(m.group(1)).replaceFirst("").strip();
        return OCCASION.matcher(event).find() ? shortened(event) : null;
    }

    private static @Nullable String shortened(@Nullable String name) {
        return name == null || name.length() > LONGEST ? null : name;
    }
}
