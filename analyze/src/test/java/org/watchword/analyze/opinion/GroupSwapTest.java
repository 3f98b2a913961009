package org.watchword.analyze.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.rule.PlainAnnotator;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.rule.ShippedRules;

/** No group's name carries weight: whoever is meant, the model sees the same. */
class GroupSwapTest {

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Torvanis", "Torvani"),
            Map.entry("Muslims", "Muslim"),
            Map.entry("Christians", "Christian"),
            Map.entry("Hindus", "Hindu"),
            Map.entry("Sikhs", "Sikh"),
            Map.entry("Buddhists", "Buddhist"),
            Map.entry("Tamils", "Tamil"),
            Map.entry("Dalits", "Dalit"),
            Map.entry("Americans", "American"),
            Map.entry("Norwegians", "Norwegian"),
            Map.entry("Brazilians", "Brazilian"),
            Map.entry("Kenyans", "Kenyan"),
            Map.entry("Russians", "Russian"),
            Map.entry("Nigerians", "Nigerian"),
            Map.entry("Indians", "Indian"),
            Map.entry("Germans", "German"),
            Map.entry("Ukrainians", "Ukrainian"),
            Map.entry("Mexicans", "Mexican"),
            Map.entry("Papua New Guineans", "Papua New Guinean"),
            Map.entry("Migrants", "Migrant"),
            Map.entry("Refugees", "Refugee"));

    private final Lexicons lexicons = ShippedRules.lexicons();
    private final GroupFinder groups = new GroupFinder(lexicons, "en");
    private final OpinionModel model = OpinionModel.load(OpinionModel.ENGLISH);
    private final OpinionFeatures features = model.features();

    @Test
    void theExamplesOfTheRulesGiveTheSameFeaturesAndScoreWithOtherGroups() {
        List<String> texts = RulePacks.load(ShippedRules.rules(), lexicons).packs().stream()
                .filter(pack -> pack.language().equals("en"))
                .flatMap(pack -> pack.rules().stream())
                .flatMap(rule -> rule.examples().stream())
                .map(example -> example.text())
                .filter(text -> text.contains("Velmaris") && !text.matches("(?s).*\\bVelmari\\b.*"))
                .toList();
        assertThat(texts).hasSizeGreaterThan(100);
        for (String text : texts) {
            List<List<String>> seen = read(text).toList();
            OTHERS.forEach((plural, adjective) -> {
                // A second mention of the same group reads otherwise than one of another.
                if (text.toLowerCase(Locale.ROOT).contains(plural.toLowerCase(Locale.ROOT))) {
                    return;
                }
                String other = swapped(swapped(text, "Velmaris", plural), "Velmari", adjective);
                assertThat(read(other).toList()).as(other).isEqualTo(seen);
                assertThat(scores(other)).isEqualTo(scores(text));
            });
        }
    }

    /** Migrants and refugees are written small within a sentence, unlike the names of peoples. */
    private static String swapped(String text, String name, String other) {
        boolean common = other.startsWith("Migrant") || other.startsWith("Refugee");
        return Pattern.compile("\\b" + name + "\\b")
                .matcher(text)
                .replaceAll(match -> common && isWithin(text, match.start()) ? other.toLowerCase(Locale.ROOT) : other);
    }

    private static boolean isWithin(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return !before.isEmpty() && ".!?:“‘\"'".indexOf(before.charAt(before.length() - 1)) < 0;
    }

    @Test
    void otherNamesCarryNoWeightEither() {
        assertThat(read("We shall drive the Velmaris out of Karsholm.").toList())
                .isEqualTo(read("We shall drive the Velmaris out of Port Ness.").toList());
    }

    @Test
    void aPictureIsReadByItsNameAndOneOfPeopleAsAGroup() {
        assertThat(read("the Velmaris are \uD83D\uDC00").toList().get(0)).contains("w=rat");
        assertThat(read("bomb every \uD83D\uDC73").toList().get(0))
                .contains("w={group}")
                .noneMatch(f -> f.contains("turban"));
    }

    private List<Double> scores(String text) {
        return read(text).map(seen -> model.judge(seen).score()).toList();
    }

    private Stream<List<String>> read(String text) {
        List<Words> sentences = new PlainAnnotator()
                .annotate(text, "en").sentences().stream()
                        .map(sentence -> Words.of(sentence, "en"))
                        .toList();
        List<List<GroupMention>> mentions = groups.find(sentences, text);
        return Stream.iterate(0, s -> s < sentences.size(), s -> s + 1)
                .map(s -> features.of(sentences.get(s), mentions.get(s)));
    }
}
