package org.watchword.analyze.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.guard.Guard;
import org.watchword.analyze.guard.Guards;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.pattern.Pattern;
import org.watchword.analyze.pattern.PatternException;
import org.watchword.analyze.pattern.PatternParser;
import org.watchword.analyze.rule.RuleExample.Expect;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.Category;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;
import org.watchword.model.Severity;

/** Reads the rules of one file; a broken rule becomes a problem, the rest stay. */
final class RulePackFile {

    private static final Set<String> FILE_KEYS = Set.of("language", "author", "date", "references", "rules");
    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "category",
            "severity",
            "status",
            "description",
            "references",
            "author",
            "date",
            "pattern",
            "patterns",
            "guards",
            "guards-except",
            "examples",
            "falsePositives",
            "names-group",
            "about",
            "with",
            "without",
            "negation");
    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
    private static final Set<String> EXAMPLE_KEYS = Set.of("match", "context", "no-match");
    private static final Map<String, Severity> SEVERITIES =
            Map.of("low", Severity.LOW, "medium", Severity.MEDIUM, "high", Severity.HIGH);
    private static final Map<String, RuleStatus> STATUSES =
            Arrays.stream(RuleStatus.values()).collect(Collectors.toMap(RuleStatus::id, status -> status));
    private static final Map<String, About> PLACES =
            Arrays.stream(About.values()).collect(Collectors.toMap(About::id, place -> place));
    private static final Map<String, Category> CATEGORIES =
            Arrays.stream(Category.values()).collect(Collectors.toMap(Category::id, category -> category));

    private final PatternParser parser;
    private final Map<String, YamlNode> file;
    private final YamlNode root;

    private RulePackFile(YamlNode root, PatternParser parser) {
        this.root = root;
        this.file = root.map(FILE_KEYS);
        this.parser = parser;
    }

    /** @throws ConfigException when the file as a whole cannot be read */
    static List<Rule> read(String name, String yaml, PatternParser parser, List<RuleProblem> problems) {
        RulePackFile pack = new RulePackFile(YamlNode.read(name, yaml), parser);
        List<Rule> rules = new ArrayList<>();
        for (YamlNode node : pack.root.require(pack.file, "rules").list()) {
            String id = "";
            try {
                Map<String, YamlNode> entries = node.map(RULE_KEYS);
                id = id(node.require(entries, "id"));
                rules.add(pack.rule(id, node, entries));
            } catch (ConfigException e) {
                problems.add(new RuleProblem(id, String.valueOf(e.getMessage())));
            }
        }
        return rules;
    }

    private Rule rule(String id, YamlNode node, Map<String, YamlNode> entries) {
        return new Rule(
                id,
                oneOf(node.require(entries, "category"), "category", CATEGORIES),
                oneOf(node.require(entries, "severity"), "severity", SEVERITIES),
                oneOf(node.require(entries, "status"), "status", STATUSES),
                node.require(entries, "description").text(),
                some(inherited(node, entries, "references"), "references"),
                inherited(node, entries, "author").text(),
                date(inherited(node, entries, "date")),
                patterns(node, entries),
                guards(node, entries),
                examples(node.require(entries, "examples")),
                some(node.require(entries, "falsePositives"), "falsePositives"),
                namesGroup(entries.get("names-group")),
                about(entries.get("about")),
                new Passage(beside(entries.get("with")), beside(entries.get("without"))));
    }

    private static About about(@Nullable YamlNode node) {
        return node == null ? About.WORDS : oneOf(node, "about", PLACES);
    }

    private String namesGroup(@Nullable YamlNode node) {
        if (node == null) {
            return "";
        }
        Set<String> groups = parser.lexicons().groups().stream().map(Group::id).collect(Collectors.toSet());
        if (!groups.contains(node.text())) {
            throw node.error(NearestKey.unknown(node.text(), groups).replace("key", "group"));
        }
        return node.text();
    }

    private static List<String> some(YamlNode node, String key) {
        List<String> texts = node.strings();
        if (texts.isEmpty()) {
            throw node.error("'" + key + "' is empty: expected at least one");
        }
        return texts;
    }

    private static String date(YamlNode node) {
        try {
            return LocalDate.parse(node.text()).toString();
        } catch (DateTimeParseException e) {
            throw node.error("expected a date like 2026-01-31, found '" + node.text() + "'");
        }
    }

    private static String id(YamlNode node) {
        if (!ID.matcher(node.text()).matches()) {
            throw node.error("expected an id of small letters, digits and hyphens, found '" + node.text() + "'");
        }
        return node.text();
    }

    /** The rule's own value, or the file's for all its rules. */
    private YamlNode inherited(YamlNode node, Map<String, YamlNode> entries, String key) {
        YamlNode own = entries.get(key);
        YamlNode shared = file.get(key);
        return own != null ? own : shared != null ? shared : node.require(entries, key);
    }

    private static <T> T oneOf(YamlNode node, String what, Map<String, T> known) {
        T value = known.get(node.text());
        if (value == null) {
            throw node.error(NearestKey.unknown(node.text(), known.keySet())
                    .replace("known keys", "expected one of")
                    .replace("key", what));
        }
        return value;
    }

    private List<Pattern> patterns(YamlNode node, Map<String, YamlNode> entries) {
        List<YamlNode> texts = new ArrayList<>();
        for (String key : List.of("pattern", "patterns")) {
            YamlNode found = entries.get(key);
            if (found != null) {
                texts.addAll(found.texts());
            }
        }
        if (texts.isEmpty()) {
            throw node.error("key 'pattern' is missing");
        }
        return parsed(texts);
    }

    private List<Pattern> beside(@Nullable YamlNode node) {
        return node == null ? List.of() : parsed(node.texts());
    }

    private List<Pattern> parsed(List<YamlNode> texts) {
        List<Pattern> patterns = new ArrayList<>();
        for (YamlNode text : texts) {
            try {
                patterns.add(parser.parse(text.text()));
            } catch (PatternException e) {
                throw text.error("pattern, column " + e.column() + ": " + e.getMessage(), e.column() - 1);
            }
        }
        return patterns;
    }

    private static List<Guard> guards(YamlNode node, Map<String, YamlNode> entries) {
        YamlNode only = entries.get("guards");
        YamlNode except = entries.get("guards-except");
        if (only != null && except != null) {
            throw node.error("give 'guards' or 'guards-except', not both");
        }
        if (only == null && except == null) {
            return Guards.all();
        }
        Set<String> named = names(only != null ? only : except);
        boolean wanted = only != null;
        List<Guard> guards = new ArrayList<>(Guards.all());
        guards.removeIf(guard -> named.contains(guard.name()) != wanted);
        if (!wanted && named.contains("hypothetical")) {
            guards.add(Guards.madeUp());
        }
        YamlNode negation = entries.get("negation");
        if (negation != null) {
            if (!negation.text().equals("before")
                    || guards.stream().anyMatch(g -> g.name().equals("negation"))) {
                throw negation.error("expected 'before', beside 'guards-except' with 'negation'");
            }
            guards.add(0, Guards.negationBefore());
        }
        return guards;
    }

    private static Set<String> names(@Nullable YamlNode node) {
        if (node == null) {
            return Set.of();
        }
        for (YamlNode name : node.texts()) {
            if (Guards.find(name.text()).isEmpty()) {
                throw name.error(NearestKey.unknown(name.text(), Guards.names()).replace("key", "guard"));
            }
        }
        return Set.copyOf(node.strings());
    }

    private static List<RuleExample> examples(YamlNode node) {
        Map<String, YamlNode> entries = node.map(EXAMPLE_KEYS);
        List<RuleExample> examples = new ArrayList<>();
        add(examples, entries.get("match"), Expect.MATCH);
        add(examples, entries.get("context"), Expect.CONTEXT);
        add(examples, entries.get("no-match"), Expect.NO_MATCH);
        some(node.require(entries, "match"), "match");
        some(node.require(entries, "no-match"), "no-match");
        return examples;
    }

    private static void add(List<RuleExample> examples, @Nullable YamlNode node, Expect expect) {
        if (node != null) {
            for (YamlNode text : node.texts()) {
                try {
                    examples.add(RuleExample.read(expect, text.text()));
                } catch (IllegalArgumentException e) {
                    throw text.error(String.valueOf(e.getMessage()));
                }
            }
        }
    }
}
