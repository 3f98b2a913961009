package org.watchword.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.deadletter.DeadLetters;
import org.watchword.app.deadletter.LetterSummary;
import org.watchword.app.deadletter.Redrive;
import org.watchword.app.line.LineException;
import org.watchword.model.DeadLetter;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchword deadletters}: what could not be processed, and sending it back. */
@Command(
        name = "deadletters",
        description = "Look at the inputs that could not be processed, and send them back.",
        synopsisSubcommandLabel = "COMMAND")
final class DeadLettersCommand extends CommandGroup {

    DeadLettersCommand() {
        super("'watchword deadletters list' prints what could not be processed.");
    }

    private static final int LEAST_PREFIX = 6;

    /** Which letters are meant. */
    static final class Selection {

        @Option(names = "--stage", paramLabel = "STAGE", description = "only those of fetch, analyze or index")
        private @Nullable String stage;

        @Option(names = "--code", paramLabel = "CODE", description = "only those with this code, such as not-json")
        private @Nullable String code;

        boolean takes(LetterSummary letter) {
            return (stage == null || stage.equals(letter.stage())) && (code == null || code.equals(letter.code()));
        }
    }

    @Command(
            name = "list",
            description = "Print them, the oldest first: id, time, stage, code, size, origin, reason.",
            footer = "The id is cut to 12 characters, which every command takes.")
    int list(
            @Mixin CommonOptions common,
            @Mixin Selection selection,
            @Option(names = "--json", description = "print a JSON line each, with the whole id") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetters letters = broker(common).letters()) {
            List<LetterSummary> found =
                    ask(letters::list).stream().filter(selection::takes).toList();
            found.forEach(letter -> out.println(json ? JsonMapper.shared().writeValueAsString(letter) : line(letter)));
            out.flush();
            talk(
                    found.isEmpty()
                            ? "No dead letters."
                            : found.size() + (found.size() == 1 ? " dead letter" : " dead letters"));
        }
        return 0;
    }

    private static String line(LetterSummary letter) {
        return String.join(
                "\t",
                letter.id().substring(0, Math.min(12, letter.id().length())),
                letter.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                letter.stage(),
                letter.code(),
                letter.bytes() + " bytes",
                Lines.one(letter.origin()),
                Lines.one(letter.reason()));
    }

    @Command(name = "show", description = "Print one: what was wrong to stderr, the input to stdout, byte for byte.")
    int show(
            @Mixin CommonOptions common,
            @Parameters(arity = "1", paramLabel = "ID", description = "its id, or the first characters of it")
                    String id)
            throws IOException {
        try (DeadLetters letters = broker(common).letters()) {
            LetterSummary summary = find(ask(letters::list), id);
            DeadLetter letter = whole(letters, summary);
            talk("id      " + letter.id() + "\nstage   " + letter.stage() + "\ncode    " + letter.code() + "\nreason  "
                    + Lines.one(letter.reason()) + "\norigin  " + Lines.one(letter.origin()) + "\nat      "
                    + letter.at());
            // Bytes, not characters.
            OutputStream out = System.out;
            out.write(letter.original());
            out.flush();
        }
        return 0;
    }

    @Command(
            name = "retry",
            description = "Send them back to the stage that refused them.",
            footer = {
                "To be done when the cause is mended: what is refused again becomes a new dead letter.",
                "Ends with 1 when one of them could not be sent back, saying why; it stays where it is."
            })
    int retry(
            @Mixin CommonOptions common,
            @Mixin Selection selection,
            @Option(names = "--all", description = "all of them, or all that the other options leave") boolean all,
            @Parameters(arity = "0..*", paramLabel = "ID", description = "ids, or the first characters of each")
                    List<String> ids) {
        List<String> named = ids == null ? List.of() : ids;
        if (all != named.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Which ones? Name their ids, or say --all.");
        }
        Broker broker = broker(common);
        int failed = 0;
        int sent = 0;
        try (DeadLetters letters = broker.letters();
                Redrive redrive = ask(broker::redrive)) {
            for (LetterSummary summary : wanted(ask(letters::list), all, named, selection)) {
                if (sendBack(redrive, summary, whole(letters, summary))) {
                    sent++;
                } else {
                    failed++;
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(sent + " sent back, " + failed + " left where they are");
        out.flush();
        return failed == 0 ? 0 : 1;
    }

    private List<LetterSummary> wanted(
            List<LetterSummary> known, boolean all, List<String> named, Selection selection) {
        return (all ? known.stream() : named.stream().map(id -> find(known, id)))
                .filter(selection::takes)
                .distinct()
                .toList();
    }

    private boolean sendBack(Redrive redrive, LetterSummary summary, DeadLetter letter) {
        Optional<String> refusal = redrive.refusal(letter);
        if (refusal.isPresent()) {
            talk(line(summary) + "\n  not sent back: " + Lines.one(refusal.get()));
            return false;
        }
        ask(() -> {
            redrive.send(letter);
            return letter;
        });
        return true;
    }

    private LetterSummary find(List<LetterSummary> letters, String id) {
        List<LetterSummary> found =
                letters.stream().filter(letter -> letter.id().startsWith(id)).toList();
        if (id.length() < LEAST_PREFIX || found.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + id + "' may mean " + found.size() + " dead letters; give at least " + LEAST_PREFIX
                            + " characters, or more of the id");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new LineException(
                        "There is no dead letter " + id + "; 'watchword deadletters list' prints those there are."));
    }

    private static DeadLetter whole(DeadLetters letters, LetterSummary summary) {
        DeadLetter letter =
                ask(() -> Optional.ofNullable(letters.read(summary))).orElse(null);
        if (letter == null) {
            throw new LineException(
                    "The dead letter " + summary.id() + " is there no more: somebody has sent it back.");
        }
        return letter;
    }

    private interface Question<T> {
        T ask();
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (KafkaException e) {
            throw new LineException("Kafka does not answer: " + e.getMessage(), e);
        }
    }

    /** Where the dead letters lie, and go back to. */
    private record Broker(Map<String, String> client, String prefix) {

        DeadLetters letters() {
            return new DeadLetters(client, prefix + Topics.DEAD_LETTERS);
        }

        Redrive redrive() {
            return new Redrive(client, prefix, InstantSource.system());
        }
    }

    private static Broker broker(CommonOptions common) {
        WatchwordConfig config = common.load(Map.of());
        return new Broker(
                config.kafka().clientProperties(Servers.kafka(config, common.data(config))),
                config.kafka().topicPrefix());
    }

    private void talk(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text);
        err.flush();
    }
}
