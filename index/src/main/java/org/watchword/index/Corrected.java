package org.watchword.index;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Flag;
import org.watchword.model.Speaker;
import org.watchword.model.review.Correction;
import org.watchword.model.review.ReviewSummary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields by which a statement is searched and counted, with what reviewers put right in the place of what the machine found. That
 * stays in the row beside them: the flags as they were, and under {@value #MACHINE} the speaker. While reviewers differ, nothing
 * is put right.
 */
final class Corrected {

    /** Holds whom the machine took for the speaker, where it was another; absent where nothing was put right. */
    static final String MACHINE = "machine";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Corrected() {}

    /**
     * The fields, those that are as the machine found them too: what was put right may be taken back.
     *
     * @param speaker as the machine found them
     * @param flags likewise
     */
    static ObjectNode fields(@Nullable Speaker speaker, List<Flag> flags, ReviewSummary summary) {
        Correction correction = summary.agreed();
        ObjectNode row = JSON.createObjectNode();
        speaker(row, speaker, correction.speaker());
        List<String> categories = correction.category() != null
                ? List.of(correction.category())
                : flags.stream().map(f -> f.category().id()).distinct().toList();
        add(row.putArray("category"), categories.stream());
        add(row.putArray("family"), categories.stream().map(Corrected::family));
        add(
                row.putArray("target"),
                correction.target() != null
                        ? Stream.of(correction.target())
                        : flags.stream()
                                .map(f -> f.target() == null ? "" : f.target().group())
                                .filter(group -> !group.isEmpty()));
        return row;
    }

    /** Another speaker's office is not known. */
    private static void speaker(ObjectNode row, @Nullable Speaker found, @Nullable String corrected) {
        boolean other = corrected != null && (found == null || !corrected.equals(found.name()));
        row.put("speaker", other ? corrected : found == null ? null : found.name());
        row.put("office", other || found == null ? null : found.office());
        row.put("country", other || found == null ? null : found.country());
        if (!other) {
            row.putNull(MACHINE);
            return;
        }
        ObjectNode machine = row.putObject(MACHINE);
        machine.put("speaker", found == null ? null : found.name());
        machine.put("office", found == null ? null : found.office());
        machine.put("country", found == null ? null : found.country());
    }

    /** The first word of a category's id: {@code threat} of {@code threat.veiled}. */
    static String family(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? category : category.substring(0, dot);
    }

    private static void add(ArrayNode into, Stream<String> values) {
        values.distinct().forEach(into::add);
    }
}
