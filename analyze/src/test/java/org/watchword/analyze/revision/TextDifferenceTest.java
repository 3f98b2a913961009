package org.watchword.analyze.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.watchword.model.Edit;
import org.watchword.model.RevisionKind;

class TextDifferenceTest {

    @Test
    void wordsReplacedAreOneEditWithPlacesInBothTexts() {
        String from = "🐀 About 22,000 people live in the valley.\n\nNobody laughed.";
        String to = "🐀 About 16,000 people live in the valley.\n\nNobody laughed.";

        TextDifference difference = TextDifference.between(from, to);

        assertThat(difference.edits()).containsExactly(new Edit(9, 15, 9, 15, "22,000", "16,000"));
        assertThat(difference.kind()).isEqualTo(RevisionKind.REWORDED);
        assertThat(difference.removed()).isEqualTo(1);
        assertThat(difference.added()).isEqualTo(1);
        assertThat(difference.exact()).isTrue();
    }

    @Test
    void wordsAddedHaveAnEmptyPlaceWhereTheWordsBeforeThemEnd() {
        TextDifference added = TextDifference.between("He spoke.", "He spoke at length.");
        TextDifference removed = TextDifference.between("He spoke.\n\nNobody laughed.", "He spoke.");

        assertThat(added.edits()).containsExactly(new Edit(8, 8, 9, 18, "", "at length"));
        assertThat(added.kind()).isEqualTo(RevisionKind.EXTENDED);
        assertThat(removed.edits()).containsExactly(new Edit(11, 26, 9, 9, "Nobody laughed.", ""));
        assertThat(removed.kind()).isEqualTo(RevisionKind.SHORTENED);
        assertThat(removed.removed()).isEqualTo(2);
    }

    @Test
    void anEditWithinALongParagraphDoesNotTakeTheParagraph() {
        String rest = " The ferry sails at noon and comes back before the evening if the wind allows it to.";

        assertThat(TextDifference.between("They are rats." + rest, "They are people." + rest)
                        .edits())
                .extracting(Edit::removed, Edit::added)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rats", "people"));
    }

    @Test
    void layoutAndMarksAreToldFromWords() {
        assertThat(TextDifference.between("One  two.\nThree.", "One two.\n\nThree.")
                        .kind())
                .isEqualTo(RevisionKind.LAYOUT);
        assertThat(TextDifference.between("\"One two\", he said", "“One Two” he said")
                        .kind())
                .isEqualTo(RevisionKind.MARKS);
        assertThat(TextDifference.between("caf\u0065\u0301", "caf\u00e9").kind())
                .isEqualTo(RevisionKind.MARKS);
    }

    @Test
    void everyScriptIsComparedByItsOwnWords() {
        assertThat(TextDifference.between("Մենք տեսանք գետը։", "Մենք տեսանք լեռը։")
                        .edits())
                .extracting(Edit::removed, Edit::added)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("գետը", "լեռը"));
        assertThat(TextDifference.between("Совет собрался утром.", "Совет собрался вечером.")
                        .edits())
                .extracting(Edit::removed, Edit::added)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("утром", "вечером"));
        assertThat(TextDifference.between("👨‍👩‍👧 came", "👨‍👩‍👧‍👦 came").edits())
                .extracting(Edit::removed, Edit::added)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("👨‍👩‍👧", "👨‍👩‍👧‍👦"));
    }

    /** Whatever the texts: taking the edits into the earlier text gives the words of the later one. */
    @Test
    void editsLeadFromOneTextToTheOther() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String from = randomText(random);
            String to = randomText(random);
            TextDifference difference = TextDifference.between(from, to);
            StringBuilder patched = new StringBuilder();
            int at = 0;
            for (Edit edit : difference.edits()) {
                patched.append(from, at, edit.fromStart())
                        .append(' ')
                        .append(edit.added())
                        .append(' ');
                assertThat(edit.from().in(from)).as("seed %s", seed).isEqualTo(edit.removed());
                assertThat(edit.to().in(to)).as("seed %s", seed).isEqualTo(edit.added());
                at = edit.fromEnd();
            }
            patched.append(from.substring(at));
            assertThat(words(patched.toString())).as("seed %s", seed).isEqualTo(words(to));
        }
    }

    @Test
    void hostileTextsAreComparedInBoundedTime() {
        String one = IntStream.range(0, 150_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String other = IntStream.range(0, 150_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
        List<String> shuffled = new ArrayList<>(List.of(one.split(" ")));
        java.util.Collections.shuffle(shuffled, new Random(1));
        for (String later :
                List.of(other, String.join(" ", shuffled), String.join("\n", shuffled), "x".repeat(900_000))) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                TextDifference difference = TextDifference.between(one, later);
                assertThat(difference.exact()).isFalse();
                assertThat(difference.edits()).hasSize(1);
            });
        }
        assertThatCode(() -> TextDifference.between("", "\ud83d x")).doesNotThrowAnyException();
    }

    private static String randomText(Random random) {
        List<String> vocabulary = List.of("rats", "the", "of", "😀", "hill", "—", "“so”", "e\u0301t", "гора");
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(i ->
                        vocabulary.get(random.nextInt(vocabulary.size())) + (random.nextInt(9) == 0 ? "\n\n" : " "))
                .collect(Collectors.joining());
    }

    private static List<String> words(String text) {
        return WordToken.of(text).stream().map(WordToken::text).toList();
    }
}
