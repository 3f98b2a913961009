package org.watchword.bench.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Severity;

class FlagReportTest {

    private final FlagReport report = new FlagReport();

    @Test
    void a_flag_of_another_category_counts_as_flagged_and_not_as_right() {
        add(true, "purity", flag(Category.PURITY, FlagStatus.FLAGGED));
        add(true, "purity", flag(Category.LOYALTY, FlagStatus.FLAGGED));
        add(true, "purity", flag(Category.PURITY, FlagStatus.CONTEXT));
        add(true, "purity");
        assertThat(cells("purity")).containsExactly("purity", "4", "1", "2", "1", "0", "1");
        assertThat(lines()).anyMatch(line -> line.startsWith("flagged in their category 1/4 = 0.250"));
    }

    @Test
    void a_look_alike_that_is_lowered_is_no_false_alarm() {
        add(false, "G1", flag(Category.PURITY, FlagStatus.CONTEXT));
        add(false, "G1", flag(Category.PURITY, FlagStatus.FLAGGED), flag(Category.LOYALTY, FlagStatus.CONTEXT));
        add(false, "G1", flag(Category.PURITY, FlagStatus.CANDIDATE));
        add(false, "purity");
        assertThat(cells("G1")).containsExactly("G1", "3", "1", "1", "1", "0");
        assertThat(lines()).anyMatch(line -> line.startsWith("of those of guards 1/3"));
        assertThat(lines()).anyMatch(line -> line.startsWith("of those of categories 0/1"));
    }

    private List<String> lines() {
        return report.lines().stream()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private List<String> cells(String family) {
        return lines().stream()
                .filter(line -> line.startsWith(family + " "))
                .findFirst()
                .map(line -> Arrays.asList(line.split(" ")))
                .orElse(List.of());
    }

    private void add(boolean dangerous, String family, Flag... flags) {
        report.add(new Outcome(new LabelledSentence("1", dangerous, family, "speech", "text"), List.of(flags)));
    }

    private static Flag flag(Category category, FlagStatus status) {
        List<GuardNote> guards = status != FlagStatus.CONTEXT ? List.of() : List.of(new GuardNote("negation", "not"));
        return new Flag(category, status, "rule", "pack", Severity.HIGH, 0, 4, null, guards, 0.9);
    }
}
