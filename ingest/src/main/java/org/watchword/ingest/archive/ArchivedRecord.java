package org.watchword.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.watchword.ingest.http.ContentDecoding;
import org.watchword.ingest.http.UndecodableException;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

/**
 * A record read back, its digest checked.
 *
 * @param type {@code response} or {@code resource}
 * @param url target address or URN
 * @param capturedAt {@code WARC-Date}
 * @param headers the record's own headers as written
 * @param httpHeaders the HTTP headers; empty for a {@code resource}
 * @param contentType of the payload
 * @param payload the bytes whose SHA-256 the reference gives: for HTTP, after content decoding
 */
@SuppressWarnings("ArrayRecordComponent") // A payload may be megabytes large: it is handed over, never copied.
public record ArchivedRecord(
        String type,
        String url,
        Instant capturedAt,
        Map<String, List<String>> headers,
        Map<String, List<String>> httpHeaders,
        @Nullable String contentType,
        byte[] payload) {

    private static final long MAX_PAYLOAD = Integer.MAX_VALUE - 8;

    static ArchivedRecord read(Path file, ArchiveRef ref) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            String place = file.getFileName() + "@" + ref.offset();
            if (ref.offset() < 0 || ref.offset() >= channel.size()) {
                throw new ArchiveException("no record at " + place + ": the file has " + channel.size() + " bytes");
            }
            channel.position(ref.offset());
            try (WarcReader reader = new WarcReader(channel)) {
                Optional<WarcRecord> record = reader.next();
                if (record.isEmpty() || !(record.get() instanceof WarcTargetRecord target)) {
                    throw new ArchiveException("no capture at " + place);
                }
                if (!target.id().toString().equals(ref.recordId())) {
                    throw new ArchiveException(
                            "the record at " + place + " is " + target.id() + ", not " + ref.recordId());
                }
                ArchivedRecord found = of(target);
                String digest = ContentHash.sha256Hex(found.payload());
                if (!digest.equals(ref.sha256())) {
                    throw new ArchiveException(
                            "the payload at " + place + " has SHA-256 " + digest + ", not " + ref.sha256());
                }
                return found;
            }
        }
    }

    private static ArchivedRecord of(WarcTargetRecord record) throws IOException {
        if (record instanceof WarcResponse response) {
            HttpResponse http = response.http();
            byte[] received = bytes(http.body().stream());
            String coding = String.join(",", http.headers().all("Content-Encoding"));
            try {
                return new ArchivedRecord(
                        record.type(),
                        record.target(),
                        record.date(),
                        record.headers().map(),
                        http.headers().map(),
                        http.headers().first("Content-Type").orElse(null),
                        ContentDecoding.decode(received, coding, MAX_PAYLOAD, Integer.MAX_VALUE));
            } catch (UndecodableException e) {
                throw new ArchiveException("payload of " + record.id() + ": " + e.getMessage(), e);
            }
        }
        return new ArchivedRecord(
                record.type(),
                record.target(),
                record.date(),
                record.headers().map(),
                Map.of(),
                record.headers().first("Content-Type").orElse(null),
                bytes(record.body().stream()));
    }

    private static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }
}
