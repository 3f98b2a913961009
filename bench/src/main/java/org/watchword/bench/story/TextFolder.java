package org.watchword.bench.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.watchword.ingest.extract.ExtractRecord;
import org.watchword.ingest.extract.HtmlExtractor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real texts: the lines of {@code *.jsonl.gz} with a {@code text}, and the articles of {@code *.html} and {@code *.html.gz} below a folder. */
record TextFolder(Path folder) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A text by its name in the folder. */
    record Text(String name, String text) {}

    List<Text> read() throws IOException {
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        List<Text> texts = new ArrayList<>();
        var extractor = new HtmlExtractor();
        for (Path file : files) {
            String name = folder.getFileName() + "/" + folder.relativize(file);
            if (name.endsWith(".jsonl.gz")) {
                lines(file, name, texts);
            } else if (name.endsWith(".html") || name.endsWith(".html.gz")) {
                texts.add(new Text(
                        name, ExtractRecord.of(name, bytes(file), extractor).text()));
            }
        }
        return texts;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    private static void lines(Path file, String name, List<Text> into) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = JSON.readTree(line);
                if (node.path("text").isString()) {
                    into.add(new Text(
                            name + '#' + node.path("id").asString(""),
                            node.path("text").stringValue()));
                }
            }
        }
    }
}
