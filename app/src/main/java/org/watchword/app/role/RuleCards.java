package org.watchword.app.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.guard.Guard;
import org.watchword.analyze.pattern.Pattern;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleExample;
import org.watchword.analyze.rule.RulePack;
import org.watchword.analyze.rule.RuleSet;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.desk.rule.GroupNames;
import org.watchword.desk.rule.RuleCard;
import org.watchword.desk.rule.RuleSource;
import org.watchword.model.ConfigException;

/** The rules of the configured folder, read when somebody first asks and again when a file has changed. */
final class RuleCards implements RuleSource {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCards.class);

    private record Read(FileTime newest, List<RuleCard> cards) {}

    private final AnalyzeConfig config;
    private final GroupNames groups;
    private @Nullable Read read;

    RuleCards(AnalyzeConfig config) {
        this.config = config;
        this.groups = new LexiconGroupNames(config.lexiconsFolders());
    }

    @Override
    public GroupNames groups() {
        return groups;
    }

    @Override
    public synchronized List<RuleCard> rules() {
        try {
            FileTime newest = newest(config.rulesFolder());
            Read known = read;
            if (known == null || !known.newest().equals(newest)) {
                known = new Read(newest, cards());
                read = known;
            }
            return known.cards();
        } catch (IOException | ConfigException e) {
            LOG.warn("the desk cannot read the rules: {}", e.getMessage());
            Read known = read;
            return known == null ? List.of() : known.cards();
        }
    }

    private List<RuleCard> cards() {
        return RuleSet.load(config.rulesFolder(), config.lexiconsFolders()).packs().packs().stream()
                .flatMap(pack -> pack.rules().stream().map(rule -> card(pack, rule)))
                .toList();
    }

    private static FileTime newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(folder + ": no such rules folder");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> FileTime.fromMillis(file.toFile().lastModified()))
                    .max(Comparator.naturalOrder())
                    .orElse(FileTime.fromMillis(0));
        }
    }

    private static RuleCard card(RulePack pack, Rule rule) {
        return new RuleCard(
                rule.id(),
                pack.id(),
                pack.language(),
                rule.category(),
                rule.severity(),
                rule.status().id(),
                rule.description(),
                rule.author(),
                rule.date(),
                rule.references(),
                rule.patterns().stream().map(Pattern::source).toList(),
                rule.guards().stream().map(Guard::name).toList(),
                examples(rule, RuleExample.Expect.MATCH),
                examples(rule, RuleExample.Expect.CONTEXT),
                examples(rule, RuleExample.Expect.NO_MATCH),
                rule.falsePositives());
    }

    private static List<RuleCard.Example> examples(Rule rule, RuleExample.Expect expect) {
        return rule.examples().stream()
                .filter(example -> example.expect() == expect)
                .map(example -> new RuleCard.Example(example.text(), example.span()))
                .toList();
    }
}
