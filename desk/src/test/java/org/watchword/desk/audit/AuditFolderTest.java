package org.watchword.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditFolderTest {

    @Test
    void aLineADeedAFileADay(@TempDir Path folder) throws Exception {
        Path audit = folder.resolve("data/audit");
        try (AuditFolder log = new AuditFolder(audit)) {
            log.enter(deed("2031-05-17T23:59:59Z", "/documents/1"));
            log.enter(deed("2031-05-18T00:00:00Z", "/documents/2"));
        }
        try (AuditFolder log = new AuditFolder(audit)) {
            log.enter(deed("2031-05-18T00:00:01Z", "/documents/3"));
        }

        assertThat(Files.readAllLines(audit.resolve("2031-05-17.jsonl")))
                .containsExactly(
                        "{\"at\":\"2031-05-17T23:59:59Z\",\"who\":\"amal\",\"role\":\"reader\",\"via\":\"session\","
                                + "\"from\":\"198.51.100.7\",\"what\":\"read document\",\"on\":\"/documents/1\"}");
        assertThat(Files.readAllLines(audit.resolve("2031-05-18.jsonl"))).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(audit.resolve("2031-05-18.jsonl"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(audit)))
                .isEqualTo("rwx------");
    }

    @Test
    void nothingThatWasTypedLooksLikeAnotherLineOrTurnsATerminal(@TempDir Path folder) throws Exception {
        String hostile = "/x\n{\"who\":\"ines\"}\r\u2028\u0085\u001b[31m\u202e\u0000\" \ud83d\ude80";
        try (AuditFolder log = new AuditFolder(folder)) {
            log.enter(deed("2031-05-17T00:00:00Z", hostile));
            log.enter(deed("2031-05-17T00:00:00Z", "x".repeat(100_000)));
        }

        byte[] bytes = Files.readAllBytes(folder.resolve("2031-05-17.jsonl"));
        List<String> lines = Files.readAllLines(folder.resolve("2031-05-17.jsonl"));
        assertThat(lines).hasSize(2);
        for (byte b : bytes) {
            assertThat(b == '\n' || (b >= 0x20 && b < 0x7f)).isTrue();
        }
        JsonNode back = JsonMapper.shared().readTree(lines.get(0));
        assertThat(back.get("on").asString()).isEqualTo(hostile);
        assertThat(back.get("who").asString()).isEqualTo("amal");
        assertThat(lines.get(1).length()).isLessThan(1_300);
    }

    @Test
    void whatCannotBeTakenDownIsSaid(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("audit"), "a file where the folder should be");
        try (AuditFolder log = new AuditFolder(file)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> log.enter(deed("2031-05-17T00:00:00Z", "/")));
        }
    }

    private static Deed deed(String at, String on) {
        return new Deed(Instant.parse(at), "amal", "reader", "session", "198.51.100.7", "read document", on);
    }
}
