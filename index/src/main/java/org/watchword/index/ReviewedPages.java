package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.review.ReviewFold;

/**
 * The decisions on statements of pages, as they were last written. An analysis does not know what was decided, which may have been told
 * before it comes or comes again. One request a batch; whoever writes decisions makes them visible before anything is committed.
 */
final class ReviewedPages {

    private static final int MOST = 10_000;

    private final ElasticsearchClient client;
    private final String reviews;

    ReviewedPages(ElasticsearchClient client, String reviews) {
        this.client = client;
        this.reviews = reviews;
    }

    /** The decisions on statements of these pages, by {@link org.watchword.model.review.Review#subject()}. */
    Map<String, ReviewFold> of(Collection<String> documentIds) throws IOException {
        Map<String, ReviewFold> folds = new HashMap<>();
        if (documentIds.isEmpty()) {
            return folds;
        }
        List<FieldValue> wanted = documentIds.stream().map(FieldValue::of).toList();
        // Far more than people decide on a few hundred pages; were there more still, their rows would be written with
        // the next decision.
        client.search(
                        r -> r.index(reviews)
                                .size(MOST)
                                .source(s -> s.filter(f -> f.includes("decisions")))
                                .query(q -> q.terms(t -> t.field("documentId").terms(v -> v.value(wanted)))),
                        BinaryData.class)
                .hits()
                .hits()
                .forEach(hit -> folds.put(hit.id(), ReviewRows.fold(Answers.row(hit.source()))));
        return folds;
    }
}
