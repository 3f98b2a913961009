package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    private static final String WORDS =
            "ads?|advert\\w*|a|share|see also|(?:most|top) (?:read|viewed)|(?:article|post)? ?meta|\\w*date|x?y|[mn]ore|дата";

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ad",
            "ads",
            "adsx",
            "top ads box",
            "load",
            "advertising",
            "share",
            "shared",
            "see  also",
            "see also",
            "top read",
            "topread",
            "most viewed x",
            "post meta",
            "postmeta",
            "meta",
            "metal",
            "update",
            "my update box",
            "y",
            "xy",
            "xyz",
            "more",
            "nore less",
            "дата",
            "bx дата",
            "xдата");

    @Test
    void findsWhatTheRegularExpressionFinds() {
        Pattern expected = Pattern.compile("(?:^| )(?:" + WORDS + ")(?= |$)");
        Alternatives words = Alternatives.ofWords(WORDS);

        assertThat(TEXTS).allSatisfy(text -> assertThat(words.isIn(text))
                .as(text)
                .isEqualTo(expected.matcher(text).find()));
    }

    @Test
    void findsPhrasesOnlyWhereAWordBegins() {
        Alternatives phrases = Alternatives.ofPhrases("log in to|(?:sign|register) (?:now )?to|rights?\\b");

        assertThat(phrases.isIn("please (sign now to read)")).isTrue();
        assertThat(phrases.isIn("you log in to 𝒜")).isTrue();
        assertThat(phrases.isIn("a blog in town")).isFalse();
        assertThat(phrases.isIn("𝒜log in to")).isFalse();
        assertThat(phrases.isIn("righteous")).isFalse();
    }
}
