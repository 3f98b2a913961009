package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Analysis;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.PageEdits;
import org.watchword.model.Severity;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.Succession;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewSummary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns an analysis into the rows of the two indices, and a row of statements back into a record. */
final class IndexRows {

    private static final String UNFLAGGED = "unflagged";

    private final JsonMapper json = JsonMapper.shared();
    private final JsonMapper versions =
            JsonMapper.builder().addMixIn(Analysis.class, WithoutHistory.class).build();

    /** Id of the row of one version of a page. */
    static String documentRowId(String documentId, String textSha256) {
        return documentId + '-' + textSha256;
    }

    /** The row of one version of a page, in JSON. */
    byte[] document(Analysis analysis) {
        Document document = analysis.document();
        return versions.writeValueAsBytes(new VersionRow(
                document.id(),
                document.textSha256(),
                document.title(),
                document.outlet(),
                document.source(),
                analysis.annotation().language(),
                document.url(),
                text(document.publishedAt()),
                document.capturedAt().toString(),
                analysis));
    }

    private record VersionRow(
            String documentId,
            String textSha256,
            @Nullable String title,
            String outlet,
            String source,
            String language,
            String url,
            @Nullable String publishedAt,
            String capturedAt,
            Analysis analysis) {}

    /** The history is the page's, not the version's: it stands in the page's row, where it stays current. */
    @JsonIgnoreProperties("history")
    private interface WithoutHistory {}

    /** Rows of the statements of a page that has no copies and that nobody has reviewed. */
    Map<String, ObjectNode> statements(Analysis analysis) {
        return statements(analysis, analysis.document().id(), Map.of());
    }

    /**
     * Rows of the statements by id, with what later versions made of them.
     *
     * @param story the story the page belongs to
     * @param reviews what was decided on words of the page, by {@link Review#subject()}
     */
    Map<String, ObjectNode> statements(Analysis analysis, String story, Map<String, ReviewFold> reviews) {
        Map<String, Succession> successions = new HashMap<>();
        analysis.successions().forEach(s -> successions.put(s.statementId(), s));
        Map<String, ObjectNode> rows = new java.util.LinkedHashMap<>();
        for (Statement statement : analysis.annotation().statements()) {
            ObjectNode row = statement(analysis, statement);
            String words = ContentHash.wordsId(statement.text());
            row.setAll(story(story, words));
            row.put("words", words);
            ReviewFold decided = reviews.get(Review.subject(analysis.document().id(), words));
            if (decided != null) {
                row.setAll(ReviewRows.onStatement(decided, statement.speaker(), statement.flags(), statement.start()));
            }
            Succession succession = successions.get(statement.id());
            if (succession != null) {
                row.setAll(succession(succession));
            }
            rows.put(statement.id(), row);
        }
        return rows;
    }

    /** The fields a succession changes in a statement's row; one that names itself is current again. */
    ObjectNode succession(Succession succession) {
        String successor = succession.successorId();
        ObjectNode row = json.createObjectNode();
        row.put("supersededBy", succession.statementId().equals(successor) ? null : successor);
        row.put("vanishedAt", successor == null ? succession.at().toString() : null);
        return row;
    }

    /** The field by which a statement tells how its page was edited; null when it was not. */
    ObjectNode edited(PageEdits edits) {
        return json.createObjectNode().put("edited", edits == PageEdits.NONE ? null : edits.id());
    }

    /**
     * The fields by which a statement is found with its copies.
     *
     * @param words {@link ContentHash#wordsId} of its text
     */
    ObjectNode story(String story, String words) {
        ObjectNode row = json.createObjectNode().put("story", story);
        copies(row, copies(story, words));
        return row;
    }

    /** What a row has in common with its copies; as a number, too, by which they are told apart where there are many. */
    static void copies(ObjectNode row, String key) {
        row.put("copies", key).put("copiesNumber", ContentHash.number(key));
    }

    /** What a statement has in common with its copies: the words, and the story they stand in. */
    static String copies(String story, String words) {
        return story + '-' + words;
    }

    private ObjectNode statement(Analysis analysis, Statement statement) {
        Document document = analysis.document();
        Speaker speaker = statement.speaker();
        Instant date = document.publishedAt() == null ? document.capturedAt() : document.publishedAt();
        ObjectNode row = json.createObjectNode();
        row.put("id", statement.id());
        row.put("documentId", document.id());
        row.put("textSha256", document.textSha256());
        row.put("start", statement.start());
        row.put("end", statement.end());
        row.put("text", statement.text());
        row.put("lemmas", analysis.lemmas().statements().getOrDefault(statement.id(), ""));
        row.put("title", document.title());
        row.setAll(Corrected.fields(speaker, statement.flags(), ReviewSummary.unreviewed()));
        row.put("speakerText", speaker == null ? null : speaker.text());
        row.put("outlet", document.outlet());
        row.put("outletCountry", document.outletCountry());
        row.put("source", document.source());
        row.put("language", analysis.annotation().language());
        row.put("url", document.url());
        row.put("publishedAt", text(document.publishedAt()));
        row.put("capturedAt", document.capturedAt().toString());
        row.put("date", date.toString());
        ArrayNode status = row.putArray("status");
        ArrayNode rule = row.putArray("rule");
        statement.flags().stream().map(flag -> flag.status().id()).distinct().forEach(status::add);
        if (statement.flags().isEmpty()) {
            status.add(UNFLAGGED);
        }
        statement.flags().stream().map(Flag::rule).distinct().forEach(rule::add);
        Severity gravest = gravest(statement);
        row.put("severity", gravest == null ? 0 : gravest.ordinal() + 1);
        row.put("grade", gravest == null ? null : gravest.id());
        row.set("flags", json.valueToTree(statement.flags()));
        row.set("archive", json.valueToTree(document.archive()));
        row.setAll(edited(analysis.history().edited()));
        return row;
    }

    /** Null without a flag that counts. */
    private static @Nullable Severity gravest(Statement statement) {
        return statement.flags().stream()
                .filter(f -> f.status() == FlagStatus.FLAGGED)
                .map(Flag::severity)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The record behind a row: as the machine found it, with where it stands in review beside it. */
    StatementRecord record(ObjectNode row) {
        ObjectNode fields = row.deepCopy();
        ObjectNode found = row.get(Corrected.MACHINE) instanceof ObjectNode machine ? machine : row;
        String name = text(found, "speaker");
        String mention = text(row, "speakerText");
        String words = mention == null ? name : mention;
        if (words == null) {
            fields.putNull("speaker");
        } else {
            fields.set(
                    "speaker",
                    json.valueToTree(new Speaker(words, name, text(found, "office"), text(found, "country"))));
        }
        return json.treeToValue(fields, StatementRecord.class);
    }

    private static @Nullable String text(ObjectNode row, String field) {
        var value = row.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }
}
