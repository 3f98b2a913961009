package org.watchword.desk.page;

import java.util.List;
import java.util.Map;

/**
 * What a replay changed, as a page by itself.
 *
 * @param facts what was done, by name, in order
 * @param categories counts by category
 * @param rules counts by category and rule
 * @param total changes in all
 * @param changes the first of them
 */
public record ReplayView(
        Map<String, String> facts, List<Row> categories, List<Row> rules, long total, List<Change> changes) {

    /** How many flags appeared, vanished, changed. */
    public record Row(String name, long appeared, long vanished, long changed) {}

    /** One flag on one statement. */
    public record Change(
            String kind,
            String rule,
            String before,
            String now,
            String voice,
            String outlet,
            String text,
            String language) {}
}
