package org.watchword.bench.opinion;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the corpora that may be trained on, each in a folder under its name, and relabels them. */
final class Corpora {

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    /** Names of users, addresses and the marks of repeated posts say nothing. */
    private static final Pattern NOISE =
            Pattern.compile("https?://\\S+|@\\w+:?|\\[USER\\]|\\[URL\\]|\\bRT\\b|&#\\d+;?|^[\"'!.\\s]+(?=RT)");

    private static final Map<String, Label> HATEMOJI = Map.of(
            "none", Label.HARMLESS,
            "dehumanizinglanguage", Label.DEGRADING,
            "threateninglanguage", Label.THREATENING);

    private static final Map<String, Label> EDOS = Map.of(
            "none", Label.NOT_SEXIST,
            "1.1 threats of harm", Label.THREATENING,
            "1.2 incitement and encouragement of harm", Label.THREATENING);

    private static final Map<String, Label> DAVIDSON =
            Map.of("0", Label.HATEFUL, "1", Label.UNKNOWN, "2", Label.UNKNOWN);

    /** The files of each corpus. */
    static final Map<String, List<String>> FILES = Map.of(
            "hatemoji", List.of("hatemoji-build/train.csv", "hatemoji-build/validation.csv"),
            "edos", List.of("edos/train.csv.gz", "edos/dev.csv.gz"),
            "stormfront", List.of("stormfront-hate/train.csv.gz"),
            "davidson", List.of("davidson-hate-offensive/train.csv.gz"),
            "ungdc", List.of("ungdc/speeches.jsonl.gz"),
            "kremlin", List.of("kremlin-transcripts/gold.jsonl.gz"));

    private final Path folder;

    Corpora(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException when a file is missing or cannot be read */
    List<LabelledText> read(String corpus) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (String file : FILES.getOrDefault(corpus, List.of())) {
            Path path = folder.resolve(file);
            switch (corpus) {
                case "hatemoji" ->
                    csv(
                            path,
                            texts,
                            row -> text(
                                    corpus, row.get("text"), HATEMOJI.getOrDefault(row.get("type"), Label.HATEFUL)));
                case "edos" ->
                    csv(
                            path,
                            texts,
                            row -> text(
                                    corpus,
                                    row.get("text"),
                                    EDOS.getOrDefault(row.get("label_vector"), Label.HATEFUL)));
                case "stormfront" -> csv(path, texts, Corpora::stormfront);
                case "davidson" ->
                    csv(
                            path,
                            texts,
                            row -> text(
                                    corpus, row.get("tweet"), DAVIDSON.getOrDefault(row.get("class"), Label.UNKNOWN)));
                case "ungdc" ->
                    jsonl(path, texts, node -> List.of(node.path("text").asString("")), corpus);
                case "kremlin" -> jsonl(path, texts, Corpora::paragraphs, corpus);
                default -> throw new IllegalArgumentException("no such corpus: " + corpus);
            }
        }
        return texts;
    }

    /** A sentence needs others to be understood ("relation"), or was skipped: no label. */
    private static LabelledText stormfront(CSVRecord row) {
        String label = row.get("label");
        String words = row.get("text").replace(" n't", "n't").replaceAll(" (?=[.,;:!?'’])", "");
        Label meant = label.equals("hate") ? Label.HATEFUL : label.equals("noHate") ? Label.HARMLESS : null;
        return new LabelledText(
                "stormfront",
                row.get("file_id").replaceFirst("_.*", ""),
                meant == null ? Label.HATEFUL : meant,
                meant == null ? "" : words);
    }

    private static LabelledText text(String corpus, String text, Label label) {
        String clean = NOISE.matcher(text)
                .replaceAll(" ")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
        return new LabelledText(corpus, clean, label, clean);
    }

    /** Texts of JSON lines with {@code id} and {@code text}. */
    static List<LabelledText> jsonl(Path file, String corpus) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        jsonl(file, texts, node -> List.of(node.path("text").asString("")), corpus);
        return texts;
    }

    private static List<String> paragraphs(JsonNode page) {
        List<String> paragraphs = new ArrayList<>();
        page.path("paragraphs").forEach(p -> paragraphs.add(p.asString("")));
        return paragraphs;
    }

    private static void csv(Path file, List<LabelledText> texts, Function<CSVRecord, LabelledText> reader)
            throws IOException {
        try (BufferedReader lines = open(file);
                CSVParser csv = CSV.parse(lines)) {
            for (CSVRecord row : csv) {
                LabelledText text = reader.apply(row);
                if (!text.text().isBlank()) {
                    texts.add(text);
                }
            }
        }
    }

    private static void jsonl(
            Path file, List<LabelledText> texts, Function<JsonNode, List<String>> reader, String corpus)
            throws IOException {
        JsonMapper json = JsonMapper.shared();
        try (BufferedReader lines = open(file)) {
            lines.lines()
                    .map(json::readTree)
                    .forEach(node -> texts.add(new LabelledText(
                            corpus,
                            node.path("id").asString(""),
                            Label.HARMLESS,
                            String.join("\n\n", reader.apply(node)))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
