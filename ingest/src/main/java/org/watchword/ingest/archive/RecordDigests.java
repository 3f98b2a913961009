package org.watchword.ingest.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.HeaderValidator;
import org.netpreserve.jwarc.MessageHeaders;
import org.watchword.model.ContentHash;

/** Compares what a record says of itself with its bytes. */
final class RecordDigests {

    private final HeaderValidator headers = HeaderValidator.warc_1_1();

    /** What is wrong, in words; empty when everything holds. */
    List<String> problems(WrittenRecord record) {
        List<String> wrong = new ArrayList<>(headers.validate(MessageHeaders.of(flat(record))));
        Optional<String> block = record.digest("WARC-Block-Digest");
        String found = ContentHash.sha256Hex(record.block());
        if (block.isEmpty()) {
            wrong.add("no WARC-Block-Digest");
        } else if (!block.get().equals(found)) {
            wrong.add("the block has SHA-256 " + found + ", not " + block.get());
        }
        if (record.holdsPayload()) {
            Optional<String> payload = record.digest("WARC-Payload-Digest");
            String received = ContentHash.sha256Hex(record.received());
            if (payload.isEmpty()) {
                wrong.add("no WARC-Payload-Digest");
            } else if (!payload.get().equals(received)) {
                wrong.add("the payload has SHA-256 " + received + ", not " + payload.get());
            }
        }
        return wrong;
    }

    private static String[] flat(WrittenRecord record) {
        List<String> flat = new ArrayList<>();
        record.headers()
                .forEach((name, values) -> values.forEach(value -> {
                    flat.add(name);
                    flat.add(value);
                }));
        return flat.toArray(new String[0]);
    }
}
