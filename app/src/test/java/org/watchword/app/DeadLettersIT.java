package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.watchword.app.status.Account;
import org.watchword.model.DeadLetter;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters looked at and sent back by the command, beside a running line. */
@ExtendWith(SampleLine.Shared.class)
class DeadLettersIT {

    private static final String WORDS = "“The lighthouse at Quillmar stays lit,” Ada Renn said.";

    private final SampleLine sample;
    private final TestingLine line;
    private final TestingTopics topics;
    private final TestingCommand command = new TestingCommand();

    DeadLettersIT(SampleLine sample) {
        this.sample = sample;
        this.line = sample.line();
        this.topics = new TestingTopics(line.kafka(), line.topics());
    }

    @Test
    void aLetterIsShownAndSentBackAndTheCountersGoOnAddingUp() throws Exception {
        DeadLetter mended = letter(
                "analyze",
                "mended",
                JsonMapper.shared().writeValueAsString(TestingDocuments.of("urn:watchword:test:sent-back", WORDS)));
        DeadLetter hopeless = letter("analyze", "hopeless", "no document\nat all");
        DeadLetter early = letter("fetch", "early", "<html>");
        send(List.of(mended, hopeless, early));
        long apart = apart(line.account());

        assertThat(execute("list", "--code", "for-test")).isZero();
        assertThat(command.out().lines())
                .hasSize(3)
                .allMatch(line -> line.split("\t", -1).length == 7)
                .anyMatch(line -> line.startsWith(mended.id().substring(0, 12)));
        assertThat(command.err()).contains("3 dead letters");
        assertThat(execute("list", "--stage", "fetch", "--code", "for-test", "--json"))
                .isZero();
        assertThat(JsonMapper.shared().readTree(command.out()).get("bytes").asInt())
                .isEqualTo(6);

        assertThat(execute("retry", "--all", "--code", "for-test")).isEqualTo(1);
        assertThat(command.out()).contains("1 sent back, 2 left where they are");
        assertThat(command.err())
                .contains("its bytes name no document")
                .contains("it was refused before there was a document");
        line.await(account -> found() == 1 && apart(account) == apart);

        assertThat(execute("list", "--code", "for-test")).isZero();
        assertThat(command.out().lines())
                .hasSize(2)
                .noneMatch(line -> line.startsWith(mended.id().substring(0, 12)));
        assertThat(execute("retry", mended.id())).isEqualTo(1);
        assertThat(command.err()).contains("There is no dead letter " + mended.id());
    }

    @Test
    void whichLettersAreMeantHasToBeSaid() {
        assertThat(execute("retry")).isEqualTo(2);
        assertThat(execute("retry", "--all", "abcdef012345")).isEqualTo(2);
        assertThat(execute("show", "abc")).isEqualTo(2);
        assertThat(command.err()).contains("at least 6 characters");
    }

    private int found() {
        try {
            return line.get("/api/statements?q=lighthouse+Quillmar&source=test")
                    .get("total")
                    .asInt();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** How far what was handed on and what was taken in are apart; others may have meddled with the topics before. */
    private static long apart(Account account) {
        return account.checks().stream()
                .filter(check -> check.name().contains("handed on"))
                .mapToLong(check -> check.found() - check.expected())
                .sum();
    }

    private int execute(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add(0, "deadletters");
        return command.runOver(sample.folder(), all.toArray(String[]::new));
    }

    private void send(List<DeadLetter> letters) throws Exception {
        for (DeadLetter letter : letters) {
            topics.send(
                    Topics.DEAD_LETTERS, Map.of(letter.id(), JsonMapper.shared().writeValueAsBytes(letter)));
        }
    }

    private static DeadLetter letter(String stage, String origin, String original) {
        return DeadLetter.of(
                stage,
                "for-test",
                "was refused by a model of yesterday\nand again",
                "test-" + origin,
                TestingDocuments.CAPTURED,
                original.getBytes(StandardCharsets.UTF_8));
    }
}
