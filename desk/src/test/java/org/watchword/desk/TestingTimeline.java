package org.watchword.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.timeline.Column;
import org.watchword.desk.timeline.Links;
import org.watchword.desk.timeline.Timeline;
import org.watchword.desk.timeline.TimelineCollector;
import org.watchword.desk.timeline.TimelineFormat;
import org.watchword.desk.timeline.TimelineRequest;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.SourceDay;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A timeline over a small collection: several scripts, a copy of a text, a formula, and markup that must stay text. */
public final class TestingTimeline {

    static final String FORMULA = "=HYPERLINK(\"https://evil.example\"; \"click\") & #%_~^{}\\";

    private final Path folder;
    private final InMemoryStatementIndex index = new InMemoryStatementIndex();

    public TestingTimeline(Path folder) {
        this.folder = folder;
        SampleIndex.rally().addTo(index);
        copy(SampleIndex.rally().records().get(0));
        SampleIndex.counterSpeech().addTo(index);
        SampleIndex.editorial().addTo(index);
        SampleIndex.orenian().addTo(index);
        SampleIndex.rightToLeft().addTo(index);
        SampleIndex.hostile().addTo(index);
        formula().addTo(index);
    }

    private static TestingPage formula() {
        TestingPage page = new TestingPage(
                "https://courier.example/2031/05/{x}",
                "The Halden Courier",
                "halden-courier",
                "en",
                "2031-05-20T09:00:00Z",
                "-1+1",
                "🧑\u200d🚀 e\u0301 before. “" + FORMULA + "” said Tove Rask. After.");
        return page.quote(FORMULA, "@Tove Rask", "Tove Rask", "said", page.flag(Category.PURITY, "click", null, null));
    }

    /** The same words a day later in another outlet's copy of the text. */
    private void copy(StatementRecord original) {
        ObjectNode json = JsonMapper.shared().valueToTree(original);
        json.put("id", "ffff" + original.id().substring(4));
        json.put("publishedAt", "2031-05-18T06:00:00Z");
        json.put("outlet", "Norvask Beacon");
        json.put("source", "norvask-beacon");
        json.put("url", "https://beacon.example/news/9");
        json.put("documentId", "ffff" + original.documentId().substring(4));
        json.put("story", original.story());
        index.add(JsonMapper.shared().treeToValue(json, StatementRecord.class));
    }

    InMemoryStatementIndex index() {
        return index;
    }

    static List<SourceHealth> coverage() {
        List<SourceDay> days = new ArrayList<>();
        for (int day = 15; day <= 20; day++) {
            if (day != 17) {
                days.add(day("halden-courier", day, day != 16, 3));
                days.add(day("silent-wire", day, true, 0));
            }
        }
        return SourceHealth.of(days, Instant.parse("2031-05-20T20:00:00Z"));
    }

    private static SourceDay day(String source, int day, boolean reached, long articles) {
        Instant at = Instant.parse("2031-05-" + day + "T10:00:00Z");
        return new SourceDay(
                source,
                LocalDate.of(2031, 5, day),
                "part-0",
                reached ? 4 : 0,
                reached ? 0 : 4,
                reached ? articles : 0,
                0,
                new TreeMap<>(),
                reached ? at : null,
                reached ? null : at,
                reached ? null : "http-503: unavailable",
                at);
    }

    public TimelineRequest request(TimelineFormat format, boolean collapse, List<Column> columns) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("query", "(everything)");
        asked.put("collapse", Boolean.toString(collapse));
        return new TimelineRequest(
                "Halden <2031>",
                StatementQuery.of(""),
                asked,
                collapse,
                format.wantsAnchors(),
                columns,
                new Links("http://localhost:8080/"),
                "Watchword/test",
                List.of("names.en.bin"),
                TestingGroups.NAMES);
    }

    public Timeline collect(TimelineRequest request, boolean resume, int page) throws IOException {
        return new TimelineCollector(index.streams(page), index)
                .collect(request, folder.resolve("rows"), resume, (done, total) -> {})
                .timeline();
    }

    byte[] bytes(TimelineFormat format, boolean collapse) throws IOException {
        return bytes(format, collect(request(format, collapse, Column.all()), false, 3));
    }

    static byte[] bytes(TimelineFormat format, Timeline timeline) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(timeline, timeline.method(coverage()), out);
        return out.toByteArray();
    }
}
