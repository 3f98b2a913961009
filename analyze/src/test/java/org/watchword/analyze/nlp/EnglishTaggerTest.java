package org.watchword.analyze.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.BeamSearchContextGenerator;
import org.junit.jupiter.api.Test;
import org.watchword.model.Span;

class EnglishTaggerTest {

    private static final String[] WORDS = {
        "The", "minister", "of", "Marenthia", "said", "that", "she", "will", "not", "leave", "\"", ",", "harbour",
                "3,400", "set",
        "run", "well-known", "İzel", "BOATS", "'s", "n't", "to", "like", "better", "x7", "her", "Ilse", ":", "😀",
                "fire"
    };

    private final EnglishTagger tagger = new EnglishTagger(NlpModels.load());

    @Test
    void tagsAsTheModelsOwnFeaturesAndSearchDo() throws IOException {
        Random random = new Random(20_240_517);
        BeamSearchContextGenerator<String> features = features();
        BeamSearch search = new BeamSearch(3, maxent());
        for (int round = 0; round < 300; round++) {
            String[] words = new String[1 + random.nextInt(25)];
            for (int i = 0; i < words.length; i++) {
                words[i] = WORDS[random.nextInt(WORDS.length)];
            }
            List<String> expected = search.bestSequence(words, null, features, (i, s, tags, tag) -> true)
                    .getOutcomes();
            assertThat(tag(words)).as(String.join(" ", words)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void tagsAnySentenceHoweverLongInPieces() {
        String[] words = new String[1_000];
        Arrays.setAll(words, i -> WORDS[i % WORDS.length]);

        assertThat(tag(words)).hasSize(1_000).doesNotContainNull();
    }

    @Test
    void tagsNothingAsNothing() {
        assertThat(tagger.tag("", List.of())).isEmpty();
    }

    private String[] tag(String... words) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            spans.add(new Span(text.length(), text.length() + word.length()));
            text.append(word).append(' ');
        }
        return tagger.tag(text.toString(), spans);
    }

    /** A copy of the words each time, since the generator takes the same array for the same features whatever the tags. */
    private static BeamSearchContextGenerator<String> features() throws IOException {
        POSContextGenerator generator = model().getFactory().getPOSContextGenerator(0);
        return (index, words, tags, extra) -> generator.getContext(index, words.clone(), tags, extra);
    }

    private static MaxentModel maxent() throws IOException {
        return model().getArtifact("pos.model");
    }

    private static POSModel model() throws IOException {
        try (InputStream in = EnglishTaggerTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
            return new POSModel(in);
        }
    }
}
