package org.watchword.desk.review;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.BadParameterException;
import org.watchword.model.Category;
import org.watchword.model.review.Correction;
import org.watchword.model.review.RabatFactor;
import org.watchword.model.review.Verdict;

/**
 * A decision as a form or a call of the API brings it.
 *
 * @param verdict what is decided
 * @param flag {@link org.watchword.model.review.JudgedFlag#key()} of the one flag it is about; null for the statement
 * @param reason why; empty for none
 * @param note anything else; empty for none
 * @param correction what is put right
 * @param worksheet notes under the parts of the Rabat test
 * @param adjudicate whether it settles what reviewers differ about
 * @param basedOn id of the newest decision on the page the form was on; null when there was none
 */
public record ReviewForm(
        Verdict verdict,
        @Nullable String flag,
        String reason,
        String note,
        Correction correction,
        Map<RabatFactor, String> worksheet,
        boolean adjudicate,
        @Nullable String basedOn) {

    /** Longest reason, and longest name in a correction, in UTF-16 units. */
    public static final int MAX_LINE = 1_000;

    /** Longest note, and longest part of the worksheet, in UTF-16 units. */
    public static final int MAX_NOTE = 20_000;

    private static final String WORKSHEET = "worksheet-";

    public ReviewForm {
        worksheet = Map.copyOf(worksheet);
    }

    /** @throws BadParameterException when a field is missing, too long or has no such value */
    public static ReviewForm parse(Map<String, List<String>> fields) {
        String verdict = line(fields, "verdict");
        Verdict decided = Verdict.find(verdict)
                .orElseThrow(() -> new BadParameterException("'verdict' must be one of "
                        + String.join(", ", Verdict.ids()) + (verdict.isEmpty() ? "" : ", not '" + verdict + "'")));
        String reason = line(fields, "reason");
        if (decided == Verdict.REJECT && reason.isEmpty()) {
            throw new BadParameterException("To reject needs a reason: say in a few words why the flag is wrong");
        }
        EnumMap<RabatFactor, String> worksheet = new EnumMap<>(RabatFactor.class);
        for (RabatFactor factor : RabatFactor.values()) {
            String text = text(fields, WORKSHEET + factor.id(), MAX_NOTE);
            if (!text.isEmpty()) {
                worksheet.put(factor, text);
            }
        }
        return new ReviewForm(
                decided,
                orNull(line(fields, "flag")),
                reason,
                text(fields, "note", MAX_NOTE),
                new Correction(
                        orNull(line(fields, "speaker")),
                        orNull(line(fields, "target")),
                        category(line(fields, "category"))),
                worksheet,
                line(fields, "adjudicate").equals("true"),
                orNull(line(fields, "basedOn")));
    }

    /** The same, by somebody who has seen that decision too. */
    public ReviewForm seen(@Nullable String latest) {
        return new ReviewForm(verdict, flag, reason, note, correction, worksheet, adjudicate, latest);
    }

    /** The fields that bring it again, without those that are empty. */
    public Map<String, String> fields() {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        fields.put("verdict", verdict.id());
        put(fields, "flag", flag);
        put(fields, "reason", reason);
        put(fields, "note", note);
        put(fields, "speaker", correction.speaker());
        put(fields, "target", correction.target());
        put(fields, "category", correction.category());
        worksheet.forEach((factor, text) -> put(fields, WORKSHEET + factor.id(), text));
        put(fields, "adjudicate", adjudicate ? "true" : "");
        put(fields, "basedOn", basedOn);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static @Nullable String category(String id) {
        if (id.isEmpty()) {
            return null;
        }
        return Category.find(id)
                .orElseThrow(() -> new BadParameterException("'category' has no value '" + id + "'; known: "
                        + Arrays.stream(Category.values()).map(Category::id).collect(Collectors.joining(", "))))
                .id();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String line(Map<String, List<String>> fields, String name) {
        return text(fields, name, MAX_LINE).replaceAll("\\s+", " ");
    }

    private static String text(Map<String, List<String>> fields, String name, int longest) {
        List<String> given = fields.getOrDefault(name, List.of());
        String value = given.isEmpty()
                ? ""
                : given.get(given.size() - 1).replace("\r\n", "\n").strip();
        if (value.length() > longest) {
            throw new BadParameterException(
                    "'" + name + "' is limited to " + longest + " characters; this one has " + value.length());
        }
        return value;
    }
}
