package org.watchword.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.Edit;
import org.watchword.model.PageHistory;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the history of a page into its row, and back. */
final class PageRows {

    private final DocumentRows documents = new DocumentRows();
    private final JsonMapper json = JsonMapper.shared();

    /** Whether the analysis is of the version captured last, by whose title and address the page goes. */
    static boolean isNewest(Analysis analysis) {
        List<Revision> revisions = analysis.history().revisions();
        return revisions.isEmpty()
                || revisions
                        .get(revisions.size() - 1)
                        .to()
                        .equals(analysis.document().textSha256());
    }

    /**
     * The whole row.
     *
     * @param story the story the page belongs to
     * @param statements rows of the statements on this version of the page
     */
    ObjectNode row(Analysis analysis, String story, Collection<ObjectNode> statements) {
        Document document = analysis.document();
        ObjectNode row = json.createObjectNode();
        row.put("documentId", document.id());
        row.put("title", document.title());
        row.put("outlet", document.outlet());
        row.put("outletCountry", document.outletCountry());
        row.put("source", document.source());
        row.put("language", analysis.annotation().language());
        row.put("url", document.url());
        row.put(
                "publishedAt",
                document.publishedAt() == null ? null : document.publishedAt().toString());
        row.put("capturedAt", document.capturedAt().toString());
        row.setAll(story(document.id(), story));
        row.setAll(history(analysis.history()));
        row.setAll(documents.fields(analysis, statements));
        return row;
    }

    /** The part of the row that tells its story; all there is of a page whose analysis is still on its way. */
    ObjectNode story(String documentId, String story) {
        ObjectNode row = json.createObjectNode().put("documentId", documentId).put("story", story);
        IndexRows.copies(row, story);
        return row;
    }

    /** The part of the row that every version of the page knows. */
    ObjectNode history(PageHistory history) {
        ObjectNode row = json.createObjectNode();
        row.put("versions", history.versions());
        row.put("edited", history.edited().id());
        row.put("revisedAt", revisedAt(history).map(Instant::toString).orElse(null));
        words(row.putArray("removed"), history, Edit::removed);
        words(row.putArray("added"), history, Edit::added);
        row.set("history", json.valueToTree(new PageHistory(history.versions(), history.revisions(), List.of())));
        return row;
    }

    private static Optional<Instant> revisedAt(PageHistory history) {
        return history.revisions().stream()
                .filter(r -> r.kind().changesWords())
                .map(Revision::at)
                .max(Comparator.naturalOrder());
    }

    private static void words(ArrayNode into, PageHistory history, Function<Edit, String> side) {
        history.revisions().stream()
                .flatMap(r -> Stream.concat(
                        r.headline().stream(), r.kind() == RevisionKind.LAYOUT ? Stream.empty() : r.edits().stream()))
                .map(side)
                .filter(words -> !words.isBlank())
                .distinct()
                .forEach(into::add);
    }

    /** Whether the row holds more than the page's story. */
    static boolean isWhole(ObjectNode row) {
        return row.has("history");
    }

    EditedPage page(ObjectNode row) {
        return json.treeToValue(row, EditedPage.class);
    }
}
