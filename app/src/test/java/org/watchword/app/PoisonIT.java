package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.watchword.app.deadletter.DeadLetters;
import org.watchword.app.deadletter.LetterSummary;
import org.watchword.app.status.Account;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records that would choke a stage, put into the topics of a running line: each ends, is counted, and holds nobody up. */
@ExtendWith(SampleLine.Shared.class)
class PoisonIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TEN_MEGABYTES = 10_000_000;

    private final SampleLine sample;
    private final TestingLine line;
    private final TestingTopics topics;
    private final TestingCommand command = new TestingCommand();

    PoisonIT(SampleLine sample) {
        this.sample = sample;
        this.line = sample.line();
        this.topics = new TestingTopics(line.kafka(), line.topics());
    }

    @Test
    void eachEndsInADeadLetterThatCanBeShownAndSentBack() throws Exception {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        documents.put("not-json", bytes("{\"id\": \"poison\", no json"));
        documents.put("binary", new byte[] {0, -1, -2, 7, 0, -128});
        documents.put(
                "deep", bytes("{\"id\":\"poison-deep\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        documents.put("other-type", bytes(with(document("other-type", "Words."), "turns", "\"of tomorrow\"")));
        documents.put("lacks", bytes("{\"id\":\"poison-lacks\",\"outlet\":\"The Harbour Wire\"}"));
        documents.put("digest", bytes(with(document("digest", "Words."), "textSha256", "\"00\"")));
        Document large = document("large", "Rain fell on the harbour. ".repeat(TEN_MEGABYTES / 26));
        documents.put(large.id(), JSON.writeValueAsBytes(large));
        Map<String, byte[]> analyses = new LinkedHashMap<>();
        analyses.put("null", bytes("null"));
        analyses.put("half", bytes("{\"document\":{\"id\":\"poison-half\"}}"));
        analyses.put(
                "of-tomorrow",
                bytes("{\"document\":" + JSON.writeValueAsString(document("kind", "Words."))
                        + ",\"annotation\":{\"id\":\"a\",\"language\":\"en\",\"sentences\":[],\"entities\":"
                        + "[{\"start\":0,\"end\":5,\"type\":\"OF_TOMORROW\",\"text\":\"Words\"}],\"quotes\":[],"
                        + "\"statements\":[]},\"lemmas\":{\"document\":\"\",\"statements\":{}},\"successions\":[]}"));
        long apart = apart(line.account());
        topics.send(Topics.DOCUMENTS, documents);
        topics.send(Topics.ANALYSES, analyses);

        List<byte[]> sent = new ArrayList<>(documents.values());
        sent.addAll(analyses.values());
        Map<String, DeadLetter> letters = await(sent);
        assertThat(letters.values().stream().map(DeadLetter::code).distinct())
                .containsExactlyInAnyOrder(
                        "not-json", "not-a-document", "digest-mismatch", "too-large", "not-an-analysis");
        line.await(account -> account.checks().stream()
                .filter(check -> check.name().contains("ended exactly once"))
                .allMatch(check -> check.verdict() == Account.Verdict.HOLDS));
        assertThat(command.runOver(sample.folder(), "deadletters", "list")).isZero();
        for (DeadLetter letter : letters.values()) {
            assertThat(command.out()).contains(letter.id().substring(0, 12));
        }

        DeadLetter again = letters.values().stream()
                .filter(letter -> letter.code().equals("digest-mismatch"))
                .findFirst()
                .orElseThrow();
        assertThat(command.runOver(sample.folder(), "deadletters", "retry", again.id()))
                .isZero();
        assertThat(await(List.of(again.original())).keySet())
                .as("refused again, as a letter of its own")
                .doesNotContain(again.id());
        // Counts come after what they count, each stage's at its own time.
        line.await(account -> apart(account) == apart + documents.size() + analyses.size());
    }

    @Test
    void whatIsOnlyStrangeIsRead() throws Exception {
        Document strange = document(
                "strange",
                "“The islanders at Quorvale are rats,” Ada Renn said.\u0000\u0007\u200f\ud800 \udc00\ud83d “We stay.” 🐀\ufffe");
        ObjectNode later =
                JSON.valueToTree(document("tomorrow", "“The lighthouse at Tomorrowby stays lit,” Ada Renn said."));
        later.putObject("ofTomorrow").put("mood", "calm");
        // UTF-8 cannot carry half a character; JSON's escapes can, as any writer may send them.
        topics.send(
                Topics.DOCUMENTS,
                Map.of(
                        strange.id(),
                        bytes(escape(strange)),
                        later.get("id").asString(),
                        JSON.writeValueAsBytes(later)));

        line.await(account -> found("Quorvale") == 1 && found("Tomorrowby") == 1);
    }

    private static String escape(Document document) {
        ObjectNode node = JSON.valueToTree(document);
        String text = node.remove("text").asString();
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(String.format("\\u%04x", (int) c));
        }
        String rest = node.toString();
        return rest.substring(0, rest.length() - 1) + ",\"text\":\"" + escaped + "\"}";
    }

    /** The letter of each of these inputs that came last, by its id. */
    private Map<String, DeadLetter> await(List<byte[]> inputs) throws InterruptedException {
        long deadline = System.nanoTime() + TestingLine.PATIENCE.toNanos();
        Map<String, DeadLetter> found = new LinkedHashMap<>();
        while (System.nanoTime() < deadline) {
            found.clear();
            try (DeadLetters letters = new DeadLetters(line.kafka(), line.topics() + Topics.DEAD_LETTERS)) {
                for (LetterSummary summary : letters.list()) {
                    DeadLetter letter = letters.read(summary);
                    if (letter != null && inputs.stream().anyMatch(input -> Arrays.equals(input, letter.original()))) {
                        found.put(letter.id(), letter);
                    }
                }
            }
            if (found.size() == inputs.size()) {
                return found;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("only " + found.size() + " of " + inputs.size() + " became dead letters: "
                + found.values().stream().map(DeadLetter::code).toList());
    }

    private int found(String word) {
        try {
            return line.get("/api/statements?q=" + word + "&source=test")
                    .get("total")
                    .asInt();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long apart(Account account) {
        return account.checks().stream()
                .filter(check -> check.name().contains("handed on"))
                .mapToLong(check -> check.found() - check.expected())
                .sum();
    }

    private static Document document(String name, String text) {
        return TestingDocuments.of("urn:watchword:test:poison:" + name, text);
    }

    private static String with(Document document, String field, String json) {
        ObjectNode node = JSON.valueToTree(document);
        node.set(field, JSON.readTree(json));
        return node.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
