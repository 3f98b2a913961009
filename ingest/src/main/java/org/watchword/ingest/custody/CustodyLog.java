package org.watchword.ingest.custody;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.watchword.model.ContentHash;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done with the evidence, by whom and when: lines of JSON, each with the digest of the line before, so that none can be changed,
 * moved or taken out without all behind it being written anew. Only ever added to. Several processes may append; each entry is on disk when
 * {@link #append} returns.
 */
public final class CustodyLog {

    private static final int MAX_LINE = 1 << 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final CustodyFiles files;
    private final String who;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param folder {@code custody} of a data folder; created with the first entry
     * @param who stands in the entries
     */
    public CustodyLog(Path folder, String who, InstantSource clock) {
        this.files = new CustodyFiles(folder);
        this.who = who;
        this.clock = clock;
    }

    /** The log itself; need not exist. */
    public Path file() {
        return files.log();
    }

    CustodyFiles files() {
        return files;
    }

    /**
     * Adds an entry. The first of a UTC day ends the day before with a {@link CustodyEvent#DAY}.
     *
     * @return the digest of its line
     */
    public String append(CustodyEvent what, Map<String, String> detail) throws IOException {
        return locked(log -> append(log, clock.instant(), what, detail));
    }

    /** Ends days that have passed, whether or not anything else is to be told. */
    public void endDays() throws IOException {
        if (Files.exists(files.log())) {
            locked(log -> {
                repair(log, clock.instant());
                endDay(log, clock.instant());
                return "";
            });
        }
    }

    private interface Writing {
        String with(FileChannel log) throws IOException;
    }

    private String locked(Writing writing) throws IOException {
        Files.createDirectories(files.folder());
        try (FileChannel lock = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(lock);
                FileChannel log = FileChannel.open(
                        files.log(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!held.isValid()) {
                throw new CustodyException("the lock of " + files.folder() + " was lost");
            }
            return writing.with(log);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // Another thread of this process.
                if (System.nanoTime() > deadline) {
                    throw new CustodyException("the log in " + files.folder() + " is being written for too long", e);
                }
                try {
                    TimeUnit.MILLISECONDS.sleep(5);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new CustodyException("interrupted while waiting for " + files.folder(), interrupted);
                }
            }
        }
    }

    private String append(FileChannel log, Instant at, CustodyEvent what, Map<String, String> detail)
            throws IOException {
        repair(log, at);
        endDay(log, at);
        return write(log, at, what, detail);
    }

    /** Cuts off what a crash left unfinished, and notes an end that is not the one this program left. */
    private void repair(FileChannel log, Instant at) throws IOException {
        long end = CustodyFiles.end(log);
        long torn = log.size() - end;
        if (torn > 0) {
            log.truncate(end);
        }
        Optional<CustodyFiles.Head> head = files.readHead();
        Optional<byte[]> last = CustodyFiles.last(log, end);
        String found = last.map(ContentHash::sha256Hex).orElse(CustodyEntry.NOTHING_BEFORE);
        String before = last.isPresent() ? CustodyFiles.parse(last.get()).prev() : CustodyEntry.NOTHING_BEFORE;
        String expected = head.map(CustodyFiles.Head::sha256).orElse(CustodyEntry.NOTHING_BEFORE);
        // A crash between line and head leaves the head one entry behind.
        if (!expected.equals(found) && !expected.equals(before)) {
            write(log, at, CustodyEvent.BROKEN, Map.of("expected", expected, "found", found));
        }
        if (torn > 0) {
            write(log, at, CustodyEvent.REPAIR, Map.of("bytes", Long.toString(torn)));
        }
    }

    private void endDay(FileChannel log, Instant at) throws IOException {
        Optional<CustodyEntry> last = tail(log);
        if (last.isEmpty()) {
            return;
        }
        LocalDate day = day(last.get().at());
        if (day.isBefore(day(at)) && !last.get().is(CustodyEvent.DAY)) {
            write(log, at, CustodyEvent.DAY, Map.of("day", day.toString()));
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<CustodyEntry> tail(FileChannel log) throws IOException {
        Optional<byte[]> last = CustodyFiles.last(log, CustodyFiles.end(log));
        return last.isEmpty() ? Optional.empty() : Optional.of(CustodyFiles.parse(last.get()));
    }

    private String write(FileChannel log, Instant at, CustodyEvent what, Map<String, String> detail)
            throws IOException {
        Optional<byte[]> last = CustodyFiles.last(log, log.size());
        long seq = last.isPresent() ? CustodyFiles.parse(last.get()).seq() + 1 : 1;
        String prev = last.map(ContentHash::sha256Hex).orElse(CustodyEntry.NOTHING_BEFORE);
        byte[] line = json.writeValueAsBytes(CustodyEntry.of(seq, at, who, what, detail, prev));
        ByteArrayOutputStream whole = new ByteArrayOutputStream(line.length + 1);
        whole.writeBytes(line);
        whole.write('\n');
        log.position(log.size());
        CustodyFiles.writeAll(log, whole.toByteArray());
        log.force(true);
        String sha256 = ContentHash.sha256Hex(line);
        files.writeHead(new CustodyFiles.Head(seq, sha256));
        return sha256;
    }

    /**
     * One line as it stands in the log.
     *
     * @param number 1 for the first
     * @param bytes without the line feed
     * @param entry what it says
     * @param complete whether a line feed ends it
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    public record Line(long number, byte[] bytes, CustodyEntry entry, boolean complete) {

        public String sha256() {
            return ContentHash.sha256Hex(bytes);
        }
    }

    /** Receives lines; may throw. */
    public interface Reader {
        void line(Line line) throws IOException;
    }

    /**
     * Reads the log from its beginning.
     *
     * @throws CustodyException at a line that is no entry; names its number
     */
    public void read(Reader reader) throws IOException {
        if (!Files.exists(files.log())) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(files.log()))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 0;
            int b = in.read();
            while (b >= 0) {
                if (b == '\n') {
                    number++;
                    reader.line(line(number, line.toByteArray(), true));
                    line.reset();
                } else if (line.size() >= MAX_LINE) {
                    throw new CustodyException(
                            files.log() + ":" + (number + 1) + ": longer than " + MAX_LINE + " bytes");
                } else {
                    line.write(b);
                }
                b = in.read();
            }
            if (line.size() > 0) {
                reader.line(line(number + 1, line.toByteArray(), false));
            }
        }
    }

    private Line line(long number, byte[] bytes, boolean complete) throws CustodyException {
        try {
            return new Line(number, bytes, CustodyFiles.parse(bytes), complete);
        } catch (CustodyException e) {
            throw new CustodyException(files.log() + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
