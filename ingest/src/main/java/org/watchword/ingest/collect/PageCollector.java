package org.watchword.ingest.collect;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.address.PageFamily;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.archive.CapturedExchange;
import org.watchword.ingest.frontier.Ended;
import org.watchword.ingest.frontier.FetchSchedule.Finding;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Journal;
import org.watchword.ingest.frontier.KnownDocument;
import org.watchword.ingest.frontier.Outgoing;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.Rhythm;
import org.watchword.ingest.frontier.UrlState;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Likeness;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.publish.PublishException;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.source.Source;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;

/** One attempt at one address, to its counted end. Safe for use by several threads. */
public final class PageCollector {

    private static final Logger log = LoggerFactory.getLogger(PageCollector.class);
    private static final int STRIPES = 64;

    private final PoliteFetcher fetcher;
    private final PageExtractor extractor;
    private final PageManners manners;
    private final Archive archive;
    private final FetchState state;
    private final DocumentPublisher publisher;
    private final Pace pace;
    private final InstantSource clock;
    private final FetchListener listener;
    private final Exchanges exchanges;
    private final DocumentNames names;
    /** Two addresses of one document are not decided on at the same time. */
    private final Deque<FetchState.Pending> held = new ArrayDeque<>();

    private final Object[] stripes = new Object[STRIPES];

    public PageCollector(
            PoliteFetcher fetcher,
            PageExtractor extractor,
            PageManners manners,
            Archive archive,
            FetchState state,
            DocumentPublisher publisher,
            Pace pace,
            InstantSource clock,
            FetchListener listener) {
        this.fetcher = fetcher;
        this.extractor = extractor;
        this.manners = manners;
        this.archive = archive;
        this.state = state;
        this.publisher = publisher;
        this.pace = pace;
        this.clock = clock;
        this.listener = listener;
        this.exchanges = new Exchanges(state.hints());
        this.names = new DocumentNames(state);
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    /**
     * @param answered told as soon as the host has answered: it may be asked for another page while this one is worked on
     * @throws IOException when the archive cannot be written; the attempt has not ended
     */
    public void collect(UrlState url, Source.Web source, Runnable answered) throws IOException, InterruptedException {
        if (isHeld(url.url())) {
            return;
        }
        Optional<WebAddress> address = WebAddress.of(url.address());
        if (address.isEmpty()) {
            end(
                    new Attempt(url, source),
                    "refused:bad-url",
                    "not an http or https address",
                    Finding.FRUITLESS,
                    null,
                    null);
            return;
        }
        boolean allowLoopback = source.crawl().allowLoopback();
        if (fetcher.prepare(address.get(), allowLoopback, pace.delay(source))) {
            // The pause after robots.txt is other hosts' time; the page stays due and is claimed again after it.
            return;
        }
        PoliteFetcher.Landed landed = fetcher.get(address.get(), url.validators(), allowLoopback, pace.delay(source));
        answered.run();
        Attempt attempt = new Attempt(url, source);
        Fetched answer = landed.answer();
        if (answer instanceof Fetched.Body body) {
            received(attempt, landed.address(), body);
        } else if (answer instanceof Fetched.NotModified same) {
            // Nothing refers to it, so nobody waits until it is on disk; the next capture's sync takes it along.
            archive.notModified(exchanges.notModified(url, landed.address(), same));
            end(attempt, "unchanged:not-modified", "", Finding.UNCHANGED, null, null);
        } else if (answer instanceof Fetched.Failed failed) {
            failed(attempt, failed);
        } else {
            handOver(attempt, landed.address());
        }
    }

    /** Where the page goes on, whoever serves that host has to ask. */
    private void handOver(Attempt attempt, WebAddress to) {
        Request request = new Request(
                attempt.source.id(), to.url(), null, false, false, state.hints().of(attempt.url.url()), null);
        String status = StageCounts.DUPLICATE + ":redirected";
        state.together(() -> {
            state.errands().handOver(request);
            state.end(ended(attempt, status, rhythm(attempt, Finding.FRUITLESS, null), null, null));
        });
        listener.ended(attempt.source.id(), attempt.url.url(), status, "to " + to.url());
    }

    private record Attempt(UrlState url, Source.Web source) {}

    private void failed(Attempt attempt, Fetched.Failed failed) {
        int attempts = attempt.url.failures() + 1;
        if (!failed.retryable() || attempts >= pace.maxFailures()) {
            refused(attempt, failed);
            return;
        }
        Duration wait = pace.retry(attempts - 1);
        Duration asked = failed.retryAfter();
        state.frontier()
                .postpone(attempt.url, clock.instant(), asked != null && asked.compareTo(wait) > 0 ? asked : wait);
        log.info("{}: {}; tried {} of {} times", attempt.url.url(), failed.reason(), attempts, pace.maxFailures());
    }

    private void refused(Attempt attempt, Fetched.Failed failed) {
        String status = "refused:" + failed.code();
        Rhythm rhythm = rhythm(attempt, failed.retryable() ? Finding.FAILED : Finding.FRUITLESS, null);
        Ended ended = ended(attempt, status, rhythm, null, null);
        Duration start = pace.pages(attempt.source).start();
        if (failed.retryable() && failed.retryAfter() != null && start.compareTo(rhythm.interval()) < 0) {
            // The host was closed, and nothing is known against the page: it does not wait ever longer.
            ended = ended.withNextDue(ended.at().plus(start));
        }
        state.end(ended);
        listener.ended(attempt.source.id(), attempt.url.url(), status, failed.reason());
    }

    private void received(Attempt attempt, WebAddress at, Fetched.Body body) throws IOException {
        Page page = new Page(body.payload(), body.contentType(), at.url(), body.at());
        Optional<Extraction.Refused> unwelcome = manners.refusal(body, page);
        if (unwelcome.isPresent()) {
            end(attempt, "refused:" + unwelcome.get().code(), unwelcome.get().reason(), Finding.FRUITLESS, null, null);
            return;
        }
        String payloadSha256 = ContentHash.sha256Hex(body.payload());
        Extraction extraction;
        try {
            extraction = extractor.with(attempt.source.profile().selectors()).extract(page);
        } catch (RuntimeException | StackOverflowError e) {
            keep(attempt, at, body, payloadSha256);
            publisher.deadLetter(DeadLetter.of(
                    "fetch", "extract-failed", String.valueOf(e), at.url(), clock.instant(), body.payload()));
            end(
                    attempt,
                    "dead-lettered:extract-failed",
                    String.valueOf(e),
                    Finding.FRUITLESS,
                    capture(body, payloadSha256, null, null),
                    null);
            return;
        }
        if (extraction instanceof Extraction.Refused refused) {
            keep(attempt, at, body, payloadSha256);
            fruitless(attempt, refused, body, payloadSha256);
            return;
        }
        Extraction.Article article = (Extraction.Article) extraction;
        if (article.text().isBlank()) {
            keep(attempt, at, body, payloadSha256);
            fruitless(attempt, new Extraction.Refused("no-article", "empty text"), body, payloadSha256);
            return;
        }
        Extraction.Article whole = HintedArticle.of(article, state.hints().of(attempt.url.url()));
        String claimed = name(attempt, at.canonical(article.canonicalUrl()));
        String amp = article.ampUrl() == null
                ? null
                : WebAddress.of(article.ampUrl()).map(a -> name(attempt, a)).orElse(null);
        DocumentNames.Sighting sighting =
                new DocumentNames.Sighting(attempt.url.url(), name(attempt, at), claimed, amp, Likeness.of(whole));
        synchronized (stripes[Math.floorMod(PageFamily.of(claimed), STRIPES)]) {
            decide(attempt, at, body, payloadSha256, whole, sighting);
        }
    }

    private static String name(Attempt attempt, WebAddress address) {
        return attempt.source.crawl().tracking().strip(address).identity();
    }

    private void decide(
            Attempt attempt,
            WebAddress at,
            Fetched.Body body,
            String payloadSha256,
            Extraction.Article article,
            DocumentNames.Sighting sighting)
            throws IOException {
        String canonicalUrl = names.of(sighting);
        Ended.Capture capture = capture(body, payloadSha256, DocumentMaker.versionDigest(article), sighting.likeness());
        Optional<KnownDocument> known = state.document(canonicalUrl);
        if (known.isPresent() && ownedByAnother(known.get(), attempt)) {
            CapturedExchange seen = exchanges.of(attempt.url, at, body, payloadSha256, article, canonicalUrl);
            if (Objects.equals(capture.textSha256(), attempt.url.textSha256())) {
                archive.revisit(seen);
            } else {
                // What it shows is evidence too, and may come to differ from the other's.
                archived(seen);
            }
            String reason = "same page as " + known.get().url();
            end(attempt, StageCounts.DUPLICATE, reason, Finding.FRUITLESS, capture, null);
            return;
        }
        if (known.isPresent() && DocumentMaker.isVersion(article, known.get().textSha256())) {
            Finding finding = isCaptured(attempt.url) ? Finding.UNCHANGED : Finding.FIRST;
            archive.revisit(exchanges.of(attempt.url, at, body, payloadSha256, article, canonicalUrl));
            end(attempt, "unchanged:same-text", "", finding, capture, canonicalUrl);
            return;
        }
        ArchiveRef ref = archived(exchanges.of(attempt.url, at, body, payloadSha256, article, canonicalUrl));
        Document document =
                DocumentMaker.make(attempt.source.profile(), at.url(), canonicalUrl, article, body.at(), ref);
        Finding finding = isCaptured(attempt.url) ? Finding.CHANGED : Finding.FIRST;
        Ended ended = ended(
                attempt, StageCounts.EMITTED, rhythm(attempt, finding, document.publishedAt()), capture, canonicalUrl);
        if (state.isJournaled()) {
            endPublishing(document, ended);
        } else {
            state.notePending(new FetchState.Pending(document, ended));
            publish(document, ended);
        }
    }

    /** The document and the end of its attempt go the same way, both or neither. */
    private void endPublishing(Document document, Ended ended) {
        try {
            state.end(ended, new Outgoing.Published(document));
        } catch (Journal.TooLargeException e) {
            tooLarge(ended);
            return;
        }
        listener.emitted(document);
    }

    /** Publishes what a killed process left between archive and acknowledgement. */
    public void publishPending() {
        for (FetchState.Pending pending : state.pending()) {
            log.info(
                    "Publishing again, left by an earlier run: {}",
                    pending.document().url());
            publish(pending.document(), pending.ended());
        }
    }

    /**
     * Publishes what the receiver did not acknowledge, before anything else is asked for: a page that was fetched again instead would come
     * twice, with two times of capture.
     *
     * @throws PublishException when it still does not; what is left is held for the next call
     */
    public void publishHeld() {
        synchronized (held) {
            while (!held.isEmpty()) {
                FetchState.Pending first = held.element();
                deliver(first.document(), first.ended());
                held.remove();
            }
        }
    }

    private boolean isHeld(String url) {
        synchronized (held) {
            return held.stream().anyMatch(pending -> pending.ended().url().equals(url));
        }
    }

    private void publish(Document document, Ended ended) {
        try {
            deliver(document, ended);
        } catch (PublishException e) {
            synchronized (held) {
                held.add(new FetchState.Pending(document, ended));
            }
            throw e;
        }
    }

    private void deliver(Document document, Ended ended) {
        if (publisher.publish(document) == DocumentPublisher.Receipt.TOO_LARGE) {
            tooLarge(ended);
        } else {
            state.end(ended);
            listener.emitted(document);
        }
    }

    private void tooLarge(Ended ended) {
        String status = "refused:too-large-record";
        state.end(ended.withStatus(status));
        listener.ended(ended.source(), ended.url(), status, "larger than the topic takes");
    }

    /** Another address of the document was seen lately: that one is the document's, this one its duplicate. */
    private boolean ownedByAnother(KnownDocument known, Attempt attempt) {
        if (known.url().equals(attempt.url.url())) {
            return false;
        }
        Duration interval = state.frontier()
                .find(known.url())
                .map(UrlState::rhythm)
                .map(Rhythm::interval)
                .orElse(pace.pages(attempt.source).start());
        return known.seenAt().isAfter(clock.instant().minus(interval.multipliedBy(2)));
    }

    private static boolean isCaptured(UrlState url) {
        return url.rhythm() != null && url.rhythm().changedAt() != null;
    }

    /** A page without an article is kept too, once: a better extractor may find one in it. */
    private void keep(Attempt attempt, WebAddress at, Fetched.Body body, String payloadSha256) throws IOException {
        if (!payloadSha256.equals(attempt.url.payloadSha256())) {
            archived(exchanges.of(attempt.url, at, body, payloadSha256));
        }
    }

    private ArchiveRef archived(CapturedExchange exchange) throws IOException {
        ArchiveRef ref = archive.exchange(exchange);
        archive.sync(ref);
        return ref;
    }

    private static Ended.Capture capture(
            Fetched.Body body, String payloadSha256, @Nullable String textSha256, @Nullable Likeness likeness) {
        return new Ended.Capture(body.etag(), body.lastModified(), payloadSha256, textSha256, likeness);
    }

    private Rhythm rhythm(Attempt attempt, Finding finding, @Nullable Instant publishedAt) {
        return pace.pages(attempt.source).after(finding, attempt.url.rhythm(), clock.instant(), publishedAt);
    }

    private Ended ended(
            Attempt attempt,
            String status,
            Rhythm rhythm,
            Ended.@Nullable Capture capture,
            @Nullable String canonicalUrl) {
        Instant now = clock.instant();
        Instant next = status.equals("refused:gone") ? null : now.plus(rhythm.interval());
        return new Ended(attempt.url.url(), attempt.source.id(), status, now, next, rhythm, capture, canonicalUrl);
    }

    private void fruitless(Attempt attempt, Extraction.Refused refused, Fetched.Body body, String payloadSha256) {
        Ended.Capture capture = capture(body, payloadSha256, null, null);
        end(attempt, "refused:" + refused.code(), refused.reason(), Finding.FRUITLESS, capture, null);
    }

    private void end(
            Attempt attempt,
            String status,
            String reason,
            Finding finding,
            Ended.@Nullable Capture capture,
            @Nullable String canonicalUrl) {
        state.end(ended(attempt, status, rhythm(attempt, finding, null), capture, canonicalUrl));
        listener.ended(attempt.source.id(), attempt.url.url(), status, reason);
    }
}
