package org.watchword.bench.extraction;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.model.Turn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Transcripts with several speakers against labelled pages. */
@Command(
        name = "transcripts",
        mixinStandardHelpOptions = true,
        description = {
            "Scores transcripts: body by runs of four words, title and day exactly, turns by speaker and first 40 characters.",
            "FOLDER holds gold.jsonl.gz and html/ID.html.gz; pages are halved by a hash of their id."
        })
public final class TranscriptsCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int COMPARED = 40;

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--errors", description = "show what is wrong on the tuning half")
    private boolean errors;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final class Sums {
        private final Agreement body = new Agreement();
        private final Agreement turns = new Agreement();
        private int titles;
        private int dates;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var extractor = new HtmlExtractor();
        var sums = List.of(new Sums(), new Sums());
        String lines = new String(LabelledPage.unzipped(folder.resolve("gold.jsonl.gz")), StandardCharsets.UTF_8);
        for (String line : lines.lines().toList()) {
            JsonNode gold = JSON.readTree(line);
            String id = gold.path("id").asString();
            Path file = folder.resolve("html").resolve(id + ".html.gz");
            if (Files.exists(file)) {
                Half half = Half.of(id);
                Extraction got = extractor.extract(new Page(
                        LabelledPage.unzipped(file), null, gold.path("url").asString("")));
                Extraction.Article article = got instanceof Extraction.Article a ? a : Extraction.Article.ofText("");
                score(gold, article, sums.get(half.ordinal()), errors && half == Half.TUNING ? out : null);
            }
        }
        for (Half half : Half.values()) {
            Sums sum = sums.get(half.ordinal());
            out.println(half);
            out.println("  body   " + sum.body);
            out.println("  turns  " + sum.turns);
            out.printf("  title  %d, date %d of %d%n", sum.titles, sum.dates, sum.body.pages());
        }
        out.flush();
        return 0;
    }

    private static void score(JsonNode gold, Extraction.Article got, Sums sum, @Nullable PrintWriter errors) {
        String id = gold.path("id").asString();
        var paragraphs = new StringBuilder();
        gold.path("paragraphs").forEach(p -> paragraphs.append(p.asString()).append('\n'));
        double share = sum.body.add(new Shingles(paragraphs.toString()), new Shingles(got.text()));
        boolean title = gold.path("title").asString().equals(got.title());
        String published = got.publishedAt() == null ? "" : got.publishedAt().toString();
        boolean date = published.startsWith(gold.path("date").asString());
        sum.titles += title ? 1 : 0;
        sum.dates += date ? 1 : 0;
        if (errors != null && (share < 0.95 || !title || !date)) {
            errors.printf(Locale.ROOT, "    %s body %.2f, title %s, date %s%n", id, share, got.title(), published);
        }
        if (gold.path("turns_complete").asBoolean()) {
            turns(gold, got, sum.turns, errors);
        }
    }

    private static void turns(JsonNode gold, Extraction.Article got, Agreement sum, @Nullable PrintWriter errors) {
        var expected = new HashMap<String, Integer>();
        gold.path("turns")
                .forEach(t -> expected.merge(
                        key(t.path("speaker").asString(), t.path("text").asString()), 1, Integer::sum));
        int all = expected.values().stream().mapToInt(n -> n).sum();
        int right = 0;
        for (Turn turn : got.turns()) {
            String key = key(turn.label(), turn.span().in(got.text()));
            if (expected.merge(key, -1, Integer::sum) >= 0) {
                right++;
            } else if (errors != null) {
                errors.println("    wrong  " + gold.path("id").asString() + " " + key);
            }
        }
        if (errors != null) {
            expected.forEach((key, n) -> {
                if (n > 0) {
                    errors.println("    missed " + gold.path("id").asString() + " " + key);
                }
            });
        }
        sum.add(right, got.turns().size() - right, all - right);
    }

    private static String key(String speaker, String text) {
        String plain = text.replaceAll("\\s+", " ").strip();
        return speaker.strip() + ": " + plain.substring(0, Math.min(COMPARED, plain.length()));
    }
}
