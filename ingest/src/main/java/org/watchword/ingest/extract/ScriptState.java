package org.watchword.ingest.extract;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Letters;
import tools.jackson.databind.JsonNode;

/**
 * The article of a page that draws it by script and shows nothing without: the longest body in the data of its scripts, as HTML in one
 * string or as paragraphs in a list. It is taken only beside the headline that the page's title names, so that no other story's text is.
 */
final class ScriptState {

    private static final int LEAST = 400;
    private static final int LEAST_PARAGRAPHS = 3;
    private static final int LEAST_TITLE = 12;
    private static final int MOST_NODES = 200_000;

    /** How far above a body its headline may stand. */
    private static final int REACH = 4;

    /** A value of the data and what holds it. */
    private record Place(JsonNode node, @Nullable Place above) {}

    private final PageFacts page;
    private final String title;
    private List<Block> best = List.of();
    private int bestWeight = LEAST - 1;

    private ScriptState(PageFacts page) {
        this.page = page;
        this.title = Letters.of(page.html().title());
    }

    /** Empty when the scripts hold no article of this title. */
    static List<String> paragraphs(PageFacts page) {
        var state = new ScriptState(page);
        if (state.title.length() >= LEAST_TITLE) {
            ScriptData.of(page.html()).forEach(state::read);
        }
        return state.best.stream().map(Block::text).toList();
    }

    private void read(JsonNode top) {
        var queue = new ArrayDeque<Place>();
        queue.add(new Place(top, null));
        for (int seen = 0; !queue.isEmpty() && seen < MOST_NODES; seen++) {
            Place place = queue.poll();
            JsonNode node = place.node;
            if (node.isString()) {
                String value = node.stringValue();
                if (value.length() >= LEAST && value.contains("<p")) {
                    offer(value, place);
                }
            } else {
                if (node.isArray() && node.size() >= LEAST_PARAGRAPHS) {
                    String list = longestList(node);
                    if (list.length() >= LEAST) {
                        offer(list, place);
                    }
                }
                node.forEach(child -> queue.add(new Place(child, place)));
            }
        }
    }

    /** The texts that the members of the array carry under the same name, as HTML. */
    private static String longestList(JsonNode array) {
        Map<String, StringBuilder> byField = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode member : array) {
            if (member.isString()) {
                paragraph("", member.stringValue(), byField, counts);
            }
            for (var field : member.properties()) {
                if (field.getValue().isString()) {
                    paragraph(field.getKey(), field.getValue().stringValue(), byField, counts);
                }
            }
        }
        return byField.entrySet().stream()
                .filter(e -> counts.getOrDefault(e.getKey(), 0) >= LEAST_PARAGRAPHS)
                .map(e -> e.getValue().toString())
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
    }

    private static void paragraph(
            String field, String text, Map<String, StringBuilder> byField, Map<String, Integer> counts) {
        if (text.indexOf(' ') > 0) {
            byField.computeIfAbsent(field, k -> new StringBuilder())
                    .append("<p>")
                    .append(text)
                    .append("</p>");
            counts.merge(field, 1, Integer::sum);
        }
    }

    private void offer(String html, Place place) {
        if (!standsByHeadline(place)) {
            return;
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        PageLayout layout = PageLayout.of(body, page.hints());
        new Clutter(layout, Clutter.Trust.FULL).drop();
        List<Block> blocks = new BodyCleaner(layout, title, new Captions(page, layout)).clean(List.of(0));
        int weight =
                blocks.stream().filter(Block::isProse).mapToInt(Block::weight).sum();
        if (weight > bestWeight) {
            bestWeight = weight;
            best = blocks;
        }
    }

    private boolean standsByHeadline(Place place) {
        Place at = place;
        for (int up = 0; up <= REACH && at != null; up++, at = at.above) {
            for (var field : at.node.properties()) {
                if (isHeadline(field.getValue())) {
                    return true;
                }
                if (isOtherHeadline(field.getKey(), field.getValue())) {
                    return false;
                }
                for (var inner : field.getValue().properties()) {
                    if (isHeadline(inner.getValue())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isOtherHeadline(String name, JsonNode value) {
        return (name.equals("headline") || name.equals("title"))
                && value.isString()
                && value.stringValue().length() >= LEAST_TITLE;
    }

    private boolean isHeadline(JsonNode value) {
        if (!value.isString() || value.stringValue().length() > 400) {
            return false;
        }
        String letters = Letters.of(value.stringValue());
        return letters.length() >= LEAST_TITLE && (title.contains(letters) || letters.contains(title));
    }
}
