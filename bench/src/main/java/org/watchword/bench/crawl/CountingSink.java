package org.watchword.bench.crawl;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** Acknowledges everything at once. */
public final class CountingSink implements DocumentPublisher {

    private final AtomicLong documents = new AtomicLong();

    public long documents() {
        return documents.get();
    }

    @Override
    public Receipt publish(Document document) {
        documents.incrementAndGet();
        return Receipt.ACKNOWLEDGED;
    }

    @Override
    public void deadLetter(DeadLetter letter) {}

    @Override
    public void counts(StageCounts counts) {}

    @Override
    public void coverage(List<SourceDay> days) {}
}
