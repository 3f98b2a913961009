package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The W3C Web Annotation Data Model: a collection with one page, an annotation a statement. Its target is the page's address at the time of
 * capture; the words are selected by a {@code TextQuoteSelector} and, where the page's text is at hand, a {@code TextPositionSelector}, whose
 * positions count code points of the text that was read in the page.
 */
final class WebAnnotations implements TimelineFormat.Writing {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeName("@context");
            json.writeTree(context());
            json.writeStringProperty("type", "AnnotationCollection");
            json.writeStringProperty("label", WellFormed.text(note.title()));
            json.writeNumberProperty("total", note.counts().getOrDefault("exported", 0L));
            json.writeName("generator");
            json.writeTree(JSON.createObjectNode().put("type", "Software").put("name", note.program()));
            json.writeName("method");
            json.writeTree(JSON.<ObjectNode>valueToTree(note));
            json.writeName("first");
            json.writeStartObject();
            json.writeStringProperty("type", "AnnotationPage");
            json.writeNumberProperty("startIndex", 0);
            json.writeName("items");
            json.writeStartArray();
            timeline.each(
                    row -> json.writeTree(annotation(row, timeline.request().links())));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** The method note is no part of the vocabulary: it is kept whole as a JSON literal (JSON-LD 1.1, 4.2.2). */
    private static ArrayNode context() {
        ArrayNode context = JSON.createArrayNode().add("http://www.w3.org/ns/anno.jsonld");
        context.addObject()
                .putObject("method")
                .put("@id", "urn:watchword:method")
                .put("@type", "@json");
        return context;
    }

    private static ObjectNode annotation(TimelineRow row, Links links) {
        ObjectNode annotation = JSON.createObjectNode();
        annotation.put("id", links.statement(row.statement().id()));
        annotation.put("type", "Annotation");
        annotation.put("motivation", row.statement().flags().isEmpty() ? "bookmarking" : "classifying");
        ArrayNode bodies = annotation.putArray("body");
        for (Flag flag : row.statement().flags()) {
            String lowered = flag.status() == FlagStatus.FLAGGED
                    ? ""
                    : " (" + flag.status().id() + ")";
            tag(bodies, flag.category().id() + lowered);
        }
        row.targets().forEach(group -> tag(bodies, "group: " + group));
        if (!row.speaker().isEmpty()) {
            bodies.addObject()
                    .put("type", "TextualBody")
                    .put("purpose", "describing")
                    .put("format", "text/plain")
                    .put("value", WellFormed.text("said by " + row.speaker()));
        }
        target(annotation, row);
        return annotation;
    }

    private static void tag(ArrayNode bodies, String value) {
        bodies.addObject().put("type", "TextualBody").put("purpose", "tagging").put("value", value);
    }

    private static void target(ObjectNode annotation, TimelineRow row) {
        ObjectNode target = annotation.putObject("target");
        target.put("type", "SpecificResource");
        target.put("source", row.statement().url());
        target.putObject("state")
                .put("type", "TimeState")
                .put("sourceDate", row.statement().capturedAt().toString());
        ArrayNode selectors = target.putArray("selector");
        ObjectNode quote = selectors
                .addObject()
                .put("type", "TextQuoteSelector")
                .put("exact", WellFormed.text(row.statement().text()));
        Anchor anchor = row.anchor();
        if (anchor != null) {
            quote.put("prefix", WellFormed.text(anchor.prefix())).put("suffix", WellFormed.text(anchor.suffix()));
            selectors
                    .addObject()
                    .put("type", "TextPositionSelector")
                    .put("start", anchor.start())
                    .put("end", anchor.end());
        }
    }
}
