package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.review.Correction;

/** What reviewers put right on a statement, which is searched and counted by it, beside what the machine found. */
final class PutRight {

    private PutRight() {}

    /** The speaker's name, where it is another than was found; null otherwise. */
    static @Nullable String speaker(StatementRecord statement) {
        String right = statement.standing().agreed().speaker();
        var found = statement.speaker();
        return right == null || (found != null && right.equals(found.name())) ? null : right;
    }

    /** {@code speaker Orlan Tesk (found: Aldric Venmoor); category Veiled threat (found: none)}; empty when nothing was. */
    static String inWords(StatementRecord statement) {
        Correction correction = statement.standing().agreed();
        List<String> told = new ArrayList<>();
        var speaker = statement.speaker();
        tell(told, "speaker", correction.speaker(), speaker == null ? null : speaker.name());
        tell(
                told,
                "group",
                correction.target(),
                found(statement.flags().stream()
                        .map(flag -> flag.target() == null ? "" : flag.target().group())
                        .filter(group -> !group.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", "))));
        String category = correction.category();
        tell(
                told,
                "category",
                category == null
                        ? null
                        : Category.find(category).map(CategoryNames::fullName).orElse(category),
                found(statement.flags().stream()
                        .map(flag -> CategoryNames.fullName(flag.category()))
                        .distinct()
                        .collect(Collectors.joining(", "))));
        return String.join("; ", told);
    }

    private static @Nullable String found(String joined) {
        return joined.isEmpty() ? null : joined;
    }

    private static void tell(List<String> told, String what, @Nullable String right, @Nullable String found) {
        if (right != null && !right.equals(found)) {
            told.add(what + ' ' + right + " (found: " + Objects.requireNonNullElse(found, "none") + ')');
        }
    }
}
