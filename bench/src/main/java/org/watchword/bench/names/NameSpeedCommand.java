package org.watchword.bench.names;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.analyze.name.NameModel;
import org.watchword.analyze.name.NameTagger;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How many tokens the model of names reads in a second of processor time, beside the rest of the language work on the same text. */
@Command(
        name = "name-speed",
        description = "Measures the shipped model of names on the speeches of the UN general debate.")
public final class NameSpeedCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATA", description = "folder of the corpora")
    private Path data = Path.of(".");

    @Option(names = "--texts", defaultValue = "60", description = "texts to read; default ${DEFAULT-VALUE}")
    private int count;

    @Option(
            names = "--rounds",
            defaultValue = "8",
            description = "times over them, the last one counts; default ${DEFAULT-VALUE}")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        Annotator annotator = new AnnotatorFactory(NlpModels.load(), (text, language, sentences) -> List.of()).create();
        List<String> texts = PlainTexts.read(data).subList(0, count);
        NameModel model = NameModel.load(NameModel.ENGLISH);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= rounds; round++) {
            List<List<Sentence>> documents = new ArrayList<>();
            long before = threads.getCurrentThreadCpuTime();
            for (String text : texts) {
                documents.add(annotator.annotate(text, "en").sentences());
            }
            long annotated = threads.getCurrentThreadCpuTime() - before;
            before = threads.getCurrentThreadCpuTime();
            int names = 0;
            for (List<Sentence> document : documents) {
                names += new NameTagger(model).find(document).size();
            }
            long tagged = threads.getCurrentThreadCpuTime() - before;
            if (round == rounds) {
                long tokens = documents.stream()
                        .flatMap(List::stream)
                        .mapToLong(s -> s.tokens().size())
                        .sum();
                System.out.printf(
                        "%,d tokens, %,d names: names %,.0f tokens/s, sentences with parts of speech and lemmas %,.0f tokens/s, ratio %.1f%n",
                        tokens, names, tokens * 1e9 / tagged, tokens * 1e9 / annotated, (double) annotated / tagged);
            }
        }
        return 0;
    }
}
