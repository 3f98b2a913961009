package org.watchword.ingest.evidence;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.watchword.ingest.archive.CaptureRecords;
import org.watchword.ingest.archive.RecordMember;

/** Records copied one behind the other into one WARC file, byte for byte, each once. */
final class PackedArchive {

    static final String FILE = "evidence.warc.gz";

    /**
     * Where a record lies in the packed file.
     *
     * @param offset of its gzip member
     * @param length of its gzip member
     */
    record Place(long offset, long length) {}

    private final ByteArrayOutputStream warc = new ByteArrayOutputStream();
    private final TreeSet<String> cdxj = new TreeSet<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    void add(CaptureRecords records) {
        records.all().forEach(this::add);
    }

    private void add(RecordMember member) {
        if (!places.containsKey(member.id())) {
            Place place = new Place(warc.size(), member.bytes().length);
            places.put(member.id(), place);
            warc.writeBytes(member.bytes());
            Optional<String> line = member.cdxj(FILE, place.offset());
            line.ifPresent(cdxj::add);
        }
    }

    /** Where the record with an id lies. @throws IllegalArgumentException when it was not added */
    Place place(String id) {
        Place place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("not packed: " + id);
        }
        return place;
    }

    byte[] warc() {
        return warc.toByteArray();
    }

    /** Its index: sorted lines. */
    String cdxj() {
        StringBuilder lines = new StringBuilder();
        cdxj.forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
