package org.watchword.analyze.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.quote.QuoteFinder;
import org.watchword.analyze.quote.QuoteFinders;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Annotates JSON lines from standard input, for measuring this module alone. Argument: the languages folder. */
final class AnnotateMain {

    private AnnotateMain() {}

    public static void main(String[] args) throws IOException {
        Path languages = Path.of(args[0]);
        JsonMapper json = new JsonMapper();
        QuoteFinder quotes = QuoteFinders.load(languages);
        Annotator annotator = new AnnotatorFactory(NlpModels.load(), NameFinder.load(languages)).create();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        long tokens = 0;
        long nanos = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                long before = System.nanoTime();
                AnnotatedText text = annotator.annotate(
                        node.path("text").stringValue(""), node.path("language").stringValue(null));
                List<?> found = quotes.find(text);
                nanos += System.nanoTime() - before;
                for (Sentence s : text.sentences()) {
                    tokens += s.tokens().size();
                }
                out.println(json.writeValueAsString(Map.of(
                        "id",
                        node.path("id").stringValue(""),
                        "language",
                        text.language(),
                        "sentences",
                        text.sentences().stream().map(Sentence::span).toList(),
                        "entities",
                        text.entities(),
                        "quotes",
                        found,
                        "statements",
                        List.of())));
            }
        }
        out.flush();
        System.err.printf("%d tokens, %.0f tokens/s%n", tokens, tokens * 1e9 / Math.max(1, nanos));
    }
}
