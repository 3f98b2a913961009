package org.watchword.bench.extraction;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.watchword.ingest.extract.ExtractRecord;
import org.watchword.ingest.extract.HtmlExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Article text against labelled pages. */
@Command(
        name = "articles",
        mixinStandardHelpOptions = true,
        description = {
            "Scores article text against labelled pages.",
            "Whole texts: runs of four words, each page counting one. Marked segments: found, or kept out."
        })
public final class ArticlesCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "article-extraction-benchmark, fundus or trafilatura")
    private List<Path> folders = List.of();

    @Option(names = "--folds", defaultValue = "5", description = "sites are dealt into this many folds (default: 5)")
    private int folds;

    @Option(names = "--worst", defaultValue = "0", description = "name this many of the worst pages of the tuning half")
    private int worst;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Scored(LabelledPage page, double share, int wrong, int missed) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path folder : folders) {
            report(folder, PageCorpus.read(folder), out);
        }
        out.flush();
        return 0;
    }

    private void report(Path folder, List<LabelledPage> pages, PrintWriter out) {
        var extractor = new HtmlExtractor();
        var all = new Agreement();
        var halves = List.of(new Agreement(), new Agreement());
        var parts = IntStream.range(0, folds).mapToObj(i -> new Agreement()).toList();
        var scored = new ArrayList<Scored>();
        int empty = 0;
        for (LabelledPage page : pages) {
            String text = ExtractRecord.of("", page.bytes(), extractor).text();
            empty += text.isEmpty() ? 1 : 0;
            add(all, page, text);
            add(parts.get(Half.fold(page.site(), folds)), page, text);
            Scored one = add(halves.get(page.half().ordinal()), page, text);
            if (page.half() == Half.TUNING) {
                scored.add(one);
            }
        }
        out.printf(Locale.ROOT, "%s: %d pages without text%n", folder.getFileName(), empty);
        out.println("  all          " + all);
        for (Half half : Half.values()) {
            out.printf("  %-12s %s%n", half, halves.get(half.ordinal()));
        }
        for (int i = 0; i < folds; i++) {
            out.println("  fold " + (i + 1) + "       " + parts.get(i));
        }
        scored.sort(Comparator.comparingDouble(Scored::share));
        for (Scored s : scored.subList(0, Math.min(worst, scored.size()))) {
            out.printf(
                    Locale.ROOT,
                    "    %.2f  %s (%s)  %d wrong, %d missed%n",
                    s.share,
                    s.page.id(),
                    s.page.site(),
                    s.wrong,
                    s.missed);
        }
    }

    private static Scored add(Agreement sum, LabelledPage page, String text) {
        if (page.body() instanceof LabelledPage.Whole whole) {
            var expected = new Shingles(whole.text());
            var found = new Shingles(text);
            int shared = expected.shared(found);
            return new Scored(page, sum.add(expected, found), found.size() - shared, expected.size() - shared);
        }
        var segments = (LabelledPage.Segments) page.body();
        int right = (int) segments.with().stream().filter(text::contains).count();
        int wrong = (int) segments.without().stream().filter(text::contains).count();
        int missed = segments.with().size() - right;
        sum.add(right, wrong, missed);
        return new Scored(page, (double) right / Math.max(1, right + wrong + missed), wrong, missed);
    }
}
