package org.watchword.bench.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.watchword.bench.process.CoreNlp;

/** How quickly Stanford CoreNLP annotates the same texts, by its own clock. */
final class CoreNlpSpeed {

    /** The second needs minutes for a text, so it is given fewer. */
    private static final List<Pipeline> PIPELINES = List.of(
            new Pipeline("words and names", "tokenize,ssplit,pos,lemma,ner", 20),
            new Pipeline("words, names, quotes", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote", 5));

    private CoreNlpSpeed() {}

    static void measure(Path jars, List<String> texts, long tokens, double ours, PrintWriter out)
            throws IOException, InterruptedException {
        double tokensPerChar =
                (double) tokens / texts.stream().mapToLong(String::length).sum();
        for (Pipeline pipeline : PIPELINES) {
            List<String> some = texts.subList(0, Math.min(pipeline.texts(), texts.size()));
            long theirs = Math.round(
                    tokensPerChar * some.stream().mapToLong(String::length).sum());
            try (CoreNlp coreNlp = new CoreNlp(jars)) {
                double seconds = coreNlp.annotate(pipeline.annotators(), some).seconds();
                double speed = theirs / seconds;
                out.printf(
                        "CoreNLP, %s (%s): %,d tokens in %.1f s, %,.0f tokens/s; ours %.1f times as many%n",
                        pipeline.name(), pipeline.annotators(), theirs, seconds, speed, ours / speed);
                out.flush();
            }
        }
    }

    private record Pipeline(String name, String annotators, int texts) {}
}
