package org.watchword.app.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.role.Custody;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.collect.ArchivedText;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.ingest.custody.CustodyRecords;
import org.watchword.ingest.evidence.Check;
import org.watchword.ingest.evidence.CustodyWitness;
import org.watchword.ingest.evidence.EvidencePackage;
import org.watchword.ingest.evidence.EvidenceVerifier;
import org.watchword.ingest.evidence.PackedEvidence;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ConfigException;

/** Everything that verifying and packing needs, opened for one command. */
public final class EvidenceDesk implements AutoCloseable {

    private final ClaimSource claims;
    private final ArchiveFolder archive;
    private final EvidenceVerifier verifier;
    private final CustodyLog log;
    private final Optional<PackedEvidence> packed;
    private final boolean keepsLog;

    private EvidenceDesk(
            ClaimSource claims,
            ArchiveFolder archive,
            EvidenceVerifier verifier,
            CustodyLog log,
            Optional<PackedEvidence> packed,
            boolean keepsLog) {
        this.claims = claims;
        this.archive = archive;
        this.verifier = verifier;
        this.log = log;
        this.packed = packed;
        this.keepsLog = keepsLog;
    }

    /**
     * Opens a desk.
     *
     * @param elasticsearch addresses of the server; asked for only where the index is needed
     * @param from a file of claims or analyses as JSON lines, or a WACZ package of ours; null for the index of the running instance
     * @throws IOException when the file cannot be read, or a package was changed
     */
    public static EvidenceDesk open(
            WatchwordConfig config, Path data, Supplier<List<URI>> elasticsearch, @Nullable Path from)
            throws IOException {
        CustodyLog log = Custody.log(config.custody(), data, InstantSource.system());
        ArchivedText texts = new ArchivedText(new HtmlExtractor(), catalog(config));
        if (from != null && from.toString().endsWith(".wacz")) {
            PackedEvidence packed = PackedEvidence.open(from);
            return new EvidenceDesk(
                    new ListedClaims(packed.claims()),
                    packed.archive(),
                    new EvidenceVerifier(packed.archive(), texts, CustodyWitness.ofPackage()),
                    log,
                    Optional.of(packed),
                    false);
        }
        ArchiveFolder archive = new ArchiveFolder(data.resolve("archive"));
        Function<ArchiveRef, Check> witness = CustodyWitness.of(log, archive);
        ClaimSource claims = from == null ? IndexedClaims.open(config, elasticsearch.get()) : ListedClaims.read(from);
        boolean keepsLog = config.custody().enabled() && Files.isDirectory(data.resolve("archive"));
        return new EvidenceDesk(
                claims, archive, new EvidenceVerifier(archive, texts, witness), log, Optional.empty(), keepsLog);
    }

    /** Selectors are followed where the sources can be read; without them a page may be read differently, which is then told. */
    private static SourceCatalog catalog(WatchwordConfig config) {
        try {
            return SourceCatalog.load(config.ingest().sourcesFolder());
        } catch (ConfigException e) {
            return SourceCatalog.of(List.of());
        }
    }

    public ClaimSource claims() {
        return claims;
    }

    public EvidenceVerifier verifier() {
        return verifier;
    }

    /** Packs from this archive. */
    public EvidencePackage packing() throws IOException {
        return new EvidencePackage(archive, verifier, new CustodyRecords(log), Custody.program());
    }

    /** Enters what was done into the custody log, where one is kept. */
    public void enter(CustodyEvent what, Map<String, String> detail) throws IOException {
        if (keepsLog) {
            log.append(what, detail);
        }
    }

    @Override
    public void close() throws IOException {
        claims.close();
        if (packed.isPresent()) {
            packed.get().close();
        }
    }
}
