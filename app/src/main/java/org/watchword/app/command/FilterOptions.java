package org.watchword.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What statements can be narrowed by, alike for every command that looks for some. */
final class FilterOptions {

    @Option(names = "--status", paramLabel = "S", description = "flagged, context or candidate")
    private @Nullable String status;

    @Option(names = "--category", paramLabel = "C", description = "category, or a family such as threat")
    private @Nullable String category;

    @Option(names = "--speaker", paramLabel = "NAME", description = "said by this person; name in full")
    private @Nullable String speaker;

    @Option(names = "--office", paramLabel = "WORDS", description = "what the speaker is, as the text says")
    private @Nullable String office;

    @Option(names = "--country", paramLabel = "NAME", description = "the country that office is of")
    private @Nullable String country;

    @Option(names = "--severity", paramLabel = "S", description = "high, medium or low")
    private @Nullable String severity;

    @Option(names = "--rule", paramLabel = "ID", description = "rule that marked it")
    private @Nullable String rule;

    @Option(
            names = {"--target", "--group"},
            paramLabel = "GROUP",
            description = "about this group, by its id")
    private @Nullable String target;

    @Option(names = "--source", paramLabel = "ID", description = "source id")
    private @Nullable String source;

    @Option(names = "--outlet", paramLabel = "NAME", description = "published by this outlet")
    private @Nullable String outlet;

    @Option(
            names = "--outlet-country",
            paramLabel = "NAME",
            description = "published in this country, as the catalogue says")
    private @Nullable String outletCountry;

    @Option(names = "--language", paramLabel = "TAG", description = "language")
    private @Nullable String language;

    @Option(names = "--edited", paramLabel = "HOW", description = "page edited since: silent or announced")
    private @Nullable String edited;

    @Option(
            names = "--review",
            paramLabel = "STATE",
            description = "unreviewed, confirmed, rejected, needs-context, out-of-scope or disputed")
    private @Nullable String review;

    @Option(
            names = "--agreement",
            paramLabel = "HOW",
            description = "reviewed: single, agreed, disputed or adjudicated")
    private @Nullable String agreement;

    @Option(
            names = {"--from", "--since"},
            paramLabel = "DATE",
            description = "published on or after this year, month, day or instant")
    private @Nullable String from;

    @Option(
            names = {"--to", "--until"},
            paramLabel = "DATE",
            description = "published up to this year, month or day")
    private @Nullable String to;

    /** What is given, by the names of the search page's parameters, in the order of the options. */
    Map<String, String> given() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("status", status);
        all.put("category", category);
        all.put("speaker", speaker);
        all.put("office", office);
        all.put("country", country);
        all.put("severity", severity);
        all.put("rule", rule);
        all.put("target", target);
        all.put("source", source);
        all.put("outlet", outlet);
        all.put("outletCountry", outletCountry);
        all.put("language", language);
        all.put("edited", edited);
        all.put("review", review);
        all.put("agreement", agreement);
        all.put("from", from);
        all.put("to", to);
        Map<String, String> given = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return given;
    }
}
