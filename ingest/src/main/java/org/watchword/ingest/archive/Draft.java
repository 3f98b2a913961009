package org.watchword.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;

/**
 * A record ready to be appended.
 *
 * @param id without brackets
 * @param member the record as one gzip member (RFC 1952)
 * @param capture how it will be found, its place still open; absent for records that are no captures
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
record Draft(String id, byte[] member, @Nullable Capture capture) {

    static Draft of(WarcRecord record, @Nullable Capture capture) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(member), WarcCompression.GZIP)) {
            writer.write(record);
        }
        return new Draft(record.id().toString(), member.toByteArray(), capture);
    }

    /** Records that lie one behind the other. */
    static byte[] joined(Iterable<Draft> drafts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        drafts.forEach(draft -> all.writeBytes(draft.member));
        return all.toByteArray();
    }
}
