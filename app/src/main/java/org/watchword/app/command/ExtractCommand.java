package org.watchword.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.extract.ExtractRecord;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.source.SourceCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "follow the selectors of this source; 'watchword sources check' lists them")
    private @Nullable String source;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final JsonMapper json = new JsonMapper();

    @Override
    public Integer call() {
        HtmlExtractor extractor = extractor();
        Answers answers =
                new Answers(spec.commandLine().getOut(), spec.commandLine().getErr());
        try (OrderedWork<Answer> work = new OrderedWork<>(threads.number(), answers)) {
            files.forEach(file -> work.add(() -> extract(file, extractor)));
        }
        return answers.exitCode();
    }

    private HtmlExtractor extractor() {
        var plain = new HtmlExtractor();
        if (source == null) {
            return plain;
        }
        SourceCatalog catalog =
                SourceCatalog.load(common.load(Map.of()).ingest().sourcesFolder());
        return plain.with(SourcesCommand.named(spec, catalog, source).profile().selectors());
    }

    private Answer extract(Path file, HtmlExtractor extractor) {
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
