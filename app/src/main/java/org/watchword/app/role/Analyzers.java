package org.watchword.app.role;

import java.nio.file.Path;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.StepListener;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.opinion.OpinionModel;
import org.watchword.analyze.opinion.SecondOpinion;
import org.watchword.analyze.quote.QuoteFinders;
import org.watchword.analyze.rule.Flagger;
import org.watchword.analyze.rule.LiveRules;
import org.watchword.analyze.rule.RuleCheck;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.rule.RuleReload;
import org.watchword.analyze.rule.RuleSet;
import org.watchword.app.config.AnalyzeConfig;

/**
 * Everything analysis needs, loaded once and shared by all threads.
 *
 * @param annotators make one annotator for each thread
 * @param quotes finds quotes
 * @param live the rules in use with their lexicons
 * @param flagger the rules in use, with a second opinion where that is asked for
 * @param aliases spellings that mean one name
 */
public record Analyzers(
        AnnotatorFactory annotators, QuoteFinders quotes, LiveRules live, Flagger flagger, Aliases aliases) {

    /**
     * Loads languages, lexicons and rules. A rule that cannot be used is named in the log; the others work.
     *
     * @throws org.watchword.model.ConfigException when a folder, a lexicon or a language file cannot be used
     */
    public static Analyzers load(AnalyzeConfig config, NlpModels models) {
        return of(config, models, RuleSet.load(config.rulesFolder(), config.lexiconsFolders()));
    }

    /** The same with the invented peoples of the rules' examples, for trying rules out. */
    public static Analyzers withExampleGroups(AnalyzeConfig config, NlpModels models) {
        RuleSet rules = RuleSet.load(config.rulesFolder(), config.lexiconsFolders());
        return of(config, models, rules.with(RuleCheck.withExampleGroups(config.rulesFolder(), rules.lexicons())));
    }

    private static Analyzers of(AnalyzeConfig config, NlpModels models, RuleSet rules) {
        Path languages = config.languagesFolder();
        LiveRules live = new LiveRules(rules);
        return new Analyzers(
                new AnnotatorFactory(models, NameFinder.load(languages)),
                QuoteFinders.load(languages),
                live,
                config.secondOpinion()
                        ? new SecondOpinion(live, OpinionModel.load(OpinionModel.ENGLISH), () -> live.rules()
                                .lexicons())
                        : live,
                Aliases.load(languages));
    }

    /** Groups and word lists. */
    public Lexicons lexicons() {
        return live.rules().lexicons();
    }

    /** The rules, and what was wrong with those that were refused. */
    public RulePacks packs() {
        return live.rules().packs();
    }

    /** Runs the rules that are in use at this moment. */
    public RuleEngine engine() {
        return live.rules().engine();
    }

    /** Takes up the rules of the configured folders anew. */
    public RuleReload reload(AnalyzeConfig config) {
        return new RuleReload(live, config.rulesFolder(), config.lexiconsFolders(), annotators::create);
    }

    /** As the other, with nobody to be told. */
    public DocumentAnalyzerFactory factory() {
        return factory(StepListener.NONE);
    }

    /** Makes one analyzer for each thread; they go by the rules in use when a document comes. */
    public DocumentAnalyzerFactory factory(StepListener listener) {
        return new DocumentAnalyzerFactory() {
            @Override
            public DocumentAnalyzer create() {
                return new DocumentAnalyzer(annotators.create(), quotes, flagger, aliases, listener);
            }

            @Override
            public String rules() {
                return live.name();
            }
        };
    }
}
