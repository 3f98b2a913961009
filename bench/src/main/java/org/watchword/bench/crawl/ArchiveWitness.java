package org.watchword.bench.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.watchword.ingest.archive.ArchiveCheck;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;

/**
 * Looks at an archive now and again: that every byte of it but half a record at the end of the file last written is in order, by our own
 * check and by jwarc, and that nothing that was once whole is changed or gone later.
 */
final class ArchiveWitness {

    private final Path folder;
    private final Map<String, Whole> known = new HashMap<>();
    private final Map<String, Long> torn = new HashMap<>();
    private long tornBytes;

    /** The whole records of a file, in the order in which they were written. */
    private record Whole(long bytes, String sha256) {}

    ArchiveWitness(Path folder) {
        this.folder = folder;
    }

    int files() {
        return known.size();
    }

    /** Bytes of unfinished records over all looks. */
    long tornBytes() {
        return tornBytes;
    }

    /** Bytes of unfinished records at one look. */
    long torn(String when) {
        return torn.getOrDefault(when, 0L);
    }

    /** Problems, each beginning with {@code when}. */
    List<String> look(String when) throws IOException {
        List<String> problems = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return problems;
        }
        ArchiveFolder archive = new ArchiveFolder(folder);
        ArchiveCheck check = new ArchiveCheck(archive);
        Map<String, Path> files = new HashMap<>();
        for (Path file : archive.files()) {
            files.put(archive.name(file), file);
            ArchiveCheck.Result result = check.check(file);
            result.problems().forEach(problem -> problems.add(when + ": " + problem));
            torn.merge(when, result.unfinished(), Long::sum);
            tornBytes += result.unfinished();
            long whole = result.bytes() - result.unfinished();
            long records = result.records().values().stream().mapToLong(n -> n).sum();
            if (jwarc(file, records) != records) {
                problems.add(when + ": jwarc does not read the " + records + " records of " + result.file());
            }
            Whole before = known.get(result.file());
            if (before != null
                    && (whole < before.bytes || !digest(file, before.bytes).equals(before.sha256))) {
                problems.add(when + ": " + result.file() + " has lost what it held, of " + before.bytes + " bytes");
            }
            if (whole > 0) {
                known.put(result.file(), new Whole(whole, digest(file, whole)));
            }
        }
        known.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .forEach(name -> problems.add(when + ": " + name + " is gone"));
        return problems;
    }

    /** How many records another reader finds, of so many. */
    private static long jwarc(Path file, long most) {
        long read = 0;
        try (WarcReader reader = new WarcReader(file)) {
            while (read < most) {
                WarcRecord record = reader.next().orElse(null);
                if (record == null) {
                    return read;
                }
                record.body().consume();
                read++;
            }
            return read;
        } catch (IOException e) {
            return read;
        }
    }

    private static String digest(Path file, long bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long left = bytes;
            int n;
            while (left > 0 && (n = in.read(buffer, 0, (int) Math.min(buffer.length, left))) > 0) {
                sha256.update(buffer, 0, n);
                left -= n;
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Documents whose record is missing, or holds other bytes than the site. */
    static List<String> compare(Path folder, List<Document> documents, Map<String, byte[]> held) {
        List<String> problems = new ArrayList<>();
        ArchiveFolder archive = new ArchiveFolder(folder);
        for (Document document : documents) {
            ArchiveRef ref = document.archive();
            try {
                if (ref == null || !Arrays.equals(archive.read(ref).payload(), held.get(document.url()))) {
                    problems.add("the record of " + document.url() + " holds other bytes than the site");
                }
            } catch (IOException e) {
                problems.add("the record of " + document.url() + ": " + e.getMessage());
            }
        }
        return problems;
    }
}
