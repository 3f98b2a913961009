package org.watchword.desk.page;

import java.util.List;
import java.util.Map;
import org.watchword.desk.status.StageSummary;
import org.watchword.model.StageCounts;

/**
 * The page of the line's state.
 *
 * @param stages in the order of the line
 * @param indexUp whether the index answers
 * @param rebuilding whether another generation of it is being filled
 */
public record StatusView(List<StageSummary> stages, boolean indexUp, boolean rebuilding) {

    public boolean addsUp() {
        return stages.stream().allMatch(StageSummary::addsUp);
    }

    /** {@code refused:robots 12, refused:too-large 1}: endings with a reason, of one scope. */
    public static String reasons(StageCounts counts) {
        return String.join(
                ", ",
                counts.out().entrySet().stream()
                        .filter(entry -> entry.getKey().indexOf(':') >= 0 && entry.getValue() > 0)
                        .map(StatusView::line)
                        .toList());
    }

    private static String line(Map.Entry<String, Long> entry) {
        return entry.getKey().replace(":", ": ") + " " + Labels.number(entry.getValue());
    }
}
