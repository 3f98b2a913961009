package org.watchword.bench.quotes;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.watchword.model.Quote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Quotes and their speakers against labelled texts. */
@Command(
        name = "quotes",
        mixinStandardHelpOptions = true,
        description = {
            "Scores quotes and their speakers against labelled texts.",
            "Golden files (.txt), by language; folders of them, and of articles in brat's format (text/, attributions/).",
            "Contents match at an overlap of half of both; speakers are counted where contents match."
        })
public final class QuotesCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "golden file, folder of such files, or brat folder")
    private List<Path> files = List.of();

    @Option(
            names = "--missed",
            description = "print what is missed and what is wrong; not for texts that are only counted")
    private boolean missed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path home = Path.of(System.getProperty("watchword.home", "."));
        QuoteReader reader = new QuoteReader(home.resolve("config/languages"));
        for (Path file : files) {
            if (BratFolder.is(file)) {
                report(file, halves(new BratFolder(file).read()), reader, out);
            } else {
                for (Path golden : golden(file)) {
                    report(golden, byLanguage(new GoldenFile(golden).read()), reader, out);
                }
            }
        }
        out.flush();
        return 0;
    }

    private void report(Path file, Map<String, List<LabelledText>> groups, QuoteReader reader, PrintWriter out) {
        out.println(file.getFileName());
        QuoteScores all = new QuoteScores();
        groups.forEach((group, texts) -> {
            QuoteScores scores = new QuoteScores();
            for (LabelledText text : texts) {
                List<Quote> quotes = reader.read(text);
                all.add(text, quotes);
                scores.add(text, quotes);
                if (missed) {
                    new ErrorList(text, quotes).lines().forEach(out::println);
                }
            }
            out.printf("  %-10s %s%n", group, scores.line());
        });
        if (groups.size() > 1) {
            out.printf("  %-10s %s%n", "all", all.line());
        }
        all.reliability().lines().forEach(line -> out.println("    " + line));
    }

    private static List<Path> golden(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> inside = Files.walk(file)) {
            return inside.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }

    private static Map<String, List<LabelledText>> byLanguage(List<LabelledText> texts) {
        Map<String, List<LabelledText>> groups = new TreeMap<>();
        texts.forEach(text ->
                groups.computeIfAbsent(text.language(), l -> new ArrayList<>()).add(text));
        return groups;
    }

    /** Errors are read in one half of the articles only; a hash of the name says in which. */
    private static Map<String, List<LabelledText>> halves(List<LabelledText> texts) {
        Map<String, List<LabelledText>> halves = new TreeMap<>();
        for (LabelledText text : texts) {
            halves.computeIfAbsent(isRead(text.title()) ? "read" : "unread", l -> new ArrayList<>())
                    .add(text);
        }
        return halves;
    }

    private static boolean isRead(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 1) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
