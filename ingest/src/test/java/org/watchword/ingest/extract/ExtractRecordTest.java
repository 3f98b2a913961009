package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.watchword.model.ContentHash;
import tools.jackson.databind.json.JsonMapper;

class ExtractRecordTest {

    private final HtmlExtractor extractor = new HtmlExtractor();
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void isWrittenAsTheContractSays() {
        byte[] page = """
                <html lang=en><head><title>The ferry returns</title><link rel=canonical href="https://news.example.org/ferry">
                <meta property="article:published_time" content="2024-03-05T23:15:00-05:00"></head><body><h1>The ferry returns</h1>
                <p>The harbour council voted on Tuesday to reopen the ferry line between the old town and the eastern bank, with nine votes to four. The first boat leaves in June.</p>
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(json.writeValueAsString(ExtractRecord.of("ferry.html", page, extractor)))
                .isEqualTo(
                        "{\"file\":\"ferry.html\",\"url\":\"https://news.example.org/ferry\",\"canonicalUrl\":\"https://news.example.org/ferry\","
                                + "\"title\":\"The ferry returns\",\"byline\":null,\"siteName\":null,\"publishedAt\":\"2024-03-05T23:15:00-05:00\","
                                + "\"modifiedAt\":null,\"language\":\"en\",\"text\":\"The harbour council voted on Tuesday to reopen the ferry line between the old"
                                + " town and the eastern bank, with nine votes to four. The first boat leaves in June.\",\"sha256\":\""
                                + ContentHash.sha256Hex(page)
                                + "\",\"section\":null,\"image\":null,\"event\":null,\"speaker\":null,\"speakerOffice\":null,\"turns\":[]}");
    }

    @Test
    void keepsItsLineWithoutAnArticle() {
        ExtractRecord got = ExtractRecord.of("empty.html", new byte[0], extractor);
        assertThat(got.text()).isEmpty();
        assertThat(got.url()).isNull();
        assertThat(got.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(got.refused()).isNotNull();
        assertThat(json.writeValueAsString(got)).doesNotContain("refused");
    }
}
