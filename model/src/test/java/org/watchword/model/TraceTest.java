package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final String DIGEST = ContentHash.sha256Hex("text");

    @Test
    void theTraceIsTheUuidOfTheCapturesRecord() {
        Document document =
                document(new ArchiveRef("a.warc.gz", 0, "urn:uuid:0AF76519-16cd-43dd-8448-eb211c80319c", ""));
        assertThat(Trace.id(document)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        String header = new String(Trace.header(document), StandardCharsets.US_ASCII);
        assertThat(header).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-" + DIGEST.substring(0, 16) + "-01");
        assertThat(Trace.idOf(Trace.header(document))).isEqualTo(Trace.id(document));
    }

    @Test
    void aTextOutsideTheArchiveIsTracedByItsDigest() {
        assertThat(Trace.id(document(null))).matches("[0-9a-f]{32}").isEqualTo(Trace.id(document(null)));
        assertThat(Trace.idOf(Trace.header(document(new ArchiveRef("a", 0, "<urn:x:1>", "")))))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsNoTraceparentIsNoTrace() {
        assertThat(Trace.idOf(null)).isEmpty();
        for (String wrong : List.of(
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-00f067aa0ba902b7-01",
                "00-0af7651916cd43dd8448eb211c80319c\n-00f067aa0ba902b7-01")) {
            assertThat(Trace.idOf(wrong.getBytes(StandardCharsets.UTF_8)))
                    .as(wrong)
                    .isEmpty();
        }
    }

    private static Document document(@Nullable ArchiveRef archive) {
        return Document.ofText(
                "test", "Test", "https://test.example/", null, null, null, "text", Instant.EPOCH, archive);
    }
}
