package org.watchword.ingest.evidence;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.custody.CustodyEntry;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.ingest.custody.CustodyRecords;
import org.watchword.model.ArchiveRef;

/** Asks the custody log whether it vouches for a record, and whether the bytes are as they were then. */
public final class CustodyWitness {

    private CustodyWitness() {}

    /** A witness over a data folder. @throws IOException when the log cannot be read */
    public static Function<ArchiveRef, Check> of(CustodyLog log, ArchiveFolder archive) throws IOException {
        CustodyRecords records = new CustodyRecords(log);
        return ref -> check(ref, records, archive);
    }

    /** Nobody who could tell: a package has single records, and the log vouches for stretches of files. */
    public static Function<ArchiveRef, Check> ofPackage() {
        return ref -> Check.unchecked(
                Level.CUSTODY,
                "the entry in evidence/custody.jsonl vouches for a stretch of the archive file, of which the package has a part");
    }

    private static Check check(ArchiveRef ref, CustodyRecords records, ArchiveFolder archive) {
        Optional<CustodyEntry> entry = records.of(ref);
        if (entry.isEmpty()) {
            return Check.unchecked(
                    Level.CUSTODY,
                    records.isEmpty() ? "there is no custody log" : "the custody log does not tell of this record yet");
        }
        String place = "entry " + entry.get().seq() + " of " + entry.get().at() + ": ";
        try {
            return CustodyRecords.difference(entry.get(), archive)
                    .map(what -> Check.differs(Level.CUSTODY, place + what))
                    .orElseGet(() -> Check.holds(
                            Level.CUSTODY,
                            place + "the bytes " + entry.get().detail("from") + " to "
                                    + entry.get().detail("to") + " of the file are as they were"));
        } catch (IOException e) {
            return Check.differs(Level.CUSTODY, place + e.getMessage());
        }
    }
}
