package org.watchword.analyze.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InflectionTest {

    @Test
    void verbsFollowTheRulesOfSpelling() {
        assertThat(Inflection.verb("destroy")).containsExactly("destroy", "destroys", "destroyed", "destroying");
        assertThat(Inflection.verb("erase")).containsExactly("erase", "erases", "erased", "erasing");
        assertThat(Inflection.verb("bury")).containsExactly("bury", "buries", "buried", "burying");
        assertThat(Inflection.verb("crush")).containsExactly("crush", "crushes", "crushed", "crushing");
    }

    @Test
    void aShortVowelDoublesTheLastConsonant() {
        assertThat(Inflection.verb("slap")).containsExactly("slap", "slaps", "slapped", "slapping");
        assertThat(Inflection.verb("quip")).contains("quipped", "quipping");
        assertThat(Inflection.verb("expel")).contains("expelled", "expelling");
        assertThat(Inflection.verb("hunt")).contains("hunted").doesNotContain("huntted");
        assertThat(Inflection.verb("sow")).contains("sowed").doesNotContain("sowwed");
        assertThat(Inflection.verb("loot")).contains("looted").doesNotContain("lootted");
    }

    @Test
    void irregularVerbsHaveTheirOwnForms() {
        assertThat(Inflection.verb("hear")).containsExactly("hear", "hears", "heard", "hearing");
        assertThat(Inflection.verb("slay")).containsExactly("slay", "slays", "slew", "slain", "slaying");
        assertThat(Inflection.verb("overrun")).contains("overran", "overrunning");
        assertThat(Inflection.verb("lie")).as("what is not true").containsExactly("lie", "lies", "lied", "lying");
        assertThat(Inflection.noun("louse")).containsExactly("louse", "lice");
    }

    @Test
    void aNounHasNoFormsOfAVerbThatIsSpelledLikeIt() {
        assertThat(Inflection.noun("fly")).containsExactly("fly", "flies");
        assertThat(Inflection.verb("fly")).contains("flew", "flying");
        assertThat(Inflection.any("fly")).contains("flies", "flown");
    }
}
