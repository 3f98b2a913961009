package org.watchword.bench.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One speech of a corpus.
 *
 * @param id names its page
 * @param title headline
 * @param speaker who holds it; empty when unknown
 * @param date day, {@code 2031-05-17}; empty when unknown
 * @param text lines; a paragraph ends with one that ends as a sentence does
 */
record Speech(String id, String title, String speaker, String date, String text) {

    private static final String SENTENCE_END = ".*[.!?:;…][\"'”’)]*";

    /**
     * Reads JSON lines {@code {"id","text","speaker"?,"country"?,"year"?,"publishedAt"?}}, packed with gzip or not.
     *
     * @param limit so many at the most
     */
    static List<Speech> read(Path file, int limit) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().limit(limit).map(Speech::of).toList();
        }
    }

    private static Speech of(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        String year = json.path("year").asString("");
        String country = json.path("country").asString("");
        return new Speech(
                json.path("id").asString("").replaceAll("[^A-Za-z0-9_-]", "-"),
                (country + ' ' + year).strip() + ", general debate",
                json.path("speaker").asString(""),
                json.path("publishedAt").asString(year.isEmpty() ? "" : year + "-09-25"),
                json.path("text").asString(""));
    }

    /** As a page of a plain outlet. */
    String page() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title>");
        if (!date.isEmpty()) {
            page.append("<meta property=\"article:published_time\" content=\"")
                    .append(escaped(date))
                    .append("T12:00:00Z\">");
        }
        page.append("</head><body><article><h1>")
                .append(escaped(title))
                .append("</h1><p class=\"speaker\">")
                .append(escaped(speaker))
                .append("</p><div class=\"speech\">");
        paragraphs().forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        return page.append("</div></article></body></html>").toString();
    }

    /** A line that does not end as a sentence does was broken by whoever printed or scanned it, and goes on in the next. */
    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            open.append(open.isEmpty() ? "" : " ").append(line);
            if (line.matches(SENTENCE_END)) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
        });
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
        }
        return paragraphs;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
