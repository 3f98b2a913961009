package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.watchword.analyze.name.FoundName;
import org.watchword.bench.process.CoreNlp;
import org.watchword.model.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names that Stanford CoreNLP finds in the corpora that train-names holds out, counted in the same way. */
@Command(
        name = "names-peer",
        mixinStandardHelpOptions = true,
        description = {
            "Counts which names of labelled corpora Stanford CoreNLP finds with its models as shipped, exactly and by type,",
            "as train-names --hold-out counts what ours does."
        })
public final class PeerNamesCommand implements Callable<Integer> {

    private static final Map<String, EntityType> TYPES = Map.of(
            "PERSON", EntityType.PERSON, "ORGANIZATION", EntityType.ORGANIZATION, "LOCATION", EntityType.LOCATION);

    /** It tells pronouns as mentions of persons; no corpus of names labels them. */
    private static final Set<String> PRONOUNS = Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself");

    @Parameters(index = "0", paramLabel = "DATA", description = "Folder of the corpora.")
    private Path data = Path.of(".");

    @Parameters(
            index = "1",
            paramLabel = "JARS",
            description = "Folder with the jars of CoreNLP and its English models.")
    private Path jars = Path.of(".");

    @Option(names = "--corpora", split = ",", description = "Short names of the corpora. Default: uner,wikigold.")
    private List<String> corpora = List.of("uner", "wikigold");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, List<LabelledText>> labelled = Corpora.read(data);
        JsonMapper json = JsonMapper.shared();
        for (String corpus : corpora) {
            List<LabelledText> texts = labelled.getOrDefault(corpus, List.of());
            Scores scores = new Scores();
            try (CoreNlp coreNlp = new CoreNlp(jars)) {
                List<Path> answers = coreNlp.annotate(
                                "tokenize,ssplit,pos,lemma,ner",
                                texts.stream().map(LabelledText::text).toList())
                        .files();
                for (int i = 0; i < texts.size(); i++) {
                    scores.add(
                            texts.get(i).labels(),
                            names(json.readTree(answers.get(i).toFile())));
                }
            }
            System.out.println(corpus + ": " + scores.line());
        }
        return 0;
    }

    private static List<FoundName> names(JsonNode answer) {
        List<FoundName> names = new ArrayList<>();
        for (JsonNode sentence : answer.path("sentences")) {
            for (JsonNode mention : sentence.path("entitymentions")) {
                EntityType type = TYPES.get(mention.path("ner").asString());
                String words = mention.path("text").asString().toLowerCase(Locale.ROOT);
                if (type != null && !PRONOUNS.contains(words)) {
                    names.add(new FoundName(
                            mention.path("characterOffsetBegin").asInt(),
                            mention.path("characterOffsetEnd").asInt(),
                            type));
                }
            }
        }
        return names;
    }
}
