package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.TestingPage;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.pattern.Necessary;
import org.watchword.analyze.pattern.Pattern;
import org.watchword.analyze.pattern.PatternParser;
import org.watchword.analyze.pattern.SentenceView;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.analyze.rule.About;
import org.watchword.analyze.rule.Passage;
import org.watchword.analyze.rule.PlainAnnotator;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePack;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.rule.RuleStatus;
import org.watchword.model.Analysis;
import org.watchword.model.Category;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import org.watchword.model.Severity;
import org.watchword.model.StageCounts;
import tools.jackson.databind.json.JsonMapper;

/** A rule that throws is counted under its name; the document goes on with the other rules. */
class RuleFailureTest {

    /** Breaks on every sentence. */
    private record Breaking() implements Pattern {

        @Override
        public String source() {
            return "breaking";
        }

        @Override
        public Necessary necessary() {
            return new Necessary(List.of());
        }

        @Override
        public List<Match> matches(SentenceView sentence) {
            throw new IllegalStateException("this pattern is broken");
        }

        @Override
        public Optional<Stop> farthest(SentenceView sentence) {
            return Optional.empty();
        }
    }

    @Test
    void leavesTheDocumentAlone(@TempDir Path folder) {
        Lexicons none = Lexicons.load();
        Pattern rats = new PatternParser("en", none, Map.of()).parse("are rats");
        RulePack pack =
                new RulePack("en/own", "1", "en", List.of(rule("breaks", new Breaking()), rule("finds-rats", rats)));
        RuleEngine engine = new RuleEngine(new RulePacks(List.of(pack), List.of()), none);
        AnalyzeSettings settings = AnalyzeSettings.defaults();
        try (TopologyTestDriver driver = new TopologyTestDriver(
                AnalyzeTopology.build(
                        settings,
                        () -> new DocumentAnalyzer(new PlainAnnotator(), text -> List.of(), engine),
                        CorrectionNotes.of(Set.of())),
                AnalyzeRole.properties(settings, Map.of("bootstrap.servers", "localhost:1"), folder))) {
            var documents = driver.createInputTopic("documents", new ByteArraySerializer(), new ByteArraySerializer());
            Document document = TestingPage.named("tidings")
                    .captured("They are rats. Rain fell.", Instant.parse("2026-10-05T12:00:00Z"));
            documents.pipeInput(
                    document.id().getBytes(StandardCharsets.UTF_8),
                    JsonMapper.shared().writeValueAsBytes(document));
            driver.advanceWallClockTime(Duration.ofSeconds(2));

            var analyses = driver.createOutputTopic("analyses", new StringDeserializer(), new ByteArrayDeserializer());
            Analysis analysis = JsonMapper.shared().readValue(analyses.readValue(), Analysis.class);
            assertThat(analysis.annotation().statements())
                    .flatExtracting(statement -> statement.flags())
                    .extracting(Flag::rule)
                    .containsExactly("finds-rats");

            var counts = driver.createOutputTopic("counts", new StringDeserializer(), new ByteArrayDeserializer());
            Map<String, byte[]> last = counts.readKeyValuesToMap();
            StageCounts failures = JsonMapper.shared().readValue(last.get("rules/partition-0"), StageCounts.class);
            assertThat(failures.out()).isEqualTo(Map.of("failed:breaks", 2L));
            assertThat(failures.addsUp()).isTrue();
            StageCounts stage = JsonMapper.shared().readValue(last.get("analyze/partition-0"), StageCounts.class);
            assertThat(stage.out()).isEqualTo(Map.of("emitted", 1L));
            assertThat(engine.errors()).isEqualTo(Map.of("breaks", 2L));
        }
    }

    private static Rule rule(String id, Pattern pattern) {
        return new Rule(
                id,
                Category.DEHUMANIZATION_VERMIN,
                Severity.LOW,
                RuleStatus.STABLE,
                "made up",
                List.of("none"),
                "nobody",
                "2026-01-01",
                List.of(pattern),
                List.of(),
                List.of(),
                List.of("none known"),
                "",
                About.WORDS,
                Passage.ANY);
    }
}
