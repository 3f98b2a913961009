package org.watchword.bench.extraction;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
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
            "Whole texts: runs of four words, each page counting one. Marked segments: found, or kept out.",
            "Pages with whole texts are also read with the article taken out, which should be refused."
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

    @Option(names = "--peers", description = "score and time Readability4J and boilerpipe on the same pages too")
    private boolean peers;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Scored(LabelledPage page, double share, int wrong, int missed) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path folder : folders) {
            List<LabelledPage> pages = PageCorpus.read(folder);
            report(folder, pages, out);
            refusals(pages, out);
            if (peers) {
                var extractor = new HtmlExtractor();
                out.printf(
                        Locale.ROOT,
                        "  Watchword, all fields: %.0f pages/s of CPU%n",
                        perSecond(pages, page -> ExtractRecord.of("", page, extractor)
                                .text()));
                Peers.all().forEach((name, peer) -> {
                    var sum = new Agreement();
                    pages.forEach(page -> add(sum, page, peer.text(page.bytes())));
                    out.printf(Locale.ROOT, "  %-20s %s  %.0f pages/s of CPU%n", name, sum, perSecond(pages, peer));
                });
            }
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

    /** Pages a second of one core, in CPU time, so that what else the machine does counts little; the second round is timed. */
    private static double perSecond(List<LabelledPage> pages, Peers.Extractor extractor) {
        List<byte[]> bodies = pages.stream().map(LabelledPage::bytes).toList();
        bodies.forEach(extractor::text);
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        bodies.forEach(extractor::text);
        return bodies.size() * 1e9 / (threads.getCurrentThreadCpuTime() - before);
    }

    /** Each page once more without its article: what is left should be refused. */
    private static void refusals(List<LabelledPage> pages, PrintWriter out) {
        var extractor = new HtmlExtractor();
        int[] all = new int[Half.values().length];
        int[] refused = new int[Half.values().length];
        for (LabelledPage page : pages) {
            if (page.body() instanceof LabelledPage.Whole whole) {
                byte[] hollow = HollowPage.of(page.bytes(), whole.text());
                int half = page.half().ordinal();
                all[half]++;
                refused[half] += ExtractRecord.of("", hollow, extractor).text().isEmpty() ? 1 : 0;
            }
        }
        for (Half half : Half.values()) {
            if (all[half.ordinal()] > 0) {
                out.printf(
                        "  without its article refused: %d of %d (%s)%n",
                        refused[half.ordinal()], all[half.ordinal()], half);
            }
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
