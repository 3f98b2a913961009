package org.watchword.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/**
 * Where this stage's output goes. Every method returns when the output is safe with the receiver, so that state may be committed after
 * it. Implementations are safe for use by several threads.
 */
public interface DocumentPublisher {

    /** What became of a document. */
    enum Receipt {
        ACKNOWLEDGED,
        /** Larger than the receiver takes; nothing was kept. */
        TOO_LARGE
    }

    /** @throws PublishException when the receiver cannot be reached; the document may or may not have arrived */
    Receipt publish(Document document);

    /**
     * Publishes in order; one receipt per document.
     *
     * @throws PublishException when the receiver cannot be reached; any of the documents may have arrived
     */
    default List<Receipt> publishAll(List<Document> documents) {
        List<Receipt> receipts = new ArrayList<>(documents.size());
        for (Document document : documents) {
            receipts.add(publish(document));
        }
        return receipts;
    }

    /** @throws PublishException when the receiver cannot be reached */
    void deadLetter(DeadLetter letter);

    /** @throws PublishException when the receiver cannot be reached */
    void counts(StageCounts counts);

    /** @throws PublishException when the receiver cannot be reached; any of the days may have arrived */
    void coverage(List<SourceDay> days);
}
