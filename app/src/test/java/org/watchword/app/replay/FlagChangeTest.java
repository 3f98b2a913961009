package org.watchword.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.replay.FlagChange.Kind;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.PageEdits;
import org.watchword.model.Severity;

class FlagChangeTest {

    private static final Flag RAT = flag(FlagStatus.FLAGGED);
    private static final Flag NO_RAT = flag(FlagStatus.CONTEXT, new GuardNote("negation", "not"));

    private final Path folder;

    FlagChangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyDifferenceIsToldInOrder() {
        List<StatementRecord> before =
                List.of(statement("a", RAT), statement("b", RAT), statement("c"), statement("e", RAT));
        List<StatementRecord> now =
                List.of(statement("b", NO_RAT), statement("c", RAT), statement("d", RAT), statement("e", RAT));
        List<String> told = new ArrayList<>();
        FlagChange.between(
                before.iterator(),
                now.iterator(),
                c -> told.add(c.statement().id() + " " + c.kind() + " [" + c.before() + "] [" + c.now() + "]"));
        assertThat(told)
                .containsExactly(
                        "a " + Kind.VANISHED + " [flagged high] []",
                        "b " + Kind.CHANGED + " [flagged high] [context high: negation]",
                        "c " + Kind.APPEARED + " [] [flagged high]",
                        "d " + Kind.APPEARED + " [] [flagged high]");
    }

    @Test
    void theSameTwoGenerationsGiveTheSameBytes() throws IOException {
        List<StatementRecord> before = List.of(statement("a", RAT), statement("b"));
        List<StatementRecord> now = List.of(statement("b", NO_RAT));
        for (String name : List.of("one", "two")) {
            long changes =
                    ReplayReport.write(folder.resolve(name), Map.of("rules", "r"), before.iterator(), now.iterator());
            assertThat(changes).isEqualTo(2);
        }
        for (String file : List.of("replay.csv", "replay.html")) {
            Path golden = Path.of("src/test/resources/golden/replay").resolve(file);
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.copy(folder.resolve("one").resolve(file), golden, StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(folder.resolve("one").resolve(file)).hasSameTextualContentAs(golden);
        }
        for (String file : List.of("replay.csv", "replay.html")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("one/replay.csv"))).contains("vanished,dehumanization.vermin");
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsText() throws IOException {
        StatementRecord formula = new StatementRecord(
                "a",
                0,
                1,
                "=HYPERLINK(\"http://evil.example\")",
                null,
                List.of(RAT),
                "d",
                "https://a.example/",
                null,
                null,
                Instant.EPOCH,
                "@outlet",
                "s",
                "en",
                "x",
                null,
                null,
                null,
                PageEdits.NONE,
                "d");
        ReplayReport.write(
                folder,
                Map.of(),
                List.of(formula).iterator(),
                List.<StatementRecord>of().iterator());
        assertThat(Files.readString(folder.resolve("replay.csv"))).contains("'=HYPERLINK", "'@outlet");
        assertThat(Files.readString(folder.resolve("replay.html"))).contains("=HYPERLINK(");
    }

    private static Flag flag(FlagStatus status, GuardNote... guards) {
        return new Flag(
                Category.DEHUMANIZATION_VERMIN,
                status,
                "vermin-is",
                "p@0",
                Severity.HIGH,
                0,
                1,
                null,
                List.of(guards),
                1);
    }

    private static StatementRecord statement(String id, Flag... flags) {
        return new StatementRecord(
                id,
                0,
                4,
                "Rats",
                null,
                List.of(flags),
                "d",
                "https://a.example/",
                null,
                null,
                Instant.EPOCH,
                "Outlet",
                "s",
                "en",
                "x",
                null,
                null,
                null,
                PageEdits.NONE,
                "d");
    }
}
