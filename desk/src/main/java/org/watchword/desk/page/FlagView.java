package org.watchword.desk.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.rule.RuleCard;
import org.watchword.desk.rule.RuleSource;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Opinion;
import org.watchword.model.Span;
import org.watchword.model.Target;

/**
 * A flag explained.
 *
 * @param flag what was found
 * @param name the category's
 * @param words the words it is about, as they stand; empty when they lie outside the statement
 * @param href the search for statements like it
 * @param voice whose words they are
 * @param tried names of the guards that its rule has; empty when this desk does not know the rule
 * @param group name of the group it is about; empty when it is about none
 */
public record FlagView(
        Flag flag, String name, String words, String href, String voice, List<String> tried, String group) {

    static FlagView of(Flag flag, StatementRecord statement, RuleSource rules) {
        Optional<RuleCard> rule = rules.rule(flag.rule());
        Target target = flag.target();
        Span whole = new Span(0, statement.text().length());
        int start = flag.start() - statement.start();
        int end = flag.end() - statement.start();
        String words = start >= 0 && start < end && whole.contains(new Span(start, end))
                ? statement.text().substring(start, end)
                : "";
        return new FlagView(
                flag,
                CategoryNames.fullName(flag.category()),
                words,
                "/?category=" + Paths.segment(flag.category().id()),
                VoiceName.of(statement),
                rule.map(RuleCard::guards).orElse(List.of()),
                target == null ? "" : rules.groups().of(target.group()));
    }

    public String ruleHref() {
        return Paths.rule(flag.rule());
    }

    /** Which guards looked at the words, and that none of the others had a reason to lower the flag. */
    public String guardLine() {
        if (tried.isEmpty()) {
            return guards().isEmpty() ? "No guard fired." : "";
        }
        List<String> quiet = tried.stream()
                .filter(name -> guards().stream().noneMatch(note -> note.guard().equals(name)))
                .toList();
        String names = String.join(", ", quiet);
        if (guards().isEmpty()) {
            return "Guards tried, none of which fired: " + names + '.';
        }
        return quiet.isEmpty() ? "" : "Also tried, without a reason found: " + names + '.';
    }

    public boolean flagged() {
        return flag.status() == FlagStatus.FLAGGED;
    }

    /** Whether no rule saw it, and a model proposes it for review. */
    public boolean candidate() {
        return flag.status() == FlagStatus.CANDIDATE;
    }

    public String label() {
        return Labels.status(flag.status());
    }

    /** What a model thinks of it, in a sentence; empty where none was asked. */
    public String opinion() {
        Opinion opinion = flag.opinion();
        if (opinion == null) {
            return "";
        }
        return Math.round(opinion.score() * 100) + " % by " + opinion.model()
                + (opinion.doubts() ? ", which finds this implausible: please look twice" : "");
    }

    /** What the statement does or, in context, what its words alone would do. */
    public String phrase() {
        return flag.category().phrase();
    }

    public String severity() {
        return flag.severity().name().toLowerCase(Locale.ROOT);
    }

    /** How far to trust it, as a whole percentage. */
    public String score() {
        return Math.round(flag.score() * 100) + " %";
    }

    public List<GuardNote> guards() {
        return flag.guards();
    }
}
