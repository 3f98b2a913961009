package org.watchword.ingest.collect;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.FileProgress;
import org.watchword.ingest.frontier.KnownDocument;
import org.watchword.ingest.page.Likeness;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.source.Source;
import org.watchword.model.ArchiveRef;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;

/**
 * Inputs of one file that are archived with one sync, published with one flush and counted in one transaction. The file itself is what
 * a killed process starts again from, so nothing is noted as pending.
 */
final class InputBatch {

    private static final int MAX_INPUTS = 200;
    private static final long MAX_BYTES = 16L << 20;

    private final Source source;
    private final Instant round;
    private final FileProgress.Version file;
    private final Archive archive;
    private final FetchState state;
    private final DocumentPublisher publisher;
    private final InstantSource clock;
    private final FetchListener listener;
    private final List<Input> inputs = new ArrayList<>();
    private long bytes;

    InputBatch(
            Source source,
            Instant round,
            FileProgress.Version file,
            Archive archive,
            FetchState state,
            DocumentPublisher publisher,
            InstantSource clock,
            FetchListener listener) {
        this.source = source;
        this.round = round;
        this.file = file;
        this.archive = archive;
        this.state = state;
        this.publisher = publisher;
        this.clock = clock;
        this.listener = listener;
    }

    /** Whether the batch is full and wants to be ended. */
    boolean add(Input input) {
        inputs.add(input);
        bytes += input.original().length;
        return inputs.size() >= MAX_INPUTS || bytes >= MAX_BYTES;
    }

    /** @param status as counted; {@code reason} is empty where the status says it all */
    private record Outcome(Input input, String status, String reason) {}

    private record Publication(Input input, Input.Readable content, Document document) {}

    /** Ends every input added so far; {@code complete} when the file has no more. */
    void end(long done, boolean complete) throws IOException {
        Instant now = clock.instant();
        List<Outcome> outcomes = new ArrayList<>();
        List<Publication> publications = new ArrayList<>();
        List<ArchiveRef> kept = new ArrayList<>();
        Set<String> inBatch = new HashSet<>();
        for (Input input : inputs) {
            if (input.content() instanceof Input.Unwanted unwanted) {
                outcomes.add(new Outcome(input, "refused:" + unwanted.code(), unwanted.reason()));
            } else if (input.content() instanceof Input.Unreadable bad) {
                publisher.deadLetter(
                        DeadLetter.of("fetch", bad.code(), bad.reason(), input.origin(), now, input.original()));
                outcomes.add(new Outcome(input, "dead-lettered:" + bad.code(), bad.reason()));
            } else if (input.content() instanceof Input.Readable readable) {
                Optional<String> known = known(readable, inBatch);
                if (known.isPresent()) {
                    outcomes.add(new Outcome(input, known.get(), readable.canonicalUrl()));
                } else {
                    ArchiveRef ref = readable.archiving().write(archive);
                    kept.add(ref);
                    publications.add(new Publication(input, readable, document(readable, ref)));
                }
            }
        }
        archive.sync(publications.stream().map(p -> p.document().archive()).toList());
        publish(publications, outcomes);
        commit(publications, outcomes, now, done, complete);
        inputs.clear();
        bytes = 0;
    }

    private Optional<String> known(Input.Readable readable, Set<String> inBatch) {
        if (!inBatch.add(readable.canonicalUrl())) {
            return Optional.of(StageCounts.DUPLICATE);
        }
        Optional<KnownDocument> known = state.document(readable.canonicalUrl());
        if (known.isPresent() && known.get().round().equals(round)) {
            return Optional.of(StageCounts.DUPLICATE);
        }
        return known.filter(k -> DocumentMaker.isVersion(readable.article(), k.textSha256()))
                .map(k -> "unchanged:same-text");
    }

    private KnownDocument known(Input.Readable content, Instant now) {
        return new KnownDocument(content.url(), content.version(), now, round, Likeness.of(content.article()));
    }

    private Document document(Input.Readable readable, ArchiveRef ref) {
        return DocumentMaker.make(
                source.profile(),
                readable.url(),
                readable.canonicalUrl(),
                readable.article(),
                readable.capturedAt(),
                ref);
    }

    private void publish(List<Publication> publications, List<Outcome> outcomes) {
        List<DocumentPublisher.Receipt> receipts = publisher.publishAll(
                publications.stream().map(Publication::document).toList());
        for (int i = 0; i < receipts.size(); i++) {
            Publication p = publications.get(i);
            boolean taken = receipts.get(i) == DocumentPublisher.Receipt.ACKNOWLEDGED;
            outcomes.add(new Outcome(p.input, taken ? StageCounts.EMITTED : "refused:too-large-record", ""));
            if (taken) {
                listener.emitted(p.document);
            }
        }
    }

    private void commit(
            List<Publication> publications, List<Outcome> outcomes, Instant now, long done, boolean complete) {
        Map<String, Long> byStatus = new TreeMap<>();
        outcomes.forEach(o -> byStatus.merge(o.status, 1L, Long::sum));
        state.together(() -> {
            for (Publication p : publications) {
                state.coverage()
                        .captured(source.id(), now, state.document(p.content.canonicalUrl()), p.content.version());
                state.remember(p.content.canonicalUrl(), known(p.content, now));
            }
            for (Outcome o : outcomes) {
                if (o.status.startsWith(StageCounts.UNCHANGED) && o.input.content() instanceof Input.Readable r) {
                    state.remember(r.canonicalUrl(), known(r, now));
                }
            }
            byStatus.forEach((status, n) -> {
                state.count(source.id(), status, n);
                state.coverage().ended(source.id(), now, status, n);
            });
            state.files().advance(source.id(), file, done, complete);
        });
        for (Outcome o : outcomes) {
            if (!o.status.equals(StageCounts.EMITTED)) {
                listener.ended(source.id(), o.input.origin(), o.status, o.reason);
            }
        }
    }
}
