package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final String DOCUMENT =
            "{\"id\":\"d\",\"url\":\"u\",\"outlet\":\"o\",\"source\":\"s\",\"text\":\"t\","
                    + "\"textSha256\":\"x\",\"capturedAt\":\"2031-05-06T12:00:00Z\"}";

    @Test
    void whatIsNoAnalysisIsRefusedAndKeepsNobodyElseFromBeingWritten() {
        Map<Integer, String> refused = refused(
                "analyses",
                "null",
                "",
                "{",
                "[]",
                "{}",
                "{\"document\":null}",
                analysis("[null]"),
                analysis("[{\"start\":0,\"end\":1,\"text\":\"t\",\"flags\":[]}]"));
        assertThat(refused).hasSize(8).allSatisfy((input, reason) -> assertThat(reason)
                .startsWith("not an analysis"));
    }

    @Test
    void whatIsNoMemberOfAStoryIsRefusedAndKeepsNobodyElseFromBeingWritten() {
        Map<Integer, String> refused = refused(
                "stories",
                "null",
                "{}",
                "{\"documentId\":\"d\",\"statements\":[]}",
                "{\"documentId\":\"d\",\"story\":\"s\",\"statements\":[null]}",
                "{\"documentId\":\"d\",\"story\":\"s\",\"statements\":[{\"words\":\"w\"}]}");
        assertThat(refused).hasSize(5).allSatisfy((input, reason) -> assertThat(reason)
                .startsWith("not a member of a story"));
    }

    private static String analysis(String statements) {
        return "{\"document\":" + DOCUMENT + ",\"annotation\":{\"id\":\"a\",\"language\":\"en\",\"sentences\":[],"
                + "\"entities\":[],\"quotes\":[],\"statements\":" + statements
                + "},\"lemmas\":{\"document\":\"\",\"statements\":{}},\"successions\":[]}";
    }

    /** A good one of its kind stands at the end. */
    private static Map<Integer, String> refused(String topic, String... values) {
        String good =
                topic.equals("stories") ? "{\"documentId\":\"d\",\"story\":\"s\",\"statements\":[]}" : analysis("[]");
        List<ConsumerRecord<byte[], byte[]>> inputs = Stream.concat(Stream.of(values), Stream.of(good))
                .map(value -> new ConsumerRecord<>(topic, 0, 0, new byte[0], value.getBytes(StandardCharsets.UTF_8)))
                .toList();
        Batch batch = Batch.read(inputs, of -> of.equals("stories") ? Batch.Kind.MEMBER : Batch.Kind.ANALYSIS);
        assertThat(batch.pages().size()).isLessThanOrEqualTo(1);
        Map<Integer, String> refused = new HashMap<>(batch.unreadable());
        List<BulkWrite> writes = new ArrayList<>();
        batch.writes(new BatchWriter(new IndexNames("")), Map.of(), Map.of(), refused, writes::add);
        assertThat(writes).isNotEmpty();
        return refused;
    }
}
