package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.watchword.analyze.guard.Guard;
import org.watchword.analyze.pattern.Pattern;

/**
 * How one set of rules differs from another.
 *
 * @param added ids of new rules
 * @param changed ids of rules that say something else
 * @param removed ids of rules that are gone
 * @param packs {@code en/threat: 1f3a… to 77b0…} for each pack with another version, which a word list changes as well
 */
public record RuleDiff(List<String> added, List<String> changed, List<String> removed, List<String> packs) {

    public RuleDiff {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        packs = List.copyOf(packs);
    }

    static RuleDiff between(RulePacks before, RulePacks after) {
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        now.forEach((id, text) -> {
            if (!old.containsKey(id)) {
                added.add(id);
            } else if (!text.equals(old.get(id))) {
                changed.add(id);
            }
        });
        List<String> removed =
                old.keySet().stream().filter(id -> !now.containsKey(id)).toList();
        return new RuleDiff(added, changed, removed, versions(before, after));
    }

    boolean nothing() {
        return packs.isEmpty();
    }

    private static Map<String, String> texts(RulePacks packs) {
        Map<String, String> texts = new LinkedHashMap<>();
        packs.packs().forEach(pack -> pack.rules().forEach(rule -> texts.put(rule.id(), text(rule))));
        return texts;
    }

    /** All that can change what a rule does or how it is shown. */
    private static String text(Rule rule) {
        return String.join(
                "\n",
                rule.category().id(),
                rule.severity().name(),
                rule.status().id(),
                rule.description(),
                rule.author(),
                rule.date(),
                rule.references().toString(),
                sources(rule.patterns()),
                rule.guards().stream().map(Guard::name).toList().toString(),
                rule.examples().toString(),
                rule.falsePositives().toString(),
                rule.namesGroup(),
                rule.about().id(),
                sources(rule.passage().with()),
                sources(rule.passage().without()));
    }

    private static String sources(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::source).toList().toString();
    }

    private static List<String> versions(RulePacks before, RulePacks after) {
        Map<String, String> old = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        before.packs().forEach(pack -> old.put(pack.name(), pack.version()));
        after.packs().forEach(pack -> now.put(pack.name(), pack.version()));
        List<String> lines = new ArrayList<>();
        now.forEach((name, version) -> {
            if (!Objects.equals(old.get(name), version)) {
                lines.add(name + ": " + old.getOrDefault(name, "new") + " to " + version);
            }
        });
        old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> lines.add(name + ": gone"));
        return lines;
    }

    @Override
    public String toString() {
        return added.size() + " rules added " + added + ", " + changed.size() + " changed " + changed + ", "
                + removed.size() + " removed " + removed + "; packs " + packs;
    }
}
