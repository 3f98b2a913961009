package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.TestingPage;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.analyze.rule.LiveRules;
import org.watchword.analyze.rule.PlainAnnotator;
import org.watchword.analyze.rule.RuleReload;
import org.watchword.analyze.rule.RuleSet;
import org.watchword.analyze.rule.TestingWatcher;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import tools.jackson.databind.json.JsonMapper;

/** Rules change on disk while documents go through the topology. */
class RuleReloadTest {

    private static final String GROUPS = """
            language: en
            groups:
              - id: velmari
                kind: people
                plural: [Velmaris]
            """;
    private static final String PACK = """
            language: en
            author: A. Analyst
            date: "2026-01-01"
            references: ["field notes"]
            rules:
              - id: RULE
                category: dehumanization.vermin
                severity: high
                status: stable
                description: A group is said to be vermin.
                pattern: '{group} are WORD'
                examples:
                  match: ["[[Velmaris are WORD]]."]
                  no-match: ["They sell WORD."]
                falsePositives: ["none known"]
            """;
    private static final String TEXT = "Velmaris are rats. Velmaris are lice.";

    private final Path folder;
    private final Path pack;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> documents;
    private final TestOutputTopic<String, byte[]> analyses;
    private final TestingWatcher watcher;
    private int sent;

    RuleReloadTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        pack = folder.resolve("rules/en/own.yaml");
        Files.createDirectories(folder.resolve("lexicons"));
        Files.createDirectories(folder.resolve("rules/en"));
        Files.writeString(folder.resolve("lexicons/groups.yaml"), GROUPS);
        Files.writeString(pack, pack("own-rats", "rats"));
        List<Path> lexicons = List.of(folder.resolve("lexicons"));
        LiveRules live = new LiveRules(RuleSet.load(folder.resolve("rules"), lexicons));
        watcher = new TestingWatcher(new RuleReload(live, folder.resolve("rules"), lexicons, PlainAnnotator::new));
        AnalyzeSettings settings = AnalyzeSettings.defaults();
        driver = new TopologyTestDriver(
                AnalyzeTopology.build(settings, factory(live), CorrectionNotes.of(Set.of())),
                AnalyzeRole.properties(settings, Map.of("bootstrap.servers", "localhost:1"), folder.resolve("state")),
                Instant.parse("2026-11-01T00:00:00Z"));
        documents = driver.createInputTopic("documents", new ByteArraySerializer(), new ByteArraySerializer());
        analyses = driver.createOutputTopic("analyses", new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String pack(String rule, String word) {
        return PACK.replace("RULE", rule).replace("WORD", word);
    }

    private static DocumentAnalyzerFactory factory(LiveRules live) {
        return new DocumentAnalyzerFactory() {
            @Override
            public DocumentAnalyzer create() {
                return new DocumentAnalyzer(new PlainAnnotator(), text -> List.of(), live);
            }

            @Override
            public String rules() {
                return live.name();
            }
        };
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @BeforeEach
    void rulesOfTheStart() {
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats");
    }

    @Test
    void theNextDocumentGetsTheNewRules() throws IOException {
        Files.writeString(pack, pack("own-lice", "lice"));
        watcher.look();
        assertThat(rulesOnTheNextDocument()).as("the files are not yet still").containsExactly("own-rats");
        watcher.look();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-lice");
    }

    @Test
    void aFlagCarriesTheVersionOfThePackThatRaisedIt() throws IOException {
        String before = flags().get(0).pack();
        Files.writeString(pack, pack("own-rats", "rats") + "# a remark\n");
        watcher.lookTwice();
        assertThat(flags().get(0).pack()).startsWith("en/own@").isNotEqualTo(before);
        Files.writeString(pack, pack("own-rats", "rats"));
        watcher.lookTwice();
        assertThat(flags().get(0).pack()).isEqualTo(before);
    }

    @Test
    void aFileThatIsAddedOrTakenAwayCounts() throws IOException {
        Path more = folder.resolve("rules/en/more.yaml");
        Files.writeString(more, pack("own-lice", "lice"));
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats", "own-lice");
        Files.delete(more);
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats");
    }

    @Test
    void aBrokenRuleLeavesTheOldRulesInUseUntilItIsMended() throws IOException {
        Files.writeString(pack, pack("own-lice", "lice").replace("'{group}", "'{grup}"));
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats");
        Files.writeString(pack, pack("own-lice", "lice"));
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-lice");
    }

    @Test
    void anExampleThatFailsLeavesTheOldRulesInUse() throws IOException {
        Files.writeString(pack, pack("own-lice", "lice").replace("[[Velmaris are lice]]", "[[Velmaris were lice]]"));
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats");
    }

    @Test
    void aLexiconThatCannotBeReadOrSpoilsAnExampleLeavesTheOldRulesInUse() throws IOException {
        Files.writeString(folder.resolve("lexicons/groups.yaml"), GROUPS + "  - id: [");
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats");
        Files.writeString(folder.resolve("lexicons/groups.yaml"), GROUPS.replace("Velmaris", "Torvanis"));
        watcher.lookTwice();
        assertThat(rulesOnTheNextDocument()).containsExactly("own-rats");
    }

    private List<String> rulesOnTheNextDocument() {
        return flags().stream().map(Flag::rule).toList();
    }

    /** Flags of a page that has not come before, with a text that has. */
    private List<Flag> flags() {
        Document document = new TestingPage("tidings", "The Tidings", "https://tidings.example/" + sent++)
                .captured(TEXT, Instant.parse("2026-10-05T12:00:00Z"));
        documents.pipeInput(
                document.id().getBytes(StandardCharsets.UTF_8),
                JsonMapper.shared().writeValueAsBytes(document));
        Analysis analysis = JsonMapper.shared().readValue(analyses.readValue(), Analysis.class);
        return analysis.annotation().statements().stream()
                .flatMap(statement -> statement.flags().stream())
                .toList();
    }
}
