package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start does with a file that an earlier run may have left unfinished. */
final class FileRepair {

    private static final Logger log = LoggerFactory.getLogger(FileRepair.class);
    private static final String NO_INFO = "urn:uuid:00000000-0000-0000-0000-000000000000";

    private FileRepair() {}

    /** @param whole whether records may be appended; a file damaged before its end is left as it is, for what lies behind can be read */
    record Outcome(FileIndex index, boolean whole) {}

    /**
     * Brings index and file together: reads what the index does not tell of, and cuts off what a crash left behind the last whole
     * record. Nobody was told that this is kept, for records are synced before they are referred to.
     */
    static Outcome repair(Path file) throws IOException {
        FileIndex index = FileIndex.open(file);
        long size = Files.size(file);
        if (size == 0) {
            // A crash between its creation and its first record.
            Files.delete(file);
        }
        if (index.covered() == size) {
            return new Outcome(index, true);
        }
        List<GzipMembers.Damage> damages = index.readOn();
        boolean whole = true;
        for (GzipMembers.Damage damage : damages) {
            if (damage.start() == index.covered()) {
                log.warn(
                        "Archive {}: the last record was unfinished, {} bytes cut off at {}",
                        file.getFileName(),
                        size - damage.start(),
                        damage.start());
                cut(file, damage.start());
            } else {
                whole = false;
                log.error(
                        "Archive {}: bytes {} to {} are damaged and hold no whole record; what lies behind them is read",
                        file.getFileName(),
                        damage.start(),
                        damage.end());
            }
        }
        if (index.covered() > 0) {
            index.save();
        }
        return new Outcome(index, whole);
    }

    private static void cut(Path file, long end) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.force(true);
        }
        if (end == 0) {
            // Not even the first record was whole: nothing can refer to it.
            Files.delete(file);
        }
    }

    /** The id of the {@code warcinfo} at the beginning. */
    static String infoId(FileChannel channel) throws IOException {
        GzipMembers.Stretch first = new GzipMembers(channel, 0, channel.size()).next();
        if (first instanceof GzipMembers.Member member) {
            WrittenRecord record = WrittenRecord.parse(member.content());
            return "warcinfo".equals(record.type()) ? record.id() : NO_INFO;
        }
        return NO_INFO;
    }
}
