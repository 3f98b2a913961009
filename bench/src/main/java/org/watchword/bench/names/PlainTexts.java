package org.watchword.bench.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Running text without labels: speeches of the UN general debate, and transcripts of a president's office. */
final class PlainTexts {

    private static final Pattern WRAP = Pattern.compile("(?<!\n)\n(?!\n)");
    private static final JsonMapper JSON = new JsonMapper();

    private PlainTexts() {}

    static List<String> read(Path data) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : lines(data.resolve("ungdc/speeches.jsonl.gz"))) {
            texts.add(WRAP.matcher(JSON.readTree(line).get("text").asString()).replaceAll(" "));
        }
        for (String line : lines(data.resolve("kremlin-transcripts/gold.jsonl.gz"))) {
            StringBuilder text = new StringBuilder();
            for (JsonNode paragraph : JSON.readTree(line).get("paragraphs")) {
                text.append(paragraph.asString()).append("\n\n");
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
