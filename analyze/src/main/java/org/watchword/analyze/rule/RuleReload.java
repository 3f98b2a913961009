package org.watchword.analyze.rule;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.ConfigException;

/**
 * Reads rules and lexicons anew and takes them up if they are sound.
 *
 * <p>They replace those in use as a whole or not at all, so that a version always names one state of the files. They are sound when every
 * file can be read, no rule is refused that was not refused before in the same words, and no example fails that came out before. Rules
 * of which nothing changed keep their right to fail as they did: an old fault does not keep new rules out.
 */
public final class RuleReload {

    private static final Logger LOG = LoggerFactory.getLogger(RuleReload.class);

    private final LiveRules live;
    private final Path rulesFolder;
    private final List<Path> lexicons;
    private final Supplier<Annotator> annotators;

    /** @param annotators make the annotator that examples are run with, in the thread that reloads */
    public RuleReload(LiveRules live, Path rulesFolder, List<Path> lexicons, Supplier<Annotator> annotators) {
        this.live = live;
        this.rulesFolder = rulesFolder;
        this.lexicons = List.copyOf(lexicons);
        this.annotators = annotators;
    }

    /** The folders and files that rules come from. */
    List<Path> places() {
        List<Path> places = new ArrayList<>(lexicons);
        places.add(rulesFolder);
        return places;
    }

    /** Whether other rules are in use afterwards. What was done, or why nothing was, is in the log. */
    public boolean run() {
        RuleSet before = live.rules();
        try {
            RuleSet after = RuleSet.load(rulesFolder, lexicons);
            RuleDiff diff = RuleDiff.between(before.packs(), after.packs());
            List<String> faults = faults(before, after, diff);
            if (!faults.isEmpty()) {
                refused(faults);
                return false;
            }
            boolean news = !diff.nothing()
                    || !before.packs().problems().equals(after.packs().problems());
            if (news) {
                live.replace(after);
                LOG.info("rules reloaded: {}", diff);
            }
            return news;
        } catch (ConfigException | UncheckedIOException e) {
            refused(List.of(String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static void refused(List<String> faults) {
        LOG.error(
                "rules not reloaded, those in use stay, because of {} faults:\n  {}",
                faults.size(),
                String.join("\n  ", faults));
    }

    private List<String> faults(RuleSet before, RuleSet after, RuleDiff diff) {
        Set<RuleProblem> known = new HashSet<>(before.packs().problems());
        List<String> faults = after.packs().problems().stream()
                .filter(problem -> !known.contains(problem))
                .map(RuleProblem::message)
                .collect(Collectors.toCollection(ArrayList::new));
        if (faults.isEmpty() && !diff.nothing()) {
            faults.addAll(failures(before, after, diff));
        }
        return faults;
    }

    /** Examples that fail and did not before, each with its rule. */
    private List<String> failures(RuleSet before, RuleSet after, RuleDiff diff) {
        Set<String> touched = new HashSet<>(diff.added());
        touched.addAll(diff.changed());
        boolean sameWords = before.lexicons().digest().equals(after.lexicons().digest());
        Annotator annotator = annotators.get();
        List<RuleCheck.Row> failing = check(after, annotator, sameWords ? touched : null);
        if (failing.isEmpty()) {
            return List.of();
        }
        Set<String> suspects = failing.stream().map(RuleCheck.Row::rule).collect(Collectors.toSet());
        suspects.removeAll(touched);
        Set<String> failedBefore = new HashSet<>(lines(check(before, annotator, suspects)));
        return lines(failing).stream()
                .filter(line -> !failedBefore.contains(line))
                .toList();
    }

    /** @param rules their ids; null for all */
    private List<RuleCheck.Row> check(RuleSet set, Annotator annotator, @Nullable Set<String> rules) {
        List<RulePack> packs = set.packs().packs().stream()
                .map(pack -> new RulePack(
                        pack.name(),
                        pack.version(),
                        pack.language(),
                        pack.rules().stream()
                                .filter(rule -> rules == null || rules.contains(rule.id()))
                                .toList()))
                .toList();
        return RuleCheck.run(rulesFolder, new RulePacks(packs, List.of()), set.lexicons(), annotator).stream()
                .filter(row -> !row.ok())
                .toList();
    }

    private static List<String> lines(List<RuleCheck.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.failures().stream().map(failure -> row.rule() + ": " + failure))
                .toList();
    }
}
