package org.watchword.bench.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Severity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows as the index keeps them, made up: 12 to 40 of 60,000 words, ten years, 3,000 speakers and 400 outlets whose shares fall by
 * Zipf's law, one in seven flagged, one in five a copy of words that stand elsewhere. The same seed gives the same rows.
 */
final class MadeUpRows {

    static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
    private static final long DAYS = 3_650;
    private static final int SPEAKERS = 3_000;
    private static final int OUTLETS = 400;
    private static final int RULES = 250;
    private static final List<String> LANGUAGES = List.of("en", "en", "en", "ru", "tr", "hy", "az", "fr", "de", "ar");

    private final Random random = new Random(20310602);
    private final MadeUpWords words = new MadeUpWords(60_000, random);
    private final JsonMapper json = JsonMapper.shared();
    private String copied = "";
    private String story = "";
    private int copiesLeft;

    MadeUpWords words() {
        return words;
    }

    static String speaker(int rank) {
        return "Speaker Number" + rank;
    }

    static String rule(int rank) {
        return "rule-" + rank;
    }

    ObjectNode row(int number) {
        String document = ContentHash.sha256Hex("document " + number).substring(0, 32);
        boolean copy = copiesLeft > 0;
        if (!copy && random.nextInt(30) == 0) {
            copied = words.sentence(20 + random.nextInt(20), random);
            story = document;
            copiesLeft = 1 + random.nextInt(12);
        } else if (copy) {
            copiesLeft--;
        }
        String text = copy ? copied : words.sentence(12 + random.nextInt(28), random);
        Instant date = FIRST.plus((long) (DAYS * 24 * Math.sqrt(random.nextDouble())), ChronoUnit.HOURS);
        int outlet = zipf(OUTLETS);
        ObjectNode row = json.createObjectNode();
        row.put("id", ContentHash.sha256Hex("statement " + number).substring(0, 32));
        row.put("documentId", document);
        row.put("textSha256", ContentHash.sha256Hex(document));
        row.put("start", 0).put("end", text.length()).put("text", text);
        row.put("lemmas", text.replace(".", "").toLowerCase(Locale.ROOT));
        row.put("title", words.sentence(7, random));
        if (random.nextInt(5) > 0) {
            int speaker = zipf(SPEAKERS);
            row.put("speaker", speaker(speaker)).put("speakerText", "Number" + speaker);
            row.put("office", "office " + speaker % 90).put("country", "country " + speaker % 40);
        }
        row.put("outlet", "Outlet " + outlet)
                .put("outletCountry", "Country " + outlet % 40)
                .put("source", "outlet-" + outlet);
        row.put("language", LANGUAGES.get(random.nextInt(LANGUAGES.size())));
        row.put("url", "https://outlet-" + outlet + ".example/" + number);
        row.put("publishedAt", date.toString())
                .put("capturedAt", date.plus(2, ChronoUnit.HOURS).toString());
        row.put("date", date.toString());
        flags(row, text);
        String key = (copy ? story : document) + '-' + ContentHash.wordsId(text);
        row.put("story", copy ? story : document);
        row.put("copies", key).put("copiesNumber", ContentHash.number(key));
        return row;
    }

    private void flags(ObjectNode row, String text) {
        var status = row.putArray("status");
        var flags = row.putArray("flags");
        if (random.nextInt(7) > 0) {
            status.add("unflagged");
            row.put("severity", 0);
            return;
        }
        Category category = Category.values()[zipf(Category.values().length)];
        boolean counts = random.nextInt(3) > 0;
        Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
        String rule = rule(zipf(RULES));
        String group = "group-" + zipf(120);
        status.add(counts ? "flagged" : "context");
        row.putArray("category").add(category.id());
        row.putArray("family").add(category.id().split("\\.")[0]);
        row.putArray("target").add(group);
        row.putArray("rule").add(rule);
        row.put("severity", counts ? severity.ordinal() + 1 : 0);
        if (counts) {
            row.put("grade", severity.id());
        }
        int end = text.indexOf(' ');
        flags.addPOJO(new TreeMap<>(Map.of(
                "category",
                category.id(),
                "status",
                counts ? "flagged" : "context",
                "rule",
                rule,
                "pack",
                "en/made-up@1",
                "severity",
                severity.id(),
                "start",
                0,
                "end",
                end,
                "guards",
                List.of(),
                "score",
                0.9)));
    }

    /** From 0: the higher, the rarer. */
    private int zipf(int size) {
        return Math.min(size - 1, (int) Math.pow(size, random.nextDouble()) - 1);
    }
}
