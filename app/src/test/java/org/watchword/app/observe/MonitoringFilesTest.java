package org.watchword.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.watchword.model.DelayLeg;
import org.watchword.model.StageCounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The dashboard and the alerts speak of metrics that there are, and each alert says what to do. */
public class MonitoringFilesTest {

    private static final Path FOLDER = Path.of("..", "config", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b((?:watchword|kafka|jvm|process|logback)_[a-z0-9_]+)");

    @Test
    void everyMetricOfOursThatIsNamedExists() throws IOException {
        Set<String> there = names(scrape());
        assertThat(named())
                .filteredOn(name -> !name.startsWith("kafka_"))
                .hasSizeGreaterThan(20)
                .isSubsetOf(there);
    }

    @Test
    void everyMetricOfOursIsExplained() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "monitoring.md"));
        assertThat(names(scrape()))
                .filteredOn(name -> name.startsWith("watchword_"))
                .extracting(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
                .allSatisfy(name -> assertThat(page).contains("`" + name));
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        JsonNode rules = new YAMLMapper()
                .readTree(Files.readString(FOLDER.resolve("alerts.yaml")))
                .at("/groups/0/rules");
        assertThat(rules).hasSizeGreaterThan(8).allSatisfy(rule -> {
            assertThat(rule.at("/annotations/summary").asString()).endsWith(".");
            assertThat(rule.at("/annotations/action").asString())
                    .hasSizeGreaterThan(40)
                    .endsWith(".");
            assertThat(rule.at("/labels/severity").asString()).isIn("warning", "critical");
        });
    }

    @Test
    void everyPanelOfTheDashboardSaysWhatItShows() throws IOException {
        JsonNode panels = JsonMapper.shared()
                .readTree(Files.readString(FOLDER.resolve("grafana.json")))
                .get("panels");
        assertThat(panels)
                .filteredOn(panel -> !panel.get("type").asString().equals("row"))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        panel -> assertThat(panel.get("description").asString()).isNotBlank());
        assertThat(panels).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
    }

    /** The metrics that the shipped files name. */
    public static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("grafana.json", "alerts.yaml")) {
            Matcher matcher = METRIC.matcher(Files.readString(FOLDER.resolve(file)));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** The names in Prometheus' text form. */
    public static Set<String> names(String scrape) {
        Set<String> names = new TreeSet<>();
        scrape.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .forEach(names::add);
        return names;
    }

    private static String scrape() {
        try (Instruments instruments = new Instruments(true, Trail.NONE);
                Health health = new Health(List.of("fetch"), () -> Instant.EPOCH, instruments)) {
            var fetch = instruments.fetch();
            fetch.counted(counts("nolmark", Map.of()));
            fetch.counted(counts("nolmark", Map.of("emitted", 1L)));
            instruments.hosts("due", () -> 1);
            instruments.threads(() -> 1);
            instruments.analyze();
            instruments.steps();
            instruments.index().delayed(DelayLeg.PUBLISHED_SEARCHABLE, Duration.ofSeconds(1));
            assertThat(health.report().ready()).isFalse();
            return instruments.scrape();
        }
    }

    private static StageCounts counts(String scope, Map<String, Long> out) {
        return new StageCounts("fetch", scope, out.size(), new TreeMap<>(out), Instant.EPOCH);
    }
}
