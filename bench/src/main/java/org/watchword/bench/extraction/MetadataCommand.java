package org.watchword.bench.extraction;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.extract.ExtractRecord;
import org.watchword.ingest.extract.HtmlExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Date, title and authors against labelled pages. */
@Command(
        name = "metadata",
        aliases = "dates",
        mixinStandardHelpOptions = true,
        description = {
            "Scores publication date, title and authors against labelled pages: what is labelled is counted.",
            "Dates to the day as the page prints it, titles after white space is made plain, authors as sets of names."
        })
public final class MetadataCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "htmldate, fundus or trafilatura pages")
    private List<Path> folders = List.of();

    @Option(names = "--errors", description = "show what is wrong on the tuning half")
    private boolean errors;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<LabelledPage, ExtractRecord> read = new HashMap<>();

    /** What was asked for, answered, and answered right. */
    private static final class Tally {
        private int labelled;
        private int answered;
        private int right;

        void add(boolean has, boolean isRight) {
            labelled++;
            answered += has ? 1 : 0;
            right += isRight ? 1 : 0;
        }

        @Override
        public String toString() {
            return labelled == 0
                    ? "-"
                    : String.format(
                            Locale.ROOT,
                            "%d of %d (%.4f), %d answered",
                            right,
                            labelled,
                            (double) right / labelled,
                            answered);
        }
    }

    private enum Field {
        DATE,
        TITLE,
        AUTHORS
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var extractor = new HtmlExtractor();
        for (Path folder : folders) {
            var pages = PageCorpus.read(folder);
            out.println(folder.getFileName());
            for (Field field : Field.values()) {
                for (Half half : Half.values()) {
                    var tally = new Tally();
                    pages.stream().filter(p -> p.half() == half).forEach(p -> score(field, p, extractor, tally));
                    out.printf("  %-8s %-12s %s%n", field, half, tally);
                }
            }
        }
        out.flush();
        return 0;
    }

    private void score(Field field, LabelledPage page, HtmlExtractor extractor, Tally tally) {
        String expected = expected(field, page);
        if (expected == null) {
            return;
        }
        ExtractRecord got = read.computeIfAbsent(page, p -> ExtractRecord.of("", p.bytes(), extractor));
        String found = found(field, got);
        boolean right = right(field, page, got);
        tally.add(found != null, right);
        if (errors && !right && page.half() == Half.TUNING) {
            spec.commandLine().getOut().printf("    %s: %s, not %s%n", page.id(), found, expected);
        }
    }

    private static @Nullable String expected(Field field, LabelledPage page) {
        return switch (field) {
            case DATE -> page.date();
            case TITLE -> page.title();
            case AUTHORS -> page.authors() == null || page.authors().isEmpty() ? null : String.valueOf(page.authors());
        };
    }

    private static @Nullable String found(Field field, ExtractRecord got) {
        return switch (field) {
            case DATE -> got.publishedAt() == null ? null : got.publishedAt().toString();
            case TITLE -> got.title();
            case AUTHORS -> got.byline();
        };
    }

    private static boolean right(Field field, LabelledPage page, ExtractRecord got) {
        String expected = expected(field, page);
        String found = found(field, got);
        if (expected == null || found == null) {
            return false;
        }
        return switch (field) {
            case DATE -> day(found).equals(day(expected));
            case TITLE -> plain(expected).equals(plain(found));
            case AUTHORS -> names(page.authors()).equals(names(List.of(found.split(", "))));
        };
    }

    private static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static Set<String> names(@Nullable List<String> names) {
        var out = new HashSet<String>();
        if (names != null) {
            names.forEach(
                    n -> out.addAll(List.of(plain(n).toLowerCase(Locale.ROOT).split(", "))));
        }
        return out;
    }
}
