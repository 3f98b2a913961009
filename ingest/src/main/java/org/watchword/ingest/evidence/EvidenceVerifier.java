package org.watchword.ingest.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.archive.CaptureRecords;
import org.watchword.ingest.collect.ArchivedText;
import org.watchword.model.ArchiveRef;

/**
 * Recomputes, with nothing but the archive, every link from a statement to the captured bytes: words, span, digest of the text, text read
 * anew, digest of the payload, records, capture. A link that does not hold stops nothing; the others are looked at all the same.
 */
public final class EvidenceVerifier {

    private final ArchiveFolder archive;
    private final ArchivedText texts;
    private final Function<ArchiveRef, Check> custody;

    /** @param custody what the custody log tells of a record */
    public EvidenceVerifier(ArchiveFolder archive, ArchivedText texts, Function<ArchiveRef, Check> custody) {
        this.archive = archive;
        this.texts = texts;
        this.custody = custody;
    }

    /** Verifies one statement. */
    public Verification verify(Claim claim) {
        List<Check> checks = new ArrayList<>(ClaimChecks.of(claim));
        ArchiveRef ref = claim.document().archive();
        if (ref == null) {
            checks.add(Check.differs(Level.RECORD, "the text never came through the archive: it has no record"));
            return new Verification(claim.statement().id(), checks);
        }
        try {
            CaptureRecords records = CaptureRecords.read(archive, ref.file(), ref.offset());
            ArchivedRecord record = archive.read(ref.file(), ref.offset());
            checks.addAll(CaptureChecks.of(claim.document(), ref, records, record));
            checks.add(ExtractionCheck.of(claim, record, texts));
        } catch (IOException e) {
            checks.add(Check.differs(Level.RECORD, String.valueOf(e.getMessage())));
        }
        checks.add(custody.apply(ref));
        return new Verification(claim.statement().id(), checks);
    }
}
