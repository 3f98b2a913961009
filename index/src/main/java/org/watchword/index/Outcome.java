package org.watchword.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.watchword.model.StageCounts;

/**
 * What became of the records of a portion; those that were not refused are written.
 *
 * @param inputs in the order they were read
 * @param refused why, by position
 * @param unreadable positions of those that were refused because they are not what their topic carries
 */
record Outcome(List<ConsumerRecord<byte[], byte[]>> inputs, Map<Integer, String> refused, Set<Integer> unreadable) {

    /** The code that a refused record goes to the dead letters by. */
    String code(int input, Batch.Kind kind) {
        return unreadable.contains(input) ? kind.refusal() : "refused-by-index";
    }

    /** What a record counts as. */
    String status(int input, Batch.Kind kind) {
        return refused.containsKey(input) ? StageCounts.DEAD_LETTERED + ':' + code(input, kind) : StageCounts.EMITTED;
    }

    /** Where a record came from, in people's logs and for its dead letter. */
    static String origin(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + '-' + record.partition() + '-' + record.offset();
    }
}
