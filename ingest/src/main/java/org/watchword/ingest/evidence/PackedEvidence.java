package org.watchword.ingest.evidence;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.collect.WaczPackage;
import org.watchword.model.ArchiveRef;

/** A package, opened: its claims, and an archive that holds its records. Every file was compared with its digest. */
public final class PackedEvidence implements AutoCloseable {

    private static final int MAX_CLAIMS = 512 << 20;
    private static final long MAX_RATIO = 200;
    private static final long RATIO_FLOOR = 16 << 20;

    private final Path folder;
    private final List<Claim> claims;

    private PackedEvidence(Path folder, List<Claim> claims) {
        this.folder = folder;
        this.claims = List.copyOf(claims);
    }

    /**
     * Opens a package.
     *
     * @throws IOException when a file in it is not what its digest says, naming it; or when it holds no claims
     */
    public static PackedEvidence open(Path file) throws IOException {
        Path folder = Files.createTempDirectory("watchword-evidence");
        try (WaczPackage wacz = WaczPackage.open(file)) {
            for (String warc : wacz.warcFiles()) {
                String name = warc.substring(warc.lastIndexOf('/') + 1);
                try (InputStream in = wacz.open(warc)) {
                    Files.copy(in, folder.resolve(name));
                }
                requireSane(folder.resolve(name));
            }
            List<Claim> read;
            try (InputStream in = wacz.open(EvidencePackage.CLAIMS)) {
                byte[] lines = in.readNBytes(MAX_CLAIMS);
                read = ClaimReader.read(new ByteArrayInputStream(lines), file + "!" + EvidencePackage.CLAIMS);
            }
            return new PackedEvidence(folder, placed(read, new ArchiveFolder(folder)));
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /** A package comes from anybody, and a record is read into memory. */
    private static void requireSane(Path warc) throws IOException {
        long most = Math.max(RATIO_FLOOR, Files.size(warc) * MAX_RATIO);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(warc)))) {
            byte[] buffer = new byte[1 << 16];
            long count = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count += n;
                if (count > most) {
                    throw new IOException(
                            warc.getFileName() + " unpacks to more than " + MAX_RATIO + " times its size");
                }
            }
        } catch (ZipException | EOFException e) {
            // Which record is damaged, and how, is said when it is verified.
            return;
        }
    }

    /** References point into the archive they were made for; here each record lies elsewhere, under the same id. */
    private static List<Claim> placed(List<Claim> claims, ArchiveFolder archive) throws IOException {
        List<Claim> placed = new ArrayList<>();
        for (Claim claim : claims) {
            ArchiveRef ref = claim.document().archive();
            Optional<Map.Entry<String, Long>> place = ref == null ? Optional.empty() : archive.locate(ref.recordId());
            placed.add(
                    ref == null || place.isEmpty()
                            ? claim
                            : claim.at(new ArchiveRef(
                                    place.get().getKey(), place.get().getValue(), ref.recordId(), ref.sha256())));
        }
        return placed;
    }

    /** What is to be proved, with references into {@link #archive()}. */
    public List<Claim> claims() {
        return claims;
    }

    public ArchiveFolder archive() {
        return new ArchiveFolder(folder);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
