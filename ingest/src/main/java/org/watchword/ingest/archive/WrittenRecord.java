package org.watchword.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.watchword.ingest.http.ContentDecoding;
import org.watchword.ingest.http.UndecodableException;
import org.watchword.model.ContentHash;

/**
 * One record as it was read.
 *
 * @param type {@code WARC-Type}
 * @param id {@code WARC-Record-ID} without its brackets
 * @param at {@code WARC-Date}
 * @param url {@code WARC-Target-URI}; absent for a {@code warcinfo}
 * @param headers the record's own headers
 * @param block everything behind them
 * @param http the HTTP answer's head; absent for other records than {@code response} and {@code revisit}
 * @param received the payload as it lies in the block: for HTTP the body with its content coding; empty for a {@code revisit}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
record WrittenRecord(
        String type,
        String id,
        Instant at,
        @Nullable String url,
        Map<String, List<String>> headers,
        byte[] block,
        @Nullable HttpBlock http,
        byte[] received) {

    private static final long MAX_PAYLOAD = Integer.MAX_VALUE - 8;

    /**
     * The record whose gzip member starts at an offset.
     *
     * @throws ArchiveException when none is whole there
     */
    static WrittenRecord at(Path file, long offset) throws IOException {
        String place = file.getFileName() + "@" + offset;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (offset < 0 || offset >= channel.size()) {
                throw new ArchiveException("no record at " + place + ": the file has " + channel.size() + " bytes");
            }
            GzipMembers.Member member = new GzipMembers(channel, offset, channel.size()).here();
            if (member == null) {
                throw new ArchiveException("no whole record at " + place + ": " + MemberFault.at(channel, offset));
            }
            return parse(member.content());
        } catch (NoSuchFileException e) {
            throw new ArchiveException("no archive file " + file, e);
        }
    }

    /**
     * Reads a record.
     *
     * @param bytes of one record, not compressed
     * @throws IOException when they are not exactly one WARC record
     */
    static WrittenRecord parse(byte[] bytes) throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
            WarcRecord record = reader.next().orElseThrow(() -> new IOException("no record"));
            byte[] block = bytes(record.body().stream());
            if (reader.next().isPresent()) {
                throw new IOException("more than one record in a gzip member");
            }
            return of(record, block);
        } catch (RuntimeException e) {
            throw new IOException("not a WARC record: " + e.getMessage(), e);
        }
    }

    private static WrittenRecord of(WarcRecord record, byte[] block) throws IOException {
        HttpBlock http = null;
        byte[] received = record instanceof WarcTargetRecord ? block : new byte[0];
        boolean revisit = record instanceof WarcRevisit;
        if (record instanceof WarcResponse || revisit && block.length > 0) {
            http = HttpBlock.of(block);
            received = revisit ? new byte[0] : http.body();
        }
        return new WrittenRecord(
                record.type().toLowerCase(Locale.ROOT),
                record.id().toString(),
                record.date(),
                record instanceof WarcTargetRecord target ? target.target() : null,
                record.headers().map(),
                block,
                http,
                received);
    }

    boolean isRevisit() {
        return "revisit".equals(type);
    }

    /** Whether this is a capture with a payload of its own. */
    boolean holdsPayload() {
        return "response".equals(type) || "resource".equals(type);
    }

    /** First value of a header of the record. */
    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .findFirst();
    }

    /** A header that holds a record id, without its brackets. */
    Optional<String> idIn(String name) {
        return header(name).map(WrittenRecord::unbracketed);
    }

    /** A digest header's value as 64 hex digits. */
    Optional<String> digest(String name) {
        return header(name).map(value -> new WarcDigest(value).hex());
    }

    /** {@code Content-Type} of the payload. */
    @Nullable
    String contentType() {
        return http == null
                ? header("Content-Type").orElse(null)
                : http.first("Content-Type").orElse(null);
    }

    /** The payload after content decoding. */
    byte[] payload() throws ArchiveException {
        return http == null ? received : decoded(received, http.coding());
    }

    /** Removes content codings from a payload of this record. */
    byte[] decoded(byte[] bytes, String coding) throws ArchiveException {
        try {
            return ContentDecoding.decode(bytes, coding, MAX_PAYLOAD, Integer.MAX_VALUE);
        } catch (UndecodableException e) {
            throw new ArchiveException("payload of " + id + ": " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the payload after content decoding; of the bytes as received where they cannot be decoded. */
    String payloadSha256() {
        try {
            return ContentHash.sha256Hex(payload());
        } catch (ArchiveException e) {
            return ContentHash.sha256Hex(received);
        }
    }

    URI uri() {
        return URI.create(id);
    }

    private static String unbracketed(String value) {
        return value.strip().replaceAll("^<|>$", "");
    }

    private static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }
}
