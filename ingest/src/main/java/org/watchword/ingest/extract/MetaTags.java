package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** The {@code meta} elements of a page by lower-case {@code name}, {@code property}, {@code itemprop} or {@code http-equiv}. */
final class MetaTags {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    MetaTags(PageElements page) {
        for (Element meta : page.tagged("meta")) {
            String content = PlainText.line(meta.attr("content"));
            if (!content.isEmpty() && content.length() < 5000) {
                for (String key : List.of("name", "property", "itemprop", "http-equiv")) {
                    String name = LowerCase.of(meta.attr(key)).strip();
                    if (!name.isEmpty()) {
                        values.computeIfAbsent(name, k -> new ArrayList<>()).add(content);
                    }
                }
            }
        }
    }

    /** First value of the first name that has one. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found.get(0);
            }
        }
        return null;
    }

    /** Lower-case names in the order of the page. */
    Set<String> names() {
        return values.keySet();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
