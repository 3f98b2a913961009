package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What TimelineJS 3 reads: an event a statement, the method note as its title slide. It takes texts for HTML. */
final class TimelineJs implements TimelineFormat.Writing {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int HEADLINE = 120;

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeName("title");
            json.writeTree(title(note));
            json.writeName("events");
            json.writeStartArray();
            timeline.each(row -> json.writeTree(event(row, timeline.request().links())));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static ObjectNode title(MethodNote note) {
        StringBuilder text = new StringBuilder("<dl>");
        MethodText.lines(note).forEach(line -> text.append("<dt>")
                .append(Html.escaped(line.getKey()))
                .append("</dt><dd>")
                .append(Html.escaped(line.getValue()))
                .append("</dd>"));
        ObjectNode title = JSON.createObjectNode();
        title.putObject("text")
                .put("headline", Html.escaped(note.title()))
                .put("text", text.append("</dl>").toString());
        return title;
    }

    private static ObjectNode event(TimelineRow row, Links links) {
        LocalDate day = LocalDate.ofInstant(row.date(), ZoneOffset.UTC);
        String who = Citation.who(row);
        ObjectNode event = JSON.createObjectNode();
        event.put("unique_id", row.statement().id());
        event.putObject("start_date")
                .put("year", day.getYear())
                .put("month", day.getMonthValue())
                .put("day", day.getDayOfMonth());
        event.putObject("text")
                .put("headline", Html.escaped(shortened(who)))
                .put(
                        "text",
                        "<blockquote lang=\"" + Html.escaped(row.statement().language()) + "\" dir=\"auto\">"
                                + Html.escaped(row.statement().text()) + "</blockquote><p>"
                                + Html.escaped(row.statement().outlet()) + ", <a href=\""
                                + Html.escaped(links.statement(row.statement().id())) + "\">"
                                + Html.escaped(shortened(row.title())) + "</a></p>");
        event.put("group", withoutMarkup(row.statement().outlet()));
        return event;
    }

    /** TimelineJS takes character references in a group's name back, and would then run what they spell: so there is nothing to spell. */
    private static String withoutMarkup(String name) {
        return name.replace('<', '‹').replace('>', '›').replace("&", "&amp;");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= HEADLINE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, HEADLINE)) + "…";
    }
}
