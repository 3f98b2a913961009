package org.watchword.ingest.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.CapturedExchange;
import org.watchword.ingest.collect.ArchivedText;
import org.watchword.ingest.custody.ArchiveWatch;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.ingest.custody.CustodyRecords;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Finding;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.Verdict;

/** An archive with an invented page in it, captured as a fetcher captures it, and the claim that words stood there. */
final class TestingEvidence {

    static final Instant NOON = Instant.parse("2031-05-06T12:00:00.123456Z");
    static final String URL = "https://vale.example.org/a'b";
    static final String WORDS = "the Yelkun 🐺 are wolves, Ա՛ e\u0301 and all";
    static final String HTML =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Assembly meets</title></head><body><article>"
                    + "<h1>Assembly meets</h1><p>The assembly of Marenthia met on Tuesday 🎈 to hear the minister speak about the valley and its people.</p>"
                    + "<p>“I tell you that " + WORDS
                    + ",” said Oren Dask, the minister, to long applause from the benches of his own party.</p>"
                    + "<p>The debate went on until late in the evening, and no vote was taken before the house rose for the night.</p></article></body></html>";

    private final Path data;

    TestingEvidence(Path data) {
        this.data = data;
    }

    Path archive() {
        return data.resolve("archive");
    }

    CustodyLog log() {
        return new CustodyLog(data.resolve("custody"), "ada@test", InstantSource.fixed(NOON.plusSeconds(60)));
    }

    /** A page sent as gzip, with the notes a fetcher writes. */
    Claim capture(Archive archive, String url, Instant at) throws IOException {
        byte[] payload = HTML.getBytes(StandardCharsets.UTF_8);
        String text = text(payload, url, at);
        byte[] body = gzip(payload);
        ArchiveRef ref = archive.exchange(new CapturedExchange(
                        url,
                        at,
                        latin1("GET /a HTTP/1.1\r\nHost: vale.example.org\r\n\r\n"),
                        latin1("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nDate: Tue, 06 May 2031 12:00:00 GMT\r\n"
                                + "Content-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n"),
                        body,
                        ContentHash.sha256Hex(payload),
                        "203.0.113.7")
                .with(Map.of("canonical-url", url, "text-sha256", ContentHash.sha256Hex(text))));
        return claim(url, at, text, ref);
    }

    /** One page, and the custody entry of its records. */
    Claim captured() throws IOException {
        Claim claim;
        try (Archive archive = open()) {
            claim = capture(archive, URL, NOON);
        }
        enter();
        return claim;
    }

    Archive open() throws IOException {
        return Archive.open(archive(), 1 << 20, InstantSource.fixed(NOON), "Watchword/test");
    }

    void enter() throws IOException {
        new ArchiveWatch(new ArchiveFolder(archive()), log()).note();
    }

    static Claim claim(String url, Instant at, String text, ArchiveRef ref) {
        int start = text.indexOf(WORDS);
        int end = start + WORDS.length();
        String digest = ContentHash.sha256Hex(text);
        Document document = Document.ofText("vale", "The Vale", url, "Assembly meets", null, "en", text, at, ref);
        return new Claim(
                new Statement(
                        ContentHash.statementId(url, digest, start, end),
                        start,
                        end,
                        WORDS,
                        new Speaker("Oren Dask", "Oren Dask"),
                        List.of()),
                document);
    }

    /** Somebody rejects it. */
    static Review rejection(Claim claim) {
        Finding nothing = Finding.of(null, List.of());
        Instant at = claim.document().capturedAt().plusSeconds(3_600);
        return new Review(
                Review.id(claim.statement().id(), "ada", at, null),
                ReviewKind.REVIEW,
                claim.statement().id(),
                claim.document().id(),
                ContentHash.wordsId(claim.statement().text()),
                "ada",
                at,
                Verdict.REJECT,
                null,
                "a quote from a novel",
                "",
                Correction.none(),
                Map.of(),
                List.of(),
                null,
                nothing,
                nothing,
                null);
    }

    EvidenceVerifier verifier() throws IOException {
        ArchiveFolder folder = new ArchiveFolder(archive());
        return new EvidenceVerifier(folder, texts(), CustodyWitness.of(log(), folder));
    }

    EvidencePackage packing() throws IOException {
        return new EvidencePackage(
                new ArchiveFolder(archive()), verifier(), new CustodyRecords(log()), "watchword test");
    }

    static ArchivedText texts() {
        return new ArchivedText(new HtmlExtractor(), SourceCatalog.of(List.of()));
    }

    private static String text(byte[] payload, String url, Instant at) {
        Extraction extraction = new HtmlExtractor().extract(new Page(payload, "text/html", url, at));
        return ((Extraction.Article) extraction).text();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
