package org.watchword.desk.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/** What a reader was told of a statement, in words that can be kept and compared: whether it stands, its flags, and whether some were rejected. */
final class Told {

    private static final String GONE = "gone";
    private static final String STANDS = "stands";
    private static final String VANISHED = "vanished";
    private static final String SUPERSEDED = "superseded";
    private static final String REJECTED = " rejected";

    private Told() {}

    /**
     * Such as {@code stands threat.veiled:medium,purity:low}, and {@code rejected} behind it when reviewers took flags back.
     *
     * @param statement null when it is no longer in the index
     * @param counting its flags that count
     */
    static String of(@Nullable StatementRecord statement, List<Flag> counting) {
        if (statement == null) {
            return GONE;
        }
        String standing =
                statement.supersededBy() != null ? SUPERSEDED : statement.vanishedAt() != null ? VANISHED : STANDS;
        long flagged = statement.flags().stream()
                .filter(flag -> flag.status() == FlagStatus.FLAGGED)
                .count();
        return standing
                + ' '
                + counting.stream()
                        .map(flag ->
                                flag.category().id() + ':' + flag.severity().id())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","))
                + (counting.size() < flagged ? REJECTED : "");
    }

    /** What happened between two of them; empty when nothing did. */
    static Optional<Change> change(String before, String now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (now.equals(GONE)) {
            return Optional.of(Change.GONE);
        }
        if (before.equals(GONE)) {
            return Optional.of(Change.RETURNED);
        }
        if (now.endsWith(REJECTED) && !lowered(before, now).isEmpty()) {
            return Optional.of(Change.REJECTED);
        }
        if (before.endsWith(REJECTED)
                && !now.endsWith(REJECTED)
                && !lowered(now, before).isEmpty()) {
            return Optional.of(Change.REINSTATED);
        }
        if (!flags(before).equals(flags(now))) {
            return Optional.of(
                    categories(now).containsAll(categories(before)) ? Change.FLAG_CHANGED : Change.FLAG_LOWERED);
        }
        if (standing(before).equals(standing(now))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (standing(now)) {
                    case VANISHED -> Change.VANISHED;
                    case SUPERSEDED -> Change.SUPERSEDED;
                    default -> Change.RETURNED;
                });
    }

    /** Category ids that counted before and do not now. */
    static List<String> lowered(String before, String now) {
        return categories(before).stream()
                .filter(category -> !categories(now).contains(category))
                .toList();
    }

    private static String standing(String told) {
        return told.substring(0, Math.max(0, told.indexOf(' ')));
    }

    private static List<String> flags(String told) {
        String flags = told.substring(told.indexOf(' ') + 1).replace(REJECTED, "");
        return flags.isEmpty() || told.equals(GONE) ? List.of() : Arrays.asList(flags.split(","));
    }

    private static List<String> categories(String told) {
        return flags(told).stream()
                .map(flag -> flag.substring(0, flag.indexOf(':')))
                .distinct()
                .toList();
    }
}
