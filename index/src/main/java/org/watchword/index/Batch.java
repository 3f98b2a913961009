package org.watchword.index;

import co.elastic.clients.util.MissingRequiredPropertyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.watchword.model.Analysis;
import org.watchword.model.StoryMember;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of one poll, read.
 *
 * @param analyses by position, in order
 * @param members by position, in order
 * @param reviews by position, in order
 * @param unreadable why not, by position
 */
record Batch(
        Map<Integer, Analysis> analyses,
        Map<Integer, StoryMember> members,
        Map<Integer, Review> reviews,
        Map<Integer, String> unreadable) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a topic carries. */
    enum Kind {
        ANALYSIS("an analysis"),
        MEMBER("a member of a story"),
        REVIEW("a review");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The code of a record that cannot be read as one. */
        String refusal() {
            return switch (this) {
                case ANALYSIS -> "not-an-analysis";
                case MEMBER -> "not-a-member";
                case REVIEW -> "not-a-review";
            };
        }

        /** The stage its records are counted in. */
        String stage() {
            return switch (this) {
                case ANALYSIS -> PartitionCounts.STAGE;
                case MEMBER -> PartitionCounts.STORIES_STAGE;
                case REVIEW -> PartitionCounts.REVIEWS_STAGE;
            };
        }
    }

    /** @param kinds what each topic carries */
    static Batch read(List<ConsumerRecord<byte[], byte[]>> inputs, Function<String, Kind> kinds) {
        Map<Integer, Analysis> analyses = new LinkedHashMap<>();
        Map<Integer, StoryMember> members = new LinkedHashMap<>();
        Map<Integer, Review> reviews = new LinkedHashMap<>();
        Map<Integer, String> unreadable = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            byte[] value =
                    inputs.get(i).value() == null ? new byte[0] : inputs.get(i).value();
            Kind kind = kinds.apply(inputs.get(i).topic());
            try {
                // JSON's null is read as none at all.
                switch (kind) {
                    case ANALYSIS ->
                        analyses.put(i, Objects.requireNonNull(JSON.readValue(value, Analysis.class), "null"));
                    case MEMBER ->
                        members.put(i, Objects.requireNonNull(JSON.readValue(value, StoryMember.class), "null"));
                    case REVIEW -> reviews.put(i, Objects.requireNonNull(JSON.readValue(value, Review.class), "null"));
                }
            } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
                unreadable.put(i, "not " + kind.words + ": " + Failures.inWords(e));
            }
        }
        return new Batch(analyses, members, reviews, unreadable);
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
     * Makes the writes: the analyses first, so that the rows are there when pages are moved.
     *
     * @param stories the story of each page that is known to have one
     * @param reviewed what was decided on words of pages, by {@link Review#subject()}
     * @param refused gets the position of what turns out to lack something, with the reason
     * @param into gets each write as soon as it is made
     */
    void writes(
            BatchWriter writer,
            Map<String, String> stories,
            Map<String, ReviewFold> reviewed,
            Map<Integer, String> refused,
            Consumer<BulkWrite> into) {
        analyses.forEach((input, analysis) -> {
            try {
                String id = analysis.document().id();
                writer.writes(input, analysis, stories.getOrDefault(id, id), reviewed)
                        .forEach(into);
            } catch (NullPointerException | IllegalArgumentException | MissingRequiredPropertyException e) {
                refused.put(input, "not an analysis: " + Failures.inWords(e));
            }
        });
        members.forEach((input, member) -> {
            if (member.documentId() == null || member.story() == null) {
                refused.put(input, "not a member of a story: it lacks documentId or story");
                return;
            }
            try {
                writer.writes(input, member).forEach(into);
            } catch (NullPointerException | IllegalArgumentException | MissingRequiredPropertyException e) {
                refused.put(input, "not a member of a story: " + Failures.inWords(e));
            }
        });
    }
}
