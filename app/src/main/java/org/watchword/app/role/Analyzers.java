package org.watchword.app.role;

import java.nio.file.Path;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.quote.QuoteFinders;
import org.watchword.analyze.rule.RuleCheck;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.app.config.AnalyzeConfig;

/**
 * Everything analysis needs, loaded once and shared by all threads.
 *
 * @param annotators make one annotator for each thread
 * @param quotes finds quotes
 * @param lexicons groups and word lists
 * @param packs the rules, and what was wrong with those that were refused
 * @param engine runs the rules
 * @param aliases spellings that mean one name
 */
public record Analyzers(
        AnnotatorFactory annotators,
        QuoteFinders quotes,
        Lexicons lexicons,
        RulePacks packs,
        RuleEngine engine,
        Aliases aliases) {

    /**
     * Loads languages, lexicons and rules. A rule that cannot be used is named in the log; the others work.
     *
     * @throws org.watchword.model.ConfigException when a folder, a lexicon or a language file cannot be used
     */
    public static Analyzers load(AnalyzeConfig config, NlpModels models) {
        Path languages = config.languagesFolder();
        Lexicons lexicons = Lexicons.load(config.lexiconsFolders());
        RulePacks packs = RulePacks.load(config.rulesFolder(), lexicons);
        AnnotatorFactory annotators = new AnnotatorFactory(models, NameFinder.load(languages));
        return new Analyzers(
                annotators,
                QuoteFinders.load(languages),
                lexicons,
                packs,
                new RuleEngine(packs, lexicons),
                Aliases.load(languages));
    }

    /** The same with the invented peoples of the rules' examples, for trying rules out. */
    public static Analyzers withExampleGroups(AnalyzeConfig config, NlpModels models) {
        Analyzers loaded = load(config, models);
        Lexicons lexicons = RuleCheck.withExampleGroups(config.rulesFolder(), loaded.lexicons);
        return new Analyzers(
                loaded.annotators,
                loaded.quotes,
                lexicons,
                loaded.packs,
                new RuleEngine(loaded.packs, lexicons),
                loaded.aliases);
    }

    /** Makes one analyzer for each thread. */
    public DocumentAnalyzerFactory factory() {
        return () -> new DocumentAnalyzer(annotators.create(), quotes, engine, aliases);
    }
}
