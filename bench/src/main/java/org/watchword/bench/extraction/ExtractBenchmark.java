package org.watchword.bench.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;

/**
 * Pages a second on one core, bytes to article, pages in turn: ours with title, dates, byline, speaker and turns; the peers with their text
 * alone. {@code bench/run jmh ExtractBenchmark -p folder=FOLDER}, a folder as {@link PageCorpus} knows it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 8)
@Measurement(iterations = 3, time = 8)
public class ExtractBenchmark {

    /** Labelled pages. */
    @Param("")
    public String folder = "";

    private final HtmlExtractor extractor = new HtmlExtractor();
    private List<byte[]> pages = List.of();
    private int next;

    /** @throws IOException when the folder holds no labelled pages */
    @Setup
    public void read() throws IOException {
        pages = PageCorpus.read(Path.of(folder)).stream()
                .map(LabelledPage::bytes)
                .toList();
    }

    private byte[] page() {
        next = (next + 1) % pages.size();
        return pages.get(next);
    }

    @Benchmark
    public Extraction watchword() {
        return extractor.extract(new Page(page(), "text/html", "https://news.example.org/a"));
    }

    @Benchmark
    public String readability4J() {
        return Peers.readability(page());
    }

    @Benchmark
    public String boilerpipe() {
        return Peers.boilerpipe(page());
    }
}
