package org.watchword.analyze.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.analyze.quote.QuoteFinders;
import org.watchword.model.Annotation;
import org.watchword.model.FlagStatus;
import org.watchword.model.Statement;

/**
 * A sentence and what a guard must do with it, one line of {@code golden/guards/HALF/NAME.txt}: expectation, kind of text, words and, where
 * it matters, the speaker who must answer for them, separated by bars.
 *
 * @param guard whose look-alike it is
 * @param half whether cue words were tuned on it, or it is only counted
 * @param speaker name of the one who must answer for the words; empty when anybody may
 */
record GuardCase(String guard, Expect expect, Half half, boolean speech, String text, String speaker) {

    enum Expect {
        /** A guard must lower what the rules find. */
        LOWERED,
        /** The guard must not save it. */
        STANDS,
        /** No rule may find anything. */
        UNTOUCHED
    }

    enum Half {
        TUNED,
        COUNTED
    }

    /** What came of a case. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** No rule found anything, so no guard was asked. */
        NOT_REACHED
    }

    private static final String SPEAKER = "The Speaker";
    /** What comes out wrong and is told so in {@code docs/quality.md}. */
    private static final String STILL_WRONG = "!";

    /** All cases below a folder: those of {@code tuned}, then those of {@code counted}. */
    static List<GuardCase> read(Path folder) {
        List<GuardCase> cases = new ArrayList<>();
        for (Half half : Half.values()) {
            try (var files = Files.list(folder.resolve(half.name().toLowerCase(Locale.ROOT)))) {
                for (Path file : files.sorted().toList()) {
                    String name = String.valueOf(file.getFileName()).replace(".txt", "");
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith(STILL_WRONG))
                            .forEach(line -> cases.add(parse(name, half, line)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    private static GuardCase parse(String guard, Half half, String line) {
        String[] parts = line.split("\\|");
        return new GuardCase(
                guard,
                Expect.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)),
                half,
                parts[1].strip().equals("speech"),
                parts[2].strip(),
                parts.length > 3 ? parts[3].strip() : "");
    }

    static DocumentAnalyzer analyzer(Flagger flagger) {
        return new DocumentAnalyzer(Pipeline.annotator(), QuoteFinders.load(Pipeline.LANGUAGES), flagger);
    }

    Annotation annotated(DocumentAnalyzer analyzer) {
        return analyzer.annotate(guard, text, "en", speech ? SPEAKER : null, null);
    }

    Outcome outcome(DocumentAnalyzer analyzer) {
        List<Statement> statements = annotated(analyzer).statements().stream()
                .filter(statement -> !statement.flags().isEmpty())
                .toList();
        if (statements.isEmpty()) {
            return expect == Expect.UNTOUCHED ? Outcome.RIGHT : Outcome.NOT_REACHED;
        }
        List<Statement> flagged = statements.stream()
                .filter(statement -> statement.flags().stream().anyMatch(f -> f.status() == FlagStatus.FLAGGED))
                .toList();
        boolean right =
                switch (expect) {
                    case LOWERED -> flagged.isEmpty();
                    case STANDS -> flagged.stream().anyMatch(this::said);
                    case UNTOUCHED -> false;
                };
        return right ? Outcome.RIGHT : Outcome.WRONG;
    }

    private boolean said(Statement statement) {
        return speaker.isEmpty()
                || (statement.speaker() != null
                        && speaker.equals(statement.speaker().name()));
    }
}
