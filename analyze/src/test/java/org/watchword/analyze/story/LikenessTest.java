package org.watchword.analyze.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchword.analyze.story.TestingTexts.changed;
import static org.watchword.analyze.story.TestingTexts.text;
import static org.watchword.analyze.story.TestingTexts.words;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LikenessTest {

    private static final String REPORT = text(1, 400);
    private static final String SPEECH = text(2, 12_000);

    private static Likeness likeness(String one, String other) {
        StorySettings settings = StorySettings.defaults();
        Likeness there = Likeness.of(TextSketch.of(one), TextSketch.of(other), settings);
        assertThat(Likeness.of(TextSketch.of(other), TextSketch.of(one), settings))
                .as("the other way round")
                .isEqualTo(there);
        return there;
    }

    @Test
    void differencesOfCaseAndPunctuationAreNone() {
        assertThat(likeness(REPORT, REPORT.toUpperCase(Locale.ROOT).replace('.', '!')))
                .isEqualTo(Likeness.SAME);
    }

    @Test
    void otherTextsAreNotAlike() {
        assertThat(likeness(REPORT, text(3, 400))).isEqualTo(Likeness.NONE);
        assertThat(likeness(SPEECH, text(3, 12_000))).isEqualTo(Likeness.NONE);
        assertThat(likeness("", "")).isEqualTo(Likeness.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 20, 100})
    void smallEditsLeaveATextAlike(int every) {
        assertThat(likeness(REPORT, changed(REPORT, every))).isEqualTo(Likeness.ALIKE);
        assertThat(likeness(SPEECH, changed(SPEECH, every))).isEqualTo(Likeness.ALIKE);
    }

    @Test
    void paragraphsInAnotherOrderAreAlike() {
        assertThat(likeness(REPORT, words(REPORT, 200, 400) + "\n\n" + words(REPORT, 0, 200)))
                .isEqualTo(Likeness.ALIKE);
    }

    @Test
    void reportCutFromItsEndIsTheSameStory() {
        assertThat(likeness(REPORT, "Other headline. " + words(REPORT, 0, 100))).isEqualTo(Likeness.CUT);
        assertThat(likeness(SPEECH, words(SPEECH, 0, 3_000))).isEqualTo(Likeness.CUT);
    }

    @Test
    void reportInAPageTwiceAsLongIsTheSameStory() {
        String longer = text(4, 180) + ' ' + words(REPORT, 0, 240) + ' ' + text(5, 40);

        assertThat(likeness(words(REPORT, 0, 240), longer)).isIn(Likeness.CONTAINED, Likeness.ALIKE);
    }

    @Test
    void passageOutOfTheMiddleIsNot() {
        assertThat(likeness(REPORT, words(REPORT, 200, 300))).isEqualTo(Likeness.NONE);
    }

    @Test
    void livePageIsNoCopyOfAnyReportInIt() {
        String live = text(6, 400) + "\n\n" + REPORT + "\n\n" + text(7, 400);

        assertThat(likeness(live, REPORT)).isEqualTo(Likeness.NONE);
    }

    @Test
    void quotationOfAPassageIsNoCopy() {
        assertThat(likeness(REPORT, text(8, 250) + ' ' + words(REPORT, 100, 200) + ' ' + text(9, 50)))
                .isEqualTo(Likeness.NONE);
    }

    @Test
    void sameFormWithOtherNumbersIsAnotherReport() {
        String form = words(REPORT, 0, 40)
                + " On %1$d1 October %1$d2 people came, %1$d3 stayed and %1$d4 left, the office said. "
                + words(REPORT, 40, 120);

        assertThat(likeness(form.formatted(7), form.formatted(8))).isEqualTo(Likeness.NONE);
        assertThat(likeness(form.formatted(7), changed(form.formatted(7), 20))).isEqualTo(Likeness.ALIKE);
    }

    @Test
    void shortTextsMustBeTheSame() {
        String notice = words(REPORT, 0, 40);

        assertThat(likeness(notice, notice.toLowerCase(Locale.ROOT))).isEqualTo(Likeness.SAME);
        assertThat(likeness(notice, changed(notice, 20))).isEqualTo(Likeness.NONE);
    }

    @Test
    void textOfAFewWordsIsNeverACopy() {
        assertThat(likeness("Watch the video of this report.", "Watch the video of this report."))
                .isEqualTo(Likeness.NONE);
    }

    @Test
    void longTextsAreKeptInBoundedSpace() {
        TextSketch sketch = TextSketch.of(SPEECH);

        assertThat(sketch.thinning()).isPositive();
        assertThat(sketch.shingles()).hasSizeBetween(4 * 400, 4 * TextSketch.MOST_SHINGLES);
        assertThat(sketch.keys()).hasSizeBetween(20, TextSketch.MOST_KEYS);
        assertThat(TextSketch.of(REPORT).keys()).hasSizeBetween(20, TextSketch.MOST_KEYS);
    }

    /** Sketches are kept and compared with those of later versions of this program. */
    @Test
    void sketchOfATextIsTheSameForGood() {
        String json = JsonMapper.shared().writeValueAsString(TextSketch.of("They came on 3 May, the Harbour said."));

        assertThat(json)
                .isEqualTo("{\"words\":8,\"digest\":\"2dad6970a87c92813919b886c397c084\",\"thinning\":0,"
                        + "\"shingles\":\"U1YJEraqgOF1eRfskoWaQ0nAyPM=\",\"numbers\":\"plcyRQ==\"}");
        assertThat(JsonMapper.shared().readValue(json, TextSketch.class))
                .isEqualTo(TextSketch.of("they CAME on 3 May: the harbour said"));
    }
}
