package org.watchword.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.watchword.model.Analysis;
import org.watchword.model.StoryMember;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of one poll, read.
 *
 * @param analyses by position, in order
 * @param members by position, in order
 * @param unreadable why not, by position
 */
record Batch(Map<Integer, Analysis> analyses, Map<Integer, StoryMember> members, Map<Integer, String> unreadable) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param stories the topic whose records are members of stories; those of others are analyses */
    static Batch read(List<ConsumerRecord<byte[], byte[]>> inputs, String stories) {
        Map<Integer, Analysis> analyses = new LinkedHashMap<>();
        Map<Integer, StoryMember> members = new LinkedHashMap<>();
        Map<Integer, String> unreadable = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            byte[] value =
                    inputs.get(i).value() == null ? new byte[0] : inputs.get(i).value();
            boolean isMember = inputs.get(i).topic().equals(stories);
            try {
                if (isMember) {
                    members.put(i, JSON.readValue(value, StoryMember.class));
                } else {
                    analyses.put(i, JSON.readValue(value, Analysis.class));
                }
            } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
                unreadable.put(
                        i, "not " + (isMember ? "a member of a story: " : "an analysis: ") + Failures.inWords(e));
            }
        }
        return new Batch(analyses, members, unreadable);
    }

    /** Ids of the pages that were analysed. */
    Set<String> pages() {
        return analyses.values().stream()
                .filter(analysis -> analysis.document() != null)
                .map(analysis -> analysis.document().id())
                .filter(id -> id != null && !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The documents of analyses that were not refused, as far as times of them are known. */
    List<Written> written(List<ConsumerRecord<byte[], byte[]>> inputs, Set<Integer> refused, Instant indexed) {
        List<Written> written = new ArrayList<>();
        analyses.forEach((input, analysis) -> {
            if (!refused.contains(input)) {
                ConsumerRecord<byte[], byte[]> record = inputs.get(input);
                written.add(new Written(
                        analysis.document().capturedAt(),
                        RecordHeaders.published(record),
                        RecordHeaders.analyzed(record),
                        indexed));
            }
        });
        return written;
    }

    /**
     * The writes: the analyses first, so that the rows are there when pages are moved.
     *
     * @param stories the story of each page that is known to have one
     * @param refused gets the position of what turns out to lack something, with the reason
     */
    List<BulkWrite> writes(BatchWriter writer, Map<String, String> stories, Map<Integer, String> refused) {
        List<BulkWrite> writes = new ArrayList<>();
        analyses.forEach((input, analysis) -> {
            try {
                String id = analysis.document().id();
                writes.addAll(writer.writes(input, analysis, stories.getOrDefault(id, id)));
            } catch (NullPointerException | IllegalArgumentException e) {
                refused.put(input, "not an analysis: " + Failures.inWords(e));
            }
        });
        members.forEach((input, member) -> {
            if (member.documentId() == null || member.story() == null) {
                refused.put(input, "not a member of a story: it lacks documentId or story");
            } else {
                writes.addAll(writer.writes(input, member));
            }
        });
        return writes;
    }
}
