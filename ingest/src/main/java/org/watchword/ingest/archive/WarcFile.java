package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file being written: append only, one gzip member per record. */
final class WarcFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WarcFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".warc.gz";

    private final Path path;
    private final FileChannel channel;
    private final String infoId;
    private long synced;

    private WarcFile(Path path, FileChannel channel, String infoId) throws IOException {
        this.path = path;
        this.channel = channel;
        this.infoId = infoId;
        this.synced = channel.size();
    }

    /** All WARC files of a folder, oldest first. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> p.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    static WarcFile create(Path folder, Instant at, long number, String software) throws IOException {
        String name = String.format(Locale.ROOT, "watchword-%s-%06d%s", STAMP.format(at), number, SUFFIX);
        Path path = folder.resolve(name);
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String infoId = "urn:uuid:" + UUID.randomUUID();
        WarcFile file = new WarcFile(path, channel, infoId);
        file.append(Records.info(name, at, infoId, software));
        file.sync();
        syncFolder(folder);
        return file;
    }

    /** Opens an existing file for further records, after cutting off an unfinished one. */
    static WarcFile resume(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            TornTail tail = TornTail.scan(channel);
            if (tail.end() < channel.size()) {
                log.warn(
                        "Archive {}: the last record was unfinished, {} bytes cut off at {}",
                        path.getFileName(),
                        channel.size() - tail.end(),
                        tail.end());
                channel.truncate(tail.end());
                channel.force(true);
            }
            channel.position(tail.end());
            return new WarcFile(path, channel, tail.infoId());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The offset at which the record starts. A record that could not be written whole, on a full disk, leaves nothing behind. */
    long append(WarcRecord record) throws IOException {
        long start = channel.position();
        try {
            // Not closed: that would close the channel. Its buffers hold nothing once write has returned.
            WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP);
            writer.write(record);
            return start;
        } catch (IOException | RuntimeException e) {
            channel.truncate(start);
            channel.position(start);
            throw e;
        }
    }

    void sync() throws IOException {
        long size = channel.position();
        if (size > synced) {
            channel.force(false);
            synced = size;
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    String infoId() {
        return infoId;
    }

    long size() throws IOException {
        return channel.position();
    }

    /** For a file of which not even the first record was whole: nothing can refer to it. */
    void delete() throws IOException {
        channel.close();
        Files.delete(path);
    }

    private static void syncFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Folders cannot be opened on every platform; where they can, the new name must be on disk before it is
            // referred to.
            log.debug("Folder {} cannot be synced: {}", folder, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        try (FileChannel closing = channel) {
            closing.force(true);
        }
    }
}
