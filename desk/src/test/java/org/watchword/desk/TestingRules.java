package org.watchword.desk;

import java.util.List;
import org.watchword.desk.copy.ArchivedCopy;
import org.watchword.desk.copy.CopySource;
import org.watchword.desk.rule.GroupNames;
import org.watchword.desk.rule.RuleCard;
import org.watchword.desk.rule.RuleSource;
import org.watchword.model.Category;
import org.watchword.model.Severity;
import org.watchword.model.Span;

/** The rule by which {@link TestingPage} flags vermin, and an archive that has every page. */
final class TestingRules {

    static final String ID = "en.dehumanization.vermin.likeness";

    private static final RuleCard VERMIN = new RuleCard(
            ID,
            "en/dehumanization-vermin@1f3a9c20",
            "en",
            Category.DEHUMANIZATION_VERMIN,
            Severity.HIGH,
            "stable",
            "A group is said to be vermin.",
            "Watchword",
            "2031-01-01",
            List.of("Dangerous Speech: A Practical Guide, hallmark 1"),
            List.of("<g> <is> <a> @vermin <script>"),
            List.of("negation", "condemnation"),
            List.of(new RuleCard.Example("The Velmaris are rats.", new Span(0, 21))),
            List.of(new RuleCard.Example("The Velmaris are not rats.", new Span(0, 26))),
            List.of(new RuleCard.Example("Rats are animals.", new Span(0, 17))),
            List.of("a team named after an animal"));

    static final RuleSource ONE = new RuleSource() {

        @Override
        public List<RuleCard> rules() {
            return List.of(VERMIN);
        }

        @Override
        public GroupNames groups() {
            return TestingGroups.NAMES;
        }
    };

    static final CopySource COPIES = ref -> new ArchivedCopy.Found("<p>The page as it was.</p>", 1_234);

    private TestingRules() {}
}
