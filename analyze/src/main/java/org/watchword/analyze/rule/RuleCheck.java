package org.watchword.analyze.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.RuleExample.Expect;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/**
 * Runs every rule's own examples: what {@code watchword rules check} prints.
 *
 * <p>Examples speak of invented peoples, which lexicons of their own name ({@code example-groups*.yaml} in the rules folder); they are
 * loaded here and nowhere else.
 */
public final class RuleCheck {

    private static final String EXAMPLE_GROUPS = "example-groups";

    /**
     * The result of one rule.
     *
     * @param pack name and version
     * @param rule id
     * @param status the rule's status
     * @param passed examples that came out as promised
     * @param failures one line per example that did not, with the reason
     */
    public record Row(String pack, String rule, RuleStatus status, int passed, List<String> failures) {
        public Row {
            failures = List.copyOf(failures);
        }

        public boolean ok() {
            return failures.isEmpty();
        }
    }

    private RuleCheck() {}

    /**
     * Runs the examples of all packs.
     *
     * @param folder the rules folder the packs came from
     * @param annotator used from this thread only
     */
    public static List<Row> run(Path folder, RulePacks packs, Lexicons lexicons, Annotator annotator) {
        return run(packs, withExampleGroups(folder, lexicons), annotator);
    }

    /** The lexicons with the invented peoples of a rules folder's examples. */
    public static Lexicons withExampleGroups(Path folder, Lexicons lexicons) {
        List<Group> invented = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, EXAMPLE_GROUPS + "*.yaml")) {
            files.forEach(file -> invented.addAll(lexicons.groupsIn(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return lexicons.plus(invented);
    }

    static List<Row> run(RulePacks packs, Lexicons lexicons, Annotator annotator) {
        List<Row> rows = new ArrayList<>();
        for (RulePack pack : packs.packs()) {
            for (Rule rule : pack.rules()) {
                rows.add(check(pack, rule, lexicons, annotator));
            }
        }
        return rows;
    }

    private static Row check(RulePack pack, Rule rule, Lexicons lexicons, Annotator annotator) {
        RulePack alone = new RulePack(pack.name(), pack.version(), pack.language(), List.of(rule));
        RuleEngine engine = new RuleEngine(new RulePacks(List.of(alone), List.of()), lexicons);
        List<String> failures = new ArrayList<>();
        for (RuleExample example : rule.examples()) {
            AnnotatedText text = annotator.annotate(example.text(), pack.language());
            String failure = failure(example, engine.flags(text, List.of(), "the speaker"));
            if (!failure.isEmpty()) {
                failures.add(failure);
            }
        }
        return new Row(pack.id(), rule.id(), rule.status(), rule.examples().size() - failures.size(), failures);
    }

    private static String failure(RuleExample example, List<Flag> flags) {
        List<Flag> flagged =
                flags.stream().filter(f -> f.status() == FlagStatus.FLAGGED).toList();
        String shown = "“" + example.text() + "”: ";
        if (example.expect() == Expect.NO_MATCH) {
            return flagged.isEmpty() && flags.isEmpty()
                    ? ""
                    : shown + "expected no match, found " + found(example, flags);
        }
        if (example.expect() == Expect.CONTEXT) {
            boolean context = flagged.isEmpty() && !flags.isEmpty();
            return context ? "" : shown + "expected context, found " + found(example, flags);
        }
        boolean exact = flagged.stream().anyMatch(f -> f.span().equals(example.span()));
        return exact
                ? ""
                : shown + "expected a flag on “" + example.span().in(example.text()) + "”, found "
                        + found(example, flags);
    }

    private static String found(RuleExample example, List<Flag> flags) {
        if (flags.isEmpty()) {
            return "nothing";
        }
        List<String> shown = new ArrayList<>();
        for (Flag flag : flags) {
            String guards = flag.guards().isEmpty() ? "" : ' ' + flag.guards().toString();
            shown.add(flag.status() + " “" + flag.span().in(example.text()) + '”' + guards);
        }
        return String.join("; ", shown);
    }
}
