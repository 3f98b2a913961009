package org.watchword.bench.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What analysts ask, by kind; the same kind asks another thing each time, so that no answer is kept from before. */
final class QueryKinds {

    private final MadeUpWords words;

    QueryKinds(MadeUpWords words) {
        this.words = words;
    }

    /** Paths of the desk, by the name of their kind. */
    Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("everything, newest first", i -> "/");
        kinds.put("a frequent word", i -> "/?q=" + word(20 + i));
        kinds.put("a rare word", i -> "/?q=" + word(8_000 + 31 * i));
        kinds.put("two words, best match", i -> "/?q=" + word(15 + i) + "+" + word(300 + i) + "&sort=relevance");
        kinds.put("a phrase", i -> "/?q=%22" + word(i % 12) + "+" + word((i * 7 + 1) % 12) + "%22");
        kinds.put("beginning of a word", i -> "/?q=" + word(400 + i).substring(0, 4) + "*");
        kinds.put("flagged, gravest first", i -> "/?q=" + word(10 + i) + "&status=flagged&sort=severity");
        kinds.put(
                "a category",
                i -> "/?category=" + (i % 2 == 0 ? "dehumanization" : "threat") + "&from=" + (2022 + i % 9));
        kinds.put("a speaker", i -> "/?speaker=" + encoded(MadeUpRows.speaker(i)));
        kinds.put("a month", i -> "/?from=" + month(i) + "&to=" + month(i));
        kinds.put("copies once", i -> "/?collapse=story&q=" + word(20 + i));
        kinds.put("a word nobody said", i -> "/?q=" + word(3_000 + 17 * i) + "zz");
        kinds.put("speaker's page", i -> "/speakers/" + encoded(MadeUpRows.speaker(i)));
        kinds.put("rule's page", i -> "/rules/" + MadeUpRows.rule(i));
        return kinds;
    }

    private String word(int rank) {
        return words.ranked(rank % words.size());
    }

    private static String month(int i) {
        return "20" + (22 + i % 9) + "-0" + (1 + i % 9);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
