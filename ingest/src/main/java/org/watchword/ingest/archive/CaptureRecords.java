package org.watchword.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * The records of one capture, byte for byte: the {@code response}, {@code revisit} or {@code resource}; the {@code request} and
 * {@code metadata} written with it; the {@code warcinfo} of their file; and of a {@code revisit} the records that hold its payload.
 */
public final class CaptureRecords {

    private final RecordMember capture;
    private final List<RecordMember> companions;
    private final @Nullable RecordMember warcinfo;
    private final @Nullable CaptureRecords original;
    private final List<String> problems;

    private CaptureRecords(
            RecordMember capture,
            List<RecordMember> companions,
            @Nullable RecordMember warcinfo,
            @Nullable CaptureRecords original,
            List<String> problems) {
        this.capture = capture;
        this.companions = List.copyOf(companions);
        this.warcinfo = warcinfo;
        this.original = original;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads them.
     *
     * @param name of the file, as references give it
     * @param offset of the capture
     * @throws ArchiveException when no whole record is there, or what a {@code revisit} refers to is missing
     */
    public static CaptureRecords read(ArchiveFolder archive, String name, long offset) throws IOException {
        return read(archive, name, offset, true);
    }

    private static CaptureRecords read(ArchiveFolder archive, String name, long offset, boolean resolve)
            throws IOException {
        Path file = archive.file(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<String> problems = new ArrayList<>();
            RecordMember capture = required(channel, name, offset);
            List<RecordMember> companions = companions(channel, capture, problems);
            RecordMember first = offset == 0 ? null : member(channel, name, 0, problems);
            boolean described = first != null
                    && first.record().idIn("WARC-Warcinfo-ID").isEmpty()
                    && capture.record().idIn("WARC-Warcinfo-ID").equals(Optional.of(first.id()));
            CaptureRecords original = resolve && capture.record().isRevisit() ? original(archive, capture) : null;
            return new CaptureRecords(capture, companions, described ? first : null, original, problems);
        } catch (NoSuchFileException e) {
            throw new ArchiveException("no archive file " + name, e);
        }
    }

    private static CaptureRecords original(ArchiveFolder archive, RecordMember revisit) throws IOException {
        WrittenRecord holder = archive.original(revisit.record(), revisit.place());
        Map.Entry<String, Long> place = archive.locate(holder.id())
                .orElseThrow(() -> new ArchiveException("the index does not know " + holder.id()));
        return read(archive, place.getKey(), place.getValue(), false);
    }

    private static List<RecordMember> companions(FileChannel channel, RecordMember capture, List<String> problems)
            throws IOException {
        List<RecordMember> companions = new ArrayList<>();
        long at = capture.offset() + capture.bytes().length;
        RecordMember next = at < channel.size() ? member(channel, capture.file(), at, problems) : null;
        while (next != null && next.record().idIn("WARC-Concurrent-To").equals(Optional.of(capture.id()))) {
            companions.add(next);
            at = next.offset() + next.bytes().length;
            next = at < channel.size() ? member(channel, capture.file(), at, problems) : null;
        }
        return companions;
    }

    private static RecordMember required(FileChannel channel, String name, long offset) throws IOException {
        String place = name + "@" + offset;
        if (offset < 0 || offset >= channel.size()) {
            throw new ArchiveException("no record at " + place + ": the file has " + channel.size() + " bytes");
        }
        List<String> problems = new ArrayList<>();
        RecordMember member = member(channel, name, offset, problems);
        if (member == null) {
            throw new ArchiveException(problems.get(0));
        }
        return member;
    }

    /** The record at an offset; null when none is whole there, which is then a problem. */
    private static @Nullable RecordMember member(FileChannel channel, String name, long offset, List<String> problems)
            throws IOException {
        String place = name + "@" + offset;
        GzipMembers.Member member = new GzipMembers(channel, offset, channel.size()).here();
        if (member == null) {
            problems.add("no whole record at " + place + ": " + MemberFault.at(channel, offset));
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) (member.end() - member.start()));
            while (bytes.hasRemaining() && channel.read(bytes, member.start() + bytes.position()) >= 0) {
                // Until it is full.
            }
            return new RecordMember(name, member, bytes.array(), WrittenRecord.parse(member.content()));
        } catch (IOException e) {
            problems.add("the record at " + place + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    public RecordMember capture() {
        return capture;
    }

    /** The {@code request} and the {@code metadata}, in the order in which they lie behind the capture. */
    public List<RecordMember> companions() {
        return companions;
    }

    /** The file's description of itself. */
    public Optional<RecordMember> warcinfo() {
        return Optional.ofNullable(warcinfo);
    }

    /** Of a {@code revisit}: the records that hold the payload. */
    public Optional<CaptureRecords> original() {
        return Optional.ofNullable(original);
    }

    /** All of them, each file's description first. */
    public List<RecordMember> all() {
        Stream<RecordMember> own =
                Stream.concat(warcinfo().stream(), Stream.concat(Stream.of(capture), companions.stream()));
        return Stream.concat(original().stream().flatMap(o -> o.all().stream()), own)
                .toList();
    }

    /** Digests that do not hold, records that cannot be read: each with its place. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        RecordDigests digests = new RecordDigests();
        Stream.concat(warcinfo().stream(), Stream.concat(Stream.of(capture), companions.stream()))
                .forEach(member -> digests.problems(member.record())
                        .forEach(what -> all.add(member.place() + " (" + member.type() + "): " + what)));
        original().ifPresent(holder -> all.addAll(holder.problems()));
        return all;
    }

    /** The fields of the {@code metadata} record, by their names; empty when there is none. */
    public Map<String, String> notes() throws IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        for (RecordMember companion : companions) {
            if (companion.type().equals("metadata")) {
                MessageHeaders.parse(java.nio.channels.Channels.newChannel(
                                new ByteArrayInputStream(companion.record().block())))
                        .map()
                        .forEach((name, values) -> notes.putIfAbsent(name, String.join(", ", values)));
            }
        }
        return notes;
    }
}
