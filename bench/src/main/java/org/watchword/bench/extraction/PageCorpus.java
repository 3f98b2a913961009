package org.watchword.bench.extraction;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.bench.extraction.LabelledPage.Segments;
import org.watchword.bench.extraction.LabelledPage.Whole;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a folder of labelled pages in the form of its publisher, told by the file that holds the labels:
 *
 * <ul>
 *   <li>{@code ground-truth.json} with {@code html/ID.html.gz}: scrapinghub/article-extraction-benchmark
 *   <li>{@code index.json} and {@code meta.json} with {@code COUNTRY/PUBLISHER.json}: flairNLP/fundus
 *   <li>{@code evaldata.json}: adbar/trafilatura
 *   <li>{@code eval_NAME.json}: adbar/htmldate
 * </ul>
 */
final class PageCorpus {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Path folder;
    private final List<LabelledPage> pages = new ArrayList<>();

    private PageCorpus(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException when the folder is of none of the forms, or a file cannot be read */
    static List<LabelledPage> read(Path folder) throws IOException {
        var corpus = new PageCorpus(folder);
        if (Files.exists(folder.resolve("ground-truth.json"))) {
            corpus.benchmark();
        } else if (Files.exists(folder.resolve("index.json"))) {
            corpus.fundus();
        } else if (Files.exists(folder.resolve("evaldata.json"))) {
            corpus.trafilatura();
        } else {
            corpus.dated();
        }
        if (corpus.pages.isEmpty()) {
            throw new IOException(folder + ": none of ground-truth.json, index.json, evaldata.json, eval_*.json");
        }
        return corpus.pages;
    }

    private void benchmark() throws IOException {
        json("ground-truth.json")
                .properties()
                .forEach(e -> pages.add(new LabelledPage(
                        e.getKey().substring(0, 10),
                        site(e.getValue().path("url").asString()),
                        folder.resolve("html").resolve(e.getKey() + ".html.gz"),
                        new Whole(e.getValue().path("articleBody").asString()),
                        null,
                        null,
                        null)));
    }

    private void fundus() throws IOException {
        JsonNode meta = json("meta.json");
        for (var entry : json("index.json").properties()) {
            String name = entry.getKey();
            JsonNode gold = json(entry.getValue().path("gold").asString())
                    .path(entry.getValue().path("version").asString());
            var paragraphs = new ArrayList<String>(strings(gold.path("body").path("summary")));
            for (JsonNode section : gold.path("body").path("sections")) {
                paragraphs.addAll(strings(section.path("headline")));
                paragraphs.addAll(strings(section.path("paragraphs")));
            }
            pages.add(new LabelledPage(
                    name.replace(".html.gz", ""),
                    site(meta.path(name).path("url").asString("")),
                    folder.resolve(name),
                    new Whole(String.join("\n\n", paragraphs)),
                    text(gold, "title"),
                    gold.has("authors") ? strings(gold.path("authors")) : null,
                    text(gold, "publishing_date")));
        }
    }

    private void trafilatura() throws IOException {
        for (var entry : json("evaldata.json").properties()) {
            JsonNode gold = entry.getValue();
            String author = text(gold, "author");
            pages.add(new LabelledPage(
                    gold.path("file").asString(),
                    site(entry.getKey()),
                    folder.resolve(gold.path("html").asString()),
                    new Segments(strings(gold.path("with")), strings(gold.path("without"))),
                    text(gold, "title"),
                    author == null ? null : List.of(author.split("; ?")),
                    text(gold, "date")));
        }
    }

    private void dated() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "eval_*.json")) {
            for (Path file : files) {
                for (var entry : json(file.getFileName().toString()).properties()) {
                    JsonNode gold = entry.getValue();
                    pages.add(new LabelledPage(
                            file.getFileName().toString().replaceAll("eval_|\\.json", "") + ' ' + entry.getKey(),
                            site(entry.getKey()),
                            folder.resolve(gold.path("html").asString()),
                            new Segments(List.of(), List.of()),
                            null,
                            null,
                            text(gold, "date")));
                }
            }
        }
    }

    private JsonNode json(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(folder.resolve(name)));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    private static List<String> strings(JsonNode array) {
        var out = new ArrayList<String>();
        array.forEach(v -> out.add(v.asString()));
        return out;
    }

    /** The registered domain, or what comes nearest to one. */
    private static String site(String url) {
        try {
            String host =
                    URI.create(url.strip().replaceAll("[\\s|\"<>^`{}\\\\]", "")).getHost();
            if (host != null) {
                String domain = EffectiveTldFinder.getAssignedDomain(host.toLowerCase(Locale.ROOT), true);
                return domain == null ? host.toLowerCase(Locale.ROOT) : domain;
            }
        } catch (IllegalArgumentException e) {
            return url;
        }
        return url;
    }
}
