package org.watchword.bench.speed;

import java.io.BufferedInputStream;
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

/** Texts from a file of JSON lines, each with a {@code text}. */
public final class Texts {

    private Texts() {}

    /**
     * The first texts of a file, which may be compressed with gzip (name ends in {@code .gz}).
     *
     * @throws IOException when the file cannot be read, or holds no text
     */
    public static List<String> read(Path file, int most) throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> texts = new ArrayList<>();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && texts.size() < most) {
                JsonNode text = json.readTree(line).path("text");
                if (text.isString() && !text.stringValue().isBlank()) {
                    texts.add(text.stringValue());
                }
                line = lines.readLine();
            }
        }
        if (texts.isEmpty()) {
            throw new IOException(file + ": no line has a \"text\"");
        }
        return texts;
    }
}
