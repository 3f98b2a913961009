package org.watchword.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.ingest.extract.ExtractRecord;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchword extract}: saved pages to articles, without any server. */
@Command(
        name = "extract",
        description = "Extract the article from saved pages: HTML in, one JSON line per page out.",
        footer = {
            "",
            "A page in which no article can be found keeps its line, with an empty text, and is named on standard error.",
            "Ends with 1 when a file could not be read."
        })
final class ExtractCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "saved pages")
    private List<Path> files = List.of();

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final HtmlExtractor extractor = new HtmlExtractor();
    private final JsonMapper json = new JsonMapper();

    @Override
    public Integer call() {
        Answers answers =
                new Answers(spec.commandLine().getOut(), spec.commandLine().getErr());
        try (OrderedWork<Answer> work = new OrderedWork<>(threads.number(), answers)) {
            files.forEach(file -> work.add(() -> extract(file)));
        }
        return answers.exitCode();
    }

    private Answer extract(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return Answer.failure(file + ": cannot be read: " + e.getMessage());
        }
        ExtractRecord page = ExtractRecord.of(file.toString(), bytes, extractor);
        Extraction.Refused refused = page.refused();
        return new Answer(
                json.writeValueAsString(page),
                refused == null ? null : file + ": " + refused.code() + ": " + refused.reason(),
                false);
    }
}
