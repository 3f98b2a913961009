package org.watchword.analyze.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.pattern.PatternParser;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.ConfigException;
import org.watchword.model.ContentHash;

/**
 * The packs of a rules folder, {@code <language>/<name>.yaml}, with what was refused. Immutable.
 *
 * <p>The file {@code phrases.yaml} of a language names parts that its patterns share as {@code <name>}.
 *
 * @param packs sorted by name
 * @param problems rules and files that were refused, in words for their author
 */
public record RulePacks(List<RulePack> packs, List<RuleProblem> problems) {

    private static final Logger LOG = LoggerFactory.getLogger(RulePacks.class);
    private static final String PHRASES = "phrases.yaml";
    private static final int VERSION_DIGITS = 12;

    public RulePacks {
        packs = List.copyOf(packs);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all packs; a broken rule is refused and named in {@link #problems}.
     *
     * @throws ConfigException when the folder does not exist
     * @throws UncheckedIOException when it cannot be read
     */
    public static RulePacks load(Path folder, Lexicons lexicons) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(folder + ": no such rules folder");
        }
        List<RulePack> packs = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path language : children(folder)) {
            if (Files.isDirectory(language)) {
                load(language, lexicons, packs, problems, ids);
            }
        }
        problems.forEach(problem -> LOG.warn("rule refused: {}", problem.message()));
        LOG.info(
                "loaded {} rules in {} packs, refused {}",
                packs.stream().mapToInt(pack -> pack.rules().size()).sum(),
                packs.size(),
                problems.size());
        return new RulePacks(packs, problems);
    }

    /**
     * Reads one pack that is not in the folder yet; it takes the place of a pack of the same name.
     *
     * @param folder the rules folder, for the phrases of the language
     * @param name of the pack, without the language
     */
    public static RulePacks read(Path folder, String language, String name, String yaml, Lexicons lexicons) {
        List<RuleProblem> problems = new ArrayList<>();
        PatternParser parser = new PatternParser(language, lexicons, phrases(folder.resolve(language)));
        List<Rule> rules = RulePackFile.read(name + ".yaml", yaml, parser, problems);
        return new RulePacks(
                List.of(new RulePack(language + '/' + name, version(yaml, "", lexicons), language, rules)), problems);
    }

    private static String version(String yaml, String phrases, Lexicons lexicons) {
        return ContentHash.sha256Hex(yaml + '\n' + phrases + '\n' + lexicons.digest())
                .substring(0, VERSION_DIGITS);
    }

    private static void load(
            Path folder, Lexicons lexicons, List<RulePack> packs, List<RuleProblem> problems, Set<String> ids) {
        String language = String.valueOf(folder.getFileName());
        Path phrasesFile = folder.resolve(PHRASES);
        String phrases = Files.exists(phrasesFile) ? text(phrasesFile) : "";
        PatternParser parser;
        try {
            parser = new PatternParser(language, lexicons, phrases(phrasesFile, phrases));
        } catch (ConfigException e) {
            problems.add(new RuleProblem("", String.valueOf(e.getMessage())));
            return;
        }
        for (Path file : children(folder)) {
            String name = String.valueOf(file.getFileName());
            if (!name.endsWith(".yaml") || name.equals(PHRASES)) {
                continue;
            }
            try {
                String yaml = text(file);
                List<Rule> rules = new ArrayList<>(RulePackFile.read(file.toString(), yaml, parser, problems));
                rules.removeIf(rule -> repeated(rule, file, ids, problems));
                String version = version(yaml, phrases, lexicons);
                packs.add(new RulePack(
                        language + '/' + name.substring(0, name.length() - ".yaml".length()),
                        version,
                        language,
                        rules));
            } catch (ConfigException e) {
                problems.add(new RuleProblem("", String.valueOf(e.getMessage())));
            }
        }
    }

    private static boolean repeated(Rule rule, Path file, Set<String> ids, List<RuleProblem> problems) {
        if (ids.add(rule.id())) {
            return false;
        }
        problems.add(new RuleProblem(rule.id(), file + ": rule id '" + rule.id() + "' is taken by another rule"));
        return true;
    }

    /**
     * The phrases of a language.
     *
     * @param folder of the language; without a file of phrases there are none
     */
    public static Map<String, String> phrases(Path folder) {
        Path file = folder.resolve(PHRASES);
        return Files.exists(file) ? phrases(file, text(file)) : Map.of();
    }

    private static Map<String, String> phrases(Path file, String yaml) {
        Map<String, String> phrases = new HashMap<>();
        if (!yaml.isEmpty()) {
            YamlNode.read(file.toString(), yaml).map(Set.of()).forEach((name, node) -> phrases.put(name, node.text()));
        }
        return phrases;
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, 0, "cannot be read as UTF-8 text", e);
        }
    }
}
