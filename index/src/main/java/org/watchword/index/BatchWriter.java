package org.watchword.index;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.StoryMember;
import org.watchword.model.Succession;
import org.watchword.model.review.ReviewFold;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The writes an analysis asks for: its document version, its statements, what it made of statements of other versions, and the page's
 * history; and those by which a page moves into another story.
 */
final class BatchWriter {

    private static final int LONGEST_ID = 512;

    private final IndexNames names;
    private final IndexRows rows = new IndexRows();
    private final PageRows pages = new PageRows();
    private final JsonMapper json = JsonMapper.shared();

    BatchWriter(IndexNames names) {
        this.names = names;
    }

    /** The writes of a page that has no copies. */
    List<BulkWrite> writes(int input, Analysis analysis) {
        return writes(input, analysis, analysis.document().id(), Map.of());
    }

    /**
     * The writes of an analysis.
     *
     * @param input position of the analysis in its batch
     * @param story the story the page belongs to, as far as is known
     * @param reviews what was decided on words of the page, by {@link org.watchword.model.review.Review#subject()}
     */
    List<BulkWrite> writes(int input, Analysis analysis, String story, Map<String, ReviewFold> reviews) {
        Document document = analysis.document();
        List<BulkWrite> writes = new ArrayList<>();
        writes.add(index(
                input,
                names.documents(),
                IndexRows.documentRowId(document.id(), document.textSha256()),
                rows.document(analysis)));
        Map<String, ObjectNode> statements = rows.statements(analysis, story, reviews);
        statements.forEach((id, row) -> writes.add(index(input, names.statements(), id, row)));
        for (Succession succession : analysis.successions()) {
            if (!statements.containsKey(succession.statementId())) {
                writes.add(update(input, succession.statementId(), rows.succession(succession)));
            }
        }
        ObjectNode edited = rows.edited(analysis.history().edited());
        analysis.history().others().forEach(id -> writes.add(update(input, id, edited)));
        writes.add(page(input, analysis, story, statements.values()));
        return writes;
    }

    /**
     * The writes that move a page and its statements into another story. The page's row is made if there is none yet: from it the story is
     * known when the analysis comes.
     */
    List<BulkWrite> writes(int input, StoryMember member) {
        List<BulkWrite> writes = new ArrayList<>();
        ObjectNode story = pages.story(member.documentId(), member.story());
        ObjectNode change = json.createObjectNode();
        change.set("doc", story);
        change.put("doc_as_upsert", true);
        writes.add(update(input, names.pages(), member.documentId(), change, false));
        member.statements()
                .forEach(statement ->
                        writes.add(update(input, statement.id(), rows.story(member.story(), statement.words()))));
        return writes;
    }

    /** A row without an id of its own would be another row at each repetition; the server refuses a whole request for one such id. */
    private static String usable(String id) {
        if (Objects.requireNonNull(id, "a row without an id").isEmpty()) {
            throw new IllegalArgumentException("a row with an empty id");
        }
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "an id of " + bytes + " bytes, more than the " + LONGEST_ID + " it may have");
        }
        return id;
    }

    private BulkWrite index(int input, String index, String id, ObjectNode row) {
        return index(input, index, id, json.writeValueAsBytes(row));
    }

    private BulkWrite index(int input, String index, String id, byte[] bytes) {
        BinaryData body = BinaryData.of(bytes, ContentType.APPLICATION_JSON);
        BulkOperation operation = BulkOperation.of(b ->
                b.index(i -> i.index(index).id(usable(id)).requireAlias(true).document(body)));
        return new BulkWrite(input, index + '/' + id, bytes.length, false, operation);
    }

    /** A late version tells the page's history, but not what the page is called now. */
    private BulkWrite page(int input, Analysis analysis, String story, Collection<ObjectNode> statements) {
        String id = analysis.document().id();
        ObjectNode row = pages.row(analysis, story, statements);
        if (PageRows.isNewest(analysis)) {
            return index(input, names.pages(), id, row);
        }
        ObjectNode change = json.createObjectNode();
        change.set("doc", pages.history(analysis.history()));
        change.set("upsert", row);
        return update(input, names.pages(), id, change, false);
    }

    private BulkWrite update(int input, String statementId, ObjectNode fields) {
        ObjectNode change = json.createObjectNode();
        change.set("doc", fields);
        return update(input, names.statements(), statementId, change, true);
    }

    private BulkWrite update(int input, String index, String id, ObjectNode change, boolean optional) {
        byte[] bytes = json.writeValueAsBytes(change);
        BinaryData body = BinaryData.of(bytes, ContentType.APPLICATION_JSON);
        BulkOperation operation = BulkOperation.of(b -> b.update(u -> u.index(index)
                .id(usable(id))
                .requireAlias(true)
                .retryOnConflict(3)
                .binaryAction(body)));
        return new BulkWrite(input, index + '/' + id, bytes.length, optional, operation);
    }
}
