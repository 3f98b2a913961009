package org.watchword.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/** The log of a coordinator killed after it had written down that the open transaction is committed, and before it told the partitions. */
final class DecidedCommit {

    private DecidedCommit() {}

    /**
     * Writes the decision.
     *
     * @param folder messages of a broker that does not run, with one transaction, open
     */
    static void write(Path folder) throws IOException {
        for (Path log : logs(folder)) {
            try (FileRecords records = FileRecords.open(log.toFile(), true, true, 0, false)) {
                RecordBatch last = null;
                for (RecordBatch batch : records.batches()) {
                    last = batch;
                }
                if (last != null) {
                    records.append(decision(last));
                    records.flush();
                    return;
                }
            }
        }
        throw new AssertionError("no transaction in " + folder);
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().startsWith("__transaction_state-"))
                    .map(each -> each.resolve("00000000000000000000.log"))
                    .toList();
        }
    }

    private static MemoryRecords decision(RecordBatch last) {
        Record open = last.iterator().next();
        ByteBuffer written = open.value();
        short version = written.getShort();
        TransactionLogValue value = new TransactionLogValue(new ByteBufferAccessor(written), version);
        assertThat(value.transactionStatus()).isEqualTo(TransactionState.ONGOING.id());
        value.setTransactionStatus(TransactionState.PREPARE_COMMIT.id())
                // With the decision the epoch grows, so that nothing of the transaction can come late (KIP-890).
                .setProducerEpoch((short) (value.producerEpoch() + 1));
        ByteBuffer key = ByteBuffer.allocate(open.keySize()).put(open.key()).flip();
        return MemoryRecords.withRecords(
                last.lastOffset() + 1,
                Compression.NONE,
                last.partitionLeaderEpoch(),
                new SimpleRecord(open.timestamp(), key, MessageUtil.toVersionPrefixedByteBuffer(version, value)));
    }
}
