package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void sha256MatchesTheStandardsExample() {
        assertThat(ContentHash.sha256Hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void statementIdDependsOnUrlVersionAndSpanOnly() {
        String id = ContentHash.statementId("https://a.example/", "t1", 3, 9);

        assertThat(id).hasSize(32).isEqualTo(ContentHash.statementId("https://a.example/", "t1", 3, 9));
        assertThat(id)
                .isNotEqualTo(ContentHash.statementId("https://b.example/", "t1", 3, 9))
                .isNotEqualTo(ContentHash.statementId("https://a.example/", "t2", 3, 9))
                .isNotEqualTo(ContentHash.statementId("https://a.example/", "t1", 39, 9));
    }

    @Test
    void textWithALoneSurrogateIsHashedWithoutFailing() {
        assertThat(ContentHash.sha256Hex("a\uD83D")).isEqualTo(ContentHash.sha256Hex("a?"));
    }
}
