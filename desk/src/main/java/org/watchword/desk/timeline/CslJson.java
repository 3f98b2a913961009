package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.watchword.model.ArchiveRef;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Items of the Citation Style Language, which Zotero and others read. */
final class CslJson implements TimelineFormat.Writing {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartArray();
            timeline.each(row -> json.writeTree(item(row, timeline.request().links())));
            json.writeEndArray();
        }
        out.write('\n');
    }

    private static ObjectNode item(TimelineRow row, Links links) {
        ObjectNode item = JSON.createObjectNode();
        item.put("id", row.statement().id());
        item.put("type", "webpage");
        item.putArray("author").addObject().put("literal", WellFormed.text(Citation.who(row)));
        item.put("title", WellFormed.text(row.title()));
        item.put("container-title", WellFormed.text(row.statement().outlet()));
        if (row.statement().publishedAt() != null) {
            date(item, "issued", Citation.day(row));
        }
        date(item, "accessed", Citation.captured(row));
        item.put("URL", row.statement().url());
        item.put("language", row.statement().language());
        item.put("abstract", WellFormed.text(row.statement().text()));
        ArchiveRef archive = row.statement().archive();
        item.put("archive_location", archive == null ? "" : archive.recordId());
        item.put(
                "note",
                links.statement(row.statement().id()) + (archive == null ? "" : "; SHA-256 " + archive.sha256()));
        return item;
    }

    private static void date(ObjectNode item, String name, LocalDate day) {
        item.putObject(name)
                .putArray("date-parts")
                .addArray()
                .add(day.getYear())
                .add(day.getMonthValue())
                .add(day.getDayOfMonth());
    }
}
