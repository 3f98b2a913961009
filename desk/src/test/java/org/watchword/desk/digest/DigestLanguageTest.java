package org.watchword.desk.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.desk.health.Condition;
import org.watchword.desk.page.CategoryNames;
import org.watchword.model.Category;
import org.watchword.model.Severity;
import org.watchword.model.review.ReviewState;

class DigestLanguageTest {

    private static final Pattern PLURAL = Pattern.compile("\\{\\w+, plural, ((?:\\w+ \\{[^{}]*} ?)+)}");
    private static final Pattern KEYWORD = Pattern.compile("(\\w+) \\{");
    private static final Instant MORNING = Instant.parse("2031-05-17T04:05:00Z");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    static List<String> known() {
        return DigestLanguage.known();
    }

    @ParameterizedTest
    @MethodSource("known")
    void noLabelIsMissingAndNoneIsLeftOver(String tag) {
        SortedMap<String, String> english = DigestLanguage.of("en").labels();
        SortedMap<String, String> labels = DigestLanguage.of(tag).labels();
        assertThat(labels.keySet()).isEqualTo(english.keySet());
        assertThat(labels.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyLabelHasThePlacesOfTheEnglishOne(String tag) {
        SortedMap<String, String> english = DigestLanguage.of("en").labels();
        DigestLanguage.of(tag).labels().forEach((key, label) -> {
            List<String> allowed = new ArrayList<>(places(english.getOrDefault(key, "")));
            if (key.startsWith("trouble.")) {
                allowed.addAll(List.of("read", "problem", "published"));
                assertThat(allowed).as(tag + ": " + key).containsAll(places(label));
            } else {
                assertThat(places(label)).as(tag + ": " + key).containsExactlyInAnyOrderElementsOf(allowed);
            }
        });
    }

    private static List<String> places(String label) {
        return new MessageFormat(label, ULocale.ENGLISH)
                .getArgumentNames().stream().sorted().toList();
    }

    /** What is right of one language's plurals and wrong of another's shows here: Russian has few and many, Arabic six forms. */
    @ParameterizedTest
    @MethodSource("known")
    void everyPluralHasTheFormsOfItsLanguage(String tag) {
        SortedMap<String, String> labels = DigestLanguage.of(tag).labels();
        List<String> forms = new ArrayList<>(
                PluralRules.forLocale(ULocale.forLanguageTag(tag)).getKeywords());
        if (List.of("fr", "es").contains(tag)) {
            // For millions only.
            forms.remove("many");
        }
        labels.forEach((key, label) -> {
            Matcher plural = PLURAL.matcher(label);
            while (plural.find()) {
                assertThat(KEYWORD.matcher(plural.group(1)).results().map(found -> found.group(1)))
                        .as(tag + ": " + key)
                        .containsExactlyInAnyOrderElementsOf(forms);
            }
            assertThat(label.split("plural", -1))
                    .as(tag + ": " + key + " is read to its end")
                    .hasSize((int) PLURAL.matcher(label).results().count() + 1);
        });
    }

    @ParameterizedTest
    @MethodSource("known")
    void everythingThatCanBeToldHasAName(String tag) {
        DigestLanguage language = DigestLanguage.of(tag);
        for (Category category : Category.values()) {
            assertThat(language.category(category)).isNotBlank();
        }
        for (Severity severity : Severity.values()) {
            assertThat(language.severity(severity)).isNotBlank();
        }
        for (Change change : Change.values()) {
            assertThat(language.labels()).containsKey(labelled("change.", change));
        }
        for (Condition condition : Condition.values()) {
            if (condition.isWarning()) {
                assertThat(language.labels())
                        .containsKeys(labelled("condition.", condition), labelled("trouble.", condition));
            }
        }
        for (ReviewState state : ReviewState.values()) {
            if (state != ReviewState.UNREVIEWED && state != ReviewState.REJECTED) {
                assertThat(language.labels()).containsKey("note.review." + state.id());
            }
        }
    }

    private static String labelled(String prefix, Enum<?> value) {
        return prefix + value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Test
    void englishCallsCategoriesWhatTheDeskCallsThem() {
        DigestLanguage english = DigestLanguage.of("en");
        for (Category category : Category.values()) {
            assertThat(english.category(category)).isEqualTo(CategoryNames.fullName(category));
        }
    }

    @Test
    void datesAndNumbersAreThoseOfTheLanguage() {
        assertThat(DigestLanguage.of("en").minute(MORNING, VIENNA)).isEqualTo("17 May 2031, 06:05");
        assertThat(DigestLanguage.of("de").minute(MORNING, VIENNA)).isEqualTo("17. Mai 2031, 06:05");
        assertThat(DigestLanguage.of("ru").day(MORNING, VIENNA)).isEqualTo("17 мая 2031\u202fг.");
        assertThat(DigestLanguage.of("tr").day(MORNING, VIENNA)).isEqualTo("17 May 2031");
        assertThat(DigestLanguage.of("en").number(12_345.5)).isEqualTo("12,345.5");
        assertThat(DigestLanguage.of("de").number(12_345.5)).isEqualTo("12.345,5");
        assertThat(DigestLanguage.of("fr").number(12_345.5)).isEqualTo("12\u202f345,5");
    }

    @Test
    void pluralsAreThoseOfTheLanguage() {
        DigestLanguage russian = DigestLanguage.of("ru");
        assertThat(russian.say("headline.new", Map.of("n", 1))).isEqualTo("1 новое высказывание");
        assertThat(russian.say("headline.new", Map.of("n", 3))).isEqualTo("3 новых высказывания");
        assertThat(russian.say("headline.new", Map.of("n", 11))).isEqualTo("11 новых высказываний");
        assertThat(DigestLanguage.of("ar").say("headline.new", Map.of("n", 2))).isEqualTo("قولان جديدان");
    }

    @Test
    void whatHasNoLabelIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigestLanguage.of("tlh"))
                .withMessage("no digest can be written in 'tlh'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigestLanguage.of("de").say("nothing.such"))
                .withMessage("the language de has no label 'nothing.such'");
    }
}
