package org.watchword.ingest.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.publish.PublishException;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** Keeps what is published; can be told to fail. */
public class InMemoryPublisher implements DocumentPublisher {

    public final List<Document> documents = Collections.synchronizedList(new ArrayList<>());
    public final List<DeadLetter> deadLetters = Collections.synchronizedList(new ArrayList<>());
    public final Map<String, StageCounts> counts = Collections.synchronizedMap(new HashMap<>());
    public final Map<String, SourceDay> coverage = Collections.synchronizedMap(new HashMap<>());
    /** Documents with longer text are too large. */
    public volatile int maxText = Integer.MAX_VALUE;
    /** Whether documents arrive but no acknowledgement comes back. */
    public volatile boolean silent;

    @Override
    public Receipt publish(Document document) {
        if (document.text().length() > maxText) {
            return Receipt.TOO_LARGE;
        }
        documents.add(document);
        if (silent) {
            throw new PublishException("no acknowledgement", new IllegalStateException("told so"));
        }
        return Receipt.ACKNOWLEDGED;
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        deadLetters.add(letter);
    }

    @Override
    public void counts(StageCounts stageCounts) {
        counts.put(stageCounts.key(), stageCounts);
    }

    @Override
    public void coverage(List<SourceDay> days) {
        days.forEach(day -> coverage.put(day.key(), day));
    }
}
