package org.watchword.analyze.rule;

import java.nio.file.Path;
import java.util.List;
import org.watchword.analyze.lexicon.Lexicons;

/**
 * Rules with the lexicons they were compiled with: what is in use as a whole, and is replaced as a whole. Immutable but for the error
 * counts of the engine.
 *
 * @param lexicons groups and word lists
 * @param packs the rules, and what was wrong with those that were refused
 * @param engine runs the rules
 */
public record RuleSet(Lexicons lexicons, RulePacks packs, RuleEngine engine) {

    /**
     * Loads lexicons and rules.
     *
     * @param rulesFolder packs by language
     * @param lexicons folders and files
     * @throws org.watchword.model.ConfigException when a folder or a lexicon cannot be used
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static RuleSet load(Path rulesFolder, List<Path> lexicons) {
        Lexicons loaded = Lexicons.load(lexicons);
        RulePacks packs = RulePacks.load(rulesFolder, loaded);
        return new RuleSet(loaded, packs, new RuleEngine(packs, loaded));
    }

    /** The same rules over other lexicons. */
    public RuleSet with(Lexicons others) {
        return new RuleSet(others, packs, new RuleEngine(packs, others));
    }
}
