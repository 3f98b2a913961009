package org.watchword.index;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.Succession;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The writes an analysis asks for: its document version, its statements, what it made of statements of other versions, and the page's
 * history.
 */
final class BatchWriter {

    private final IndexNames names;
    private final IndexRows rows = new IndexRows();
    private final PageRows pages = new PageRows();
    private final JsonMapper json = JsonMapper.shared();

    BatchWriter(IndexNames names) {
        this.names = names;
    }

    /** @param input position of the analysis in its batch */
    List<BulkWrite> writes(int input, Analysis analysis) {
        Document document = analysis.document();
        List<BulkWrite> writes = new ArrayList<>();
        writes.add(index(
                input,
                names.documents(),
                IndexRows.documentRowId(document.id(), document.textSha256()),
                rows.document(analysis)));
        Map<String, ObjectNode> statements = rows.statements(analysis);
        statements.forEach((id, row) -> writes.add(index(input, names.statements(), id, row)));
        for (Succession succession : analysis.successions()) {
            if (!statements.containsKey(succession.statementId())) {
                writes.add(update(input, succession.statementId(), rows.succession(succession)));
            }
        }
        ObjectNode edited = rows.edited(analysis.history().edited());
        analysis.history().others().forEach(id -> writes.add(update(input, id, edited)));
        writes.add(page(input, analysis));
        return writes;
    }

    private BulkWrite index(int input, String index, String id, ObjectNode row) {
        BinaryData body = BinaryData.of(json.writeValueAsBytes(row), ContentType.APPLICATION_JSON);
        BulkOperation operation = BulkOperation.of(
                b -> b.index(i -> i.index(index).id(id).requireAlias(true).document(body)));
        return new BulkWrite(input, index + '/' + id, false, operation);
    }

    /** A late version tells the page's history, but not what the page is called now. */
    private BulkWrite page(int input, Analysis analysis) {
        String id = analysis.document().id();
        ObjectNode row = pages.row(analysis);
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
        BinaryData body = BinaryData.of(json.writeValueAsBytes(change), ContentType.APPLICATION_JSON);
        BulkOperation operation = BulkOperation.of(b -> b.update(
                u -> u.index(index).id(id).requireAlias(true).retryOnConflict(3).binaryAction(body)));
        return new BulkWrite(input, index + '/' + id, optional, operation);
    }
}
