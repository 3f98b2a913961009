package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.watchword.app.observe.MonitoringFilesTest;
import org.watchword.app.status.Account;
import org.watchword.app.status.Progress;
import org.watchword.app.status.ProgressReader;
import org.watchword.model.DelayLeg;
import org.watchword.model.Topics;
import org.watchword.model.Trace;
import tools.jackson.databind.JsonNode;

/** What a line over the sample outlet tells of itself is true, and says the same everywhere. */
@ExtendWith(SampleLine.Shared.class)
class MonitorIT {

    private static final Pattern ENDED = Pattern.compile(
            "watchword_account_documents\\{reason=\"([^\"]*)\",stage=\"([^\"]*)\",status=\"([^\"]*)\"} (\\S+)");

    private final TestingLine line;

    MonitorIT(SampleLine sample) {
        this.line = sample.line();
    }

    @Test
    void theMetricsAreTheAccount() throws Exception {
        // Pages are looked at again meanwhile, and counts are told once a second: at some moment the two have seen the
        // same.
        SortedMap<String, Long> told = new TreeMap<>();
        SortedMap<String, Long> shown = new TreeMap<>();
        for (int look = 0; look < 60; look++) {
            told = ends(line.account());
            // What a command sends once more is its own doing: no role counts it.
            told.keySet().removeIf(end -> end.startsWith("retry "));
            shown = ends(scrape());
            if (told.equals(shown)) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        assertThat(shown).isEqualTo(told);
        assertThat(shown).containsKeys("fetch emitted", "fetch refused:robots", "analyze emitted", "index emitted");
    }

    @Test
    void everyMetricOfTheDashboardAndTheAlertsIsThere() throws Exception {
        Set<String> named = MonitoringFilesTest.named();
        Set<String> there = MonitoringFilesTest.names(scrape());
        // A partition's lag is measured only once it was read from, and looked for every few seconds.
        for (int look = 0; look < 60 && !there.containsAll(named); look++) {
            TimeUnit.MILLISECONDS.sleep(500);
            there = MonitoringFilesTest.names(scrape());
        }
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(there);
    }

    @Test
    void everyRoleIsReady() throws Exception {
        JsonNode health = TestingLine.get(line.monitor(), "/health/ready");
        assertThat(health.get("status").asString()).isEqualTo("ready");
        assertThat(health.get("roles").propertyNames()).containsExactlyInAnyOrder("fetch", "analyze", "index", "desk");
    }

    @Test
    void theDelaysAreMeasuredOnEveryLeg() throws Exception {
        String prefix = line.topics();
        try (ProgressReader reader = new ProgressReader(line.kafka(), prefix, InstantSource.system())) {
            Progress progress = reader.read();
            assertThat(progress.lag()).containsKeys("analyze", "index");
            Map<String, Progress.Delay> delays = progress.quantiles();
            for (DelayLeg leg : DelayLeg.values()) {
                Progress.Delay delay = Objects.requireNonNull(delays.get(leg.id()));
                assertThat(delay.documents()).as(leg.id()).isPositive();
                assertThat(delay.p50()).as(leg.id()).isLessThanOrEqualTo(delay.p95());
            }
        }
    }

    @Test
    void aStatementIsTracedBackThroughTheTopics() throws Exception {
        JsonNode hit = line.get("/api/statements?status=flagged").get("hits").get(0);
        JsonNode statement = line.get("/api/statements/" + hit.get("id").asString());
        String uuid = statement
                .at("/archive/recordId")
                .asString()
                .replaceAll("^.*:", "")
                .replace("-", "");
        assertThat(uuid).matches("[0-9a-f]{32}");

        TestingTopics topics = new TestingTopics(line.kafka(), prefix());
        for (String topic : new String[] {Topics.DOCUMENTS, Topics.ANALYSES}) {
            assertThat(topics.records(topic)).as(topic).anySatisfy(record -> assertThat(trace(record))
                    .isEqualTo(uuid));
        }
    }

    private String prefix() {
        return line.topics();
    }

    private static String trace(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(Trace.HEADER);
        return Trace.idOf(header == null ? null : header.value());
    }

    private static SortedMap<String, Long> ends(Account account) {
        SortedMap<String, Long> ends = new TreeMap<>();
        account.stages()
                .forEach(stage -> stage.out().forEach((status, number) -> put(ends, stage.stage(), status, number)));
        return ends;
    }

    private static SortedMap<String, Long> ends(String scrape) {
        SortedMap<String, Long> ends = new TreeMap<>();
        Matcher line = ENDED.matcher(scrape);
        while (line.find()) {
            String reason = line.group(1).isEmpty() ? "" : ':' + line.group(1);
            put(ends, line.group(2), line.group(3) + reason, (long) Double.parseDouble(line.group(4)));
        }
        return ends;
    }

    private static void put(SortedMap<String, Long> ends, String stage, String status, long number) {
        if (number > 0) {
            ends.put(stage + ' ' + status, number);
        }
    }

    private String scrape() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + line.monitor() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
