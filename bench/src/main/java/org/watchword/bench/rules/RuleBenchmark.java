package org.watchword.bench.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.bench.speed.Texts;

/**
 * Speeches a second on one core, text to the set of phrases that stand in it: ours, and Lucene's monitor with two of its presearchers. Both
 * cut the text into words themselves. {@code bench/run jmh RuleBenchmark -p file=FILE}, JSON lines with {@code text}; phrases come from
 * every second text, the others are searched.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class RuleBenchmark {

    @Param("")
    public String file = "";

    @Param({"100", "10000"})
    public int rules;

    private final List<String> texts = new ArrayList<>();
    private @Nullable RuleEngine engine;
    private @Nullable LuceneMonitor termFilter;
    private @Nullable LuceneMonitor multipass;
    private int next;

    /** @throws IOException when the file holds no texts */
    @Setup
    public void read() throws IOException {
        SpeechHalves halves = new SpeechHalves(Texts.read(Path.of(file), SpeechHalves.MOST));
        texts.addAll(halves.searched());
        List<List<String>> all = new Wording(halves.drawnFrom(), SpeechHalves.SEED).phrases(SpeechHalves.MANY);
        List<List<String>> phrases = SpeechHalves.every(all, rules);
        GeneratedRules generated =
                new GeneratedRules(new Wording(halves.drawnFrom(), SpeechHalves.SEED), Lexicons.load(), Map.of());
        engine = generated.engine(generated.phrases(phrases));
        termFilter = new LuceneMonitor(new TermFilteredPresearcher(), phrases);
        multipass = new LuceneMonitor(new MultipassTermFilteredPresearcher(4), phrases);
    }

    @TearDown
    public void close() throws IOException {
        if (termFilter != null && multipass != null) {
            termFilter.close();
            multipass.close();
        }
    }

    private String text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }

    @Benchmark
    public Set<String> watchword() {
        return engine == null ? Set.of() : engine.matching(SurfaceText.of(text()));
    }

    @Benchmark
    public Set<String> luceneTermFilter() {
        return termFilter == null ? Set.of() : termFilter.matching(text());
    }

    @Benchmark
    public Set<String> luceneMultipass() {
        return multipass == null ? Set.of() : multipass.matching(text());
    }
}
