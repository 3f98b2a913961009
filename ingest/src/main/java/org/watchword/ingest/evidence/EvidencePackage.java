package org.watchword.ingest.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.ingest.archive.ArchiveException;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.CaptureRecords;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.ingest.custody.CustodyRecords;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;
import org.watchword.model.review.Review;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Packs statements into a WACZ file: their records byte for byte, an index, the pages, the texts, the claims, the custody log's lines of
 * them, what people decided on them, a report, and a list of digests. The same statements, archive, decisions and custody entries give the
 * same bytes.
 */
public final class EvidencePackage {

    static final String CLAIMS = "evidence/statements.jsonl";
    static final String CUSTODY = "evidence/custody.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ArchiveFolder archive;
    private final EvidenceVerifier verifier;
    private final CustodyRecords custody;
    private final String software;

    /** @param software name and version, as the package names it */
    public EvidencePackage(ArchiveFolder archive, EvidenceVerifier verifier, CustodyRecords custody, String software) {
        this.archive = archive;
        this.verifier = verifier;
        this.custody = custody;
        this.software = software;
    }

    /**
     * Writes a package.
     *
     * @param claims at least one; their order does not matter
     * @param decisions what people decided on them, by statement id
     * @return what came of verifying each, in the order in which they stand in the package; a link that does not hold is packed all the same,
     *     and told in the report
     * @throws ArchiveException when the record of one is not to be had
     */
    public List<Verification> write(List<Claim> claims, Map<String, List<Review>> decisions, OutputStream out)
            throws IOException {
        List<PackedClaim> packedClaims = new ArrayList<>();
        PackedArchive packed = new PackedArchive();
        for (Claim claim : sorted(claims)) {
            ArchiveRef ref = reference(claim);
            CaptureRecords records = CaptureRecords.read(archive, ref.file(), ref.offset());
            packed.add(records);
            packedClaims.add(new PackedClaim(claim, records, verifier.verify(claim)));
        }
        PackedReviews reviews = new PackedReviews(decisions);
        List<CustodyLog.Line> excerpt = custody.excerpt(
                packedClaims.stream().map(p -> reference(p.claim())).toList(), reviews.ids());
        WaczWriter wacz = writer(packedClaims);
        wacz.add("archive/" + PackedArchive.FILE, packed.warc());
        wacz.add("indexes/index.cdxj", packed.cdxj());
        wacz.add("pages/pages.jsonl", pages(packedClaims));
        evidence(wacz, packedClaims, packed, reviews, excerpt);
        wacz.add("evidence/SHA256SUMS", wacz.sums());
        wacz.write(out);
        return packedClaims.stream().map(PackedClaim::verification).toList();
    }

    private static List<Claim> sorted(List<Claim> claims) {
        TreeMap<String, Claim> byId = new TreeMap<>();
        claims.forEach(claim -> byId.put(claim.statement().id(), claim));
        return byId.values().stream()
                .sorted(Comparator.comparing((Claim claim) -> claim.document().capturedAt())
                        .thenComparing(claim -> claim.statement().id()))
                .toList();
    }

    private static ArchiveRef reference(Claim claim) {
        return Objects.requireNonNull(
                claim.document().archive(), () -> claim.statement().id() + " has no record in the archive");
    }

    private WaczWriter writer(List<PackedClaim> claims) {
        Document first = claims.get(0).claim().document();
        WaczWriter wacz = new WaczWriter(
                title(claims),
                "Statements with the captured pages they stand in, and how to verify them. Begin with evidence/report.html.",
                software);
        wacz.mainPage(first.url(), timestamp(first));
        return wacz;
    }

    private static String title(List<PackedClaim> claims) {
        return claims.size() == 1
                ? "Evidence of statement " + claims.get(0).claim().statement().id()
                : "Evidence of " + claims.size() + " statements";
    }

    private void evidence(
            WaczWriter wacz,
            List<PackedClaim> claims,
            PackedArchive packed,
            PackedReviews reviews,
            List<CustodyLog.Line> excerpt)
            throws IOException {
        List<Block> report = EvidenceReport.of(title(claims), claims, packed, reviews, excerpt);
        wacz.add("evidence/report.html", HtmlReport.of(title(claims), report));
        wacz.add("evidence/report.md", MarkdownReport.of(report));
        StringBuilder lines = new StringBuilder();
        TreeMap<String, String> texts = new TreeMap<>();
        for (PackedClaim claim : claims) {
            lines.append(JSON.writeValueAsString(claim.claim())).append('\n');
            texts.put(
                    claim.claim().document().textSha256(),
                    claim.claim().document().text());
        }
        wacz.add(CLAIMS, lines.toString());
        texts.forEach((digest, text) -> wacz.add("evidence/texts/" + digest + ".txt", text));
        if (!reviews.isEmpty()) {
            wacz.add(PackedReviews.FILE, reviews.lines());
        }
        if (!excerpt.isEmpty()) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            for (CustodyLog.Line line : excerpt) {
                log.writeBytes(line.bytes());
                log.write('\n');
            }
            wacz.add(CUSTODY, log.toByteArray());
            for (CustodyLog.Line line : excerpt) {
                Optional<byte[]> stamp = custody.timestamp(line);
                stamp.ifPresent(
                        answer -> wacz.add("evidence/custody-" + line.entry().detail("day") + ".tsr", answer));
            }
        }
    }

    private static String pages(List<PackedClaim> claims) {
        StringBuilder lines = new StringBuilder(JSON.writeValueAsString(JSON.createObjectNode()
                        .put("format", "json-pages-1.0")
                        .put("id", "pages")
                        .put("title", "Pages with the statements")))
                .append('\n');
        LinkedHashMap<String, Document> pages = new LinkedHashMap<>();
        claims.forEach(packed -> pages.putIfAbsent(
                packed.claim().document().id() + packed.claim().document().textSha256(),
                packed.claim().document()));
        pages.values().forEach(document -> {
            ObjectNode page = JSON.createObjectNode()
                    .put("id", document.id())
                    .put("url", document.url())
                    .put("ts", timestamp(document))
                    .put("text", document.text());
            if (document.title() != null) {
                page.put("title", document.title());
            }
            lines.append(JSON.writeValueAsString(page)).append('\n');
        });
        return lines.toString();
    }

    private static String timestamp(Document document) {
        return document.capturedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
