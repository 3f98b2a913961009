package org.watchword.ingest.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record as it lies in an archive file, and what was read in it. */
public final class RecordMember {

    private final String file;
    private final GzipMembers.Member member;
    private final byte[] bytes;
    private final WrittenRecord record;

    RecordMember(String file, GzipMembers.Member member, byte[] bytes, WrittenRecord record) {
        this.file = file;
        this.member = member;
        this.bytes = bytes;
        this.record = record;
    }

    /** The file, relative to the archive folder. */
    public String file() {
        return file;
    }

    /** Offset of its gzip member there. */
    public long offset() {
        return member.start();
    }

    /** Its gzip member, byte for byte; shared, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** {@code WARC-Type}. */
    public String type() {
        return record.type();
    }

    /** {@code WARC-Record-ID} without brackets. */
    public String id() {
        return record.id();
    }

    /** First value of a header of the record. */
    public Optional<String> header(String name) {
        return record.header(name);
    }

    /** The record's own headers as written. */
    public Map<String, List<String>> headers() {
        return record.headers();
    }

    /** The head of the HTTP answer in it; absent where there is none. */
    public Optional<HttpBlock> http() {
        return Optional.ofNullable(record.http());
    }

    /** The media type of its payload, as its own headers give it. */
    public Optional<String> contentType() {
        return Optional.ofNullable(record.contentType());
    }

    /**
     * Its line in the CDXJ index of another file to which it was copied; empty when it is no capture.
     *
     * @param name of that file
     * @param at offset there
     */
    public Optional<String> cdxj(String name, long at) {
        return record.holdsPayload() || record.isRevisit()
                ? Optional.of(Cdxj.line(Capture.of(record, name, at, bytes.length)))
                : Optional.empty();
    }

    WrittenRecord record() {
        return record;
    }

    String place() {
        return file + "@" + offset();
    }
}
