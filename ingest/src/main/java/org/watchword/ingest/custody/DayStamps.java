package org.watchword.ingest.custody;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.model.ContentHash;

/** Has the heads of past days stamped by an authority. A day it could not be reached for is asked for again. */
final class DayStamps {

    private final CustodyLog log;
    private final TimestampAuthority authority;

    DayStamps(CustodyLog log, TimestampAuthority authority) {
        this.log = log;
        this.authority = authority;
    }

    /** Stamps what is not stamped yet. @throws IOException when the authority or the log fails; what was stamped before stays */
    void catchUp() throws IOException {
        TreeMap<String, String> open = new TreeMap<>();
        log.read(line -> {
            if (line.entry().is(CustodyEvent.DAY)) {
                open.put(line.entry().detail("day"), line.sha256());
            } else if (line.entry().is(CustodyEvent.TIMESTAMP)) {
                open.remove(line.entry().detail("day"));
            }
        });
        for (Map.Entry<String, String> day : open.entrySet()) {
            stamp(day.getKey(), day.getValue());
        }
    }

    private void stamp(String day, String head) throws IOException {
        byte[] answer = authority.stamp(head);
        Path file = log.files().timestamp(day);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            CustodyFiles.writeAll(channel, answer);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Map<String, String> detail = new TreeMap<>();
        detail.put("day", day);
        detail.put("authority", authority.address());
        detail.put("time", Timestamp.open(answer, head).time().toString());
        detail.put("sha256", ContentHash.sha256Hex(answer));
        log.append(CustodyEvent.TIMESTAMP, detail);
    }
}
