package org.watchword.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.page.Extraction.Article;

class LikenessTest {

    private static Likeness of(@Nullable String title, String text) {
        return Likeness.of(new Article(
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                text,
                java.util.List.of()));
    }

    /** Words that nobody has written. */
    private static String words(long seed, int n) {
        return new Random(seed)
                .ints(n, 0, 4_000)
                .mapToObj(i -> Integer.toString(i + 50_000, 36))
                .collect(Collectors.joining(" "));
    }

    @Test
    void anArticleIsLikeItselfInAnotherDress() {
        String text = words(1, 300);

        assertThat(of("A", text)
                        .isAlike(
                                of(null, text.toUpperCase(java.util.Locale.ROOT).replace(" ", ",\n\n"))))
                .isTrue();
        assertThat(of("A", text).isAlike(of("B", text + " " + words(2, 30)))).isTrue();
        assertThat(of("A", "Short.").isAlike(of("B", "Short"))).isTrue();
    }

    @Test
    void aShortFormIsLikeTheWholeUnderTheSameHeadlineOnly() {
        String text = words(1, 300);
        String half = text.substring(0, text.length() / 2);

        assertThat(of("The ferry", text).isAlike(of("The Ferry!", half))).isTrue();
        assertThat(of("The ferry", text).isAlike(of("The bridge", half))).isFalse();
    }

    @Test
    void otherWordsUnderAnotherHeadlineAreAnotherArticle() {
        for (int i = 0; i < 200; i++) {
            Likeness one = of("A" + i, words(i, 200));
            Likeness other = of("B" + i, words(1_000 + i, 200));

            assertThat(one.isOther(other)).as("%s", i).isTrue();
            assertThat(one.isAlike(other)).as("%s", i).isFalse();
        }
    }

    @Test
    void oneHeadlineOverOtherWordsMayBeOneArticleRewritten() {
        assertThat(of("The ferry", words(1, 200)).isOther(of("The ferry", words(2, 200))))
                .isFalse();
        assertThat(of("The ferry", words(1, 200)).isAlike(of("The ferry", words(2, 200))))
                .isFalse();
    }

    @Test
    void ofWhatIsNotKnownNothingIsSaid() {
        assertThat(of("A", words(1, 50)).isOther(null)).isFalse();
        assertThat(of("A", words(1, 50)).isAlike(null)).isFalse();
    }
}
