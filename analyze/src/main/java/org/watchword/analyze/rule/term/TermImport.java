package org.watchword.analyze.rule.term;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleCheck;
import org.watchword.analyze.rule.RulePack;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.ConfigException;

/**
 * A rule pack made of a list of terms: every rule in it loads and its examples come out.
 *
 * @param yaml the pack; empty when no term could be used
 * @param taken terms that became rules
 * @param problems lines that did not, in order
 */
public record TermImport(String yaml, int taken, List<TermProblem> problems) {

    /** How every pack made here begins. */
    public static final String FIRST_LINE = "# Made by 'watchword rules import': change the list, not this file.";

    public TermImport {
        problems = List.copyOf(problems);
    }

    /**
     * Makes the pack.
     *
     * @param file the list's name
     * @param csv its text
     * @param pack name of the pack to be, which begins the ids of its rules
     * @param rulesFolder where the other packs, the phrases and the invented groups of examples are
     * @throws ConfigException when the list has no usable head line, or the language has no invented group to make examples of
     */
    public static TermImport of(
            String file,
            String csv,
            String pack,
            TermDefaults defaults,
            Path rulesFolder,
            Lexicons lexicons,
            Annotator annotator) {
        String language = defaults.language();
        Lexicons withExamples = RuleCheck.withExampleGroups(rulesFolder, lexicons);
        String exampleGroup = exampleGroup(lexicons, withExamples, language);
        Map<String, String> phrases = RulePacks.phrases(rulesFolder.resolve(language));
        Set<String> groups = lexicons.groups().stream().map(Group::id).collect(Collectors.toSet());
        TermList list = TermList.read(file, csv, defaults, groups);
        Map<Integer, TermProblem> problems = new HashMap<>();
        list.problems().forEach(problem -> problems.put(problem.line(), problem));
        Map<String, Integer> lines = new HashMap<>();
        Map<String, String> rules = new HashMap<>();
        List<String> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Term term : list.terms()) {
            if (!seen.add(term.category().id() + ' ' + term.words())) {
                problems.put(
                        term.line(),
                        new TermProblem(term.line(), "“" + term.words() + "” stands in this list already"));
                continue;
            }
            String id = id(pack, term, lines.keySet());
            lines.put(id, term.line());
            order.add(id);
            rules.put(id, new TermRule(term, language, phrases.keySet(), exampleGroup, annotator).yaml(id));
        }
        String head = FIRST_LINE + "\nlanguage: " + language + "\nrules:\n";
        String all = head + order.stream().map(rules::get).collect(Collectors.joining());
        RulePacks made = order.isEmpty()
                ? new RulePacks(List.of(), List.of())
                : RulePacks.read(rulesFolder, language, pack, all, withExamples);
        made.problems().forEach(problem -> refuse(problem.rule(), problem.message(), lines, problems));
        RuleCheck.run(rulesFolder, made, withExamples, annotator).stream()
                .filter(row -> !row.ok())
                .forEach(row -> refuse(
                        row.rule(), "its own example fails: " + row.failures().get(0), lines, problems));
        Set<String> sound = made.packs().stream()
                .map(RulePack::rules)
                .flatMap(List::stream)
                .map(Rule::id)
                .filter(id -> !problems.containsKey(lines.getOrDefault(id, 0)))
                .collect(Collectors.toSet());
        String yaml = sound.isEmpty()
                ? ""
                : head + order.stream().filter(sound::contains).map(rules::get).collect(Collectors.joining());
        List<TermProblem> sorted = problems.values().stream()
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
        return new TermImport(yaml, sound.size(), sorted);
    }

    private static void refuse(
            String rule, String message, Map<String, Integer> lines, Map<Integer, TermProblem> problems) {
        int line = lines.getOrDefault(rule, 0);
        problems.putIfAbsent(line, new TermProblem(line, message));
    }

    private static String id(String pack, Term term, Set<String> taken) {
        String slug = TermRule.slug(term.words());
        String id = pack + '-' + (slug.isEmpty() ? "line-" + term.line() : slug);
        String free = id;
        for (int k = 2; taken.contains(free); k++) {
            free = id + '-' + k;
        }
        return free;
    }

    /** The plural of an invented group that the lexicons of the field do not have. */
    private static String exampleGroup(Lexicons lexicons, Lexicons withExamples, String language) {
        Set<Group> real = new HashSet<>(lexicons.groups());
        return withExamples.groups(language).stream()
                .filter(group -> !real.contains(group) && !group.plural().isEmpty())
                .map(group -> group.plural().get(0))
                .findFirst()
                .orElseThrow(
                        () -> new ConfigException(
                                "no invented group for language '" + language
                                        + "' to make examples of: expected one with a plural in a file example-groups*.yaml of the rules folder"));
    }
}
