package org.watchword.analyze.rule;

import java.util.List;

/**
 * The rules of one file.
 *
 * @param name folder and file name without the ending, for example {@code en/dehumanization}
 * @param version first 12 hex digits of the SHA-256 of all that can change its flags: the file, the phrases, and every lexicon loaded, which
 *     holds its word lists, the cue words of the guards and the groups
 * @param language BCP 47 tag
 * @param rules in the order of the file
 */
public record RulePack(String name, String version, String language, List<Rule> rules) {

    public RulePack {
        rules = List.copyOf(rules);
    }

    /** As flags carry it: {@code en/dehumanization@1f3a…}. */
    public String id() {
        return name + '@' + version;
    }
}
