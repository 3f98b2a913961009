package org.watchword.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.app.role.Analyzers;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchword annotate}: names, quotes and flagged statements of texts, without any server. */
@Command(
        name = "annotate",
        description =
                "Find names, quotes and flagged statements: text, HTML or JSON lines in, one JSON line per document out.",
        footer = {
            "",
            "A JSON line is {\"id\",\"text\",\"language\"?,\"title\"?,\"speaker\"?,\"url\"?,\"publishedAt\"?}. Answers come in the",
            "order of the input. What cannot be read is named on standard error, the rest goes on, and the exit code is 1."
        })
final class AnnotateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files, or - for standard input")
    private List<String> files = List.of();

    @Option(
            names = "--input",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}; default: as the file's name tells, else text")
    private @Nullable InputForm form;

    @Option(names = "--language", paramLabel = "TAG", description = "language of the texts; default: detected")
    private @Nullable String language;

    @Option(names = "--speaker", paramLabel = "NAME", description = "who speaks, when the texts are speeches")
    private @Nullable String speaker;

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final JsonMapper json = new JsonMapper();

    @Override
    public Integer call() {
        Analyzers analyzers = Analyzers.load(common.load(Map.of()).analyze(), NlpModels.load());
        BlockingQueue<DocumentAnalyzer> free = new LinkedBlockingQueue<>();
        for (int i = 0; i < threads.number(); i++) {
            free.add(analyzers.factory().create());
        }
        Answers answers =
                new Answers(spec.commandLine().getOut(), spec.commandLine().getErr());
        try (OrderedWork<Answer> work = new OrderedWork<>(threads.number(), answers)) {
            for (String file : files) {
                read(file, work, free);
            }
        }
        return answers.exitCode();
    }

    private void read(String file, OrderedWork<Answer> work, BlockingQueue<DocumentAnalyzer> free) {
        boolean standard = file.equals("-");
        InputForm given = form == null ? InputForm.of(file) : form;
        try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(file))) {
            if (given == InputForm.JSONL) {
                lines(in, standard ? "" : file + ": ", work, free);
            } else {
                byte[] bytes = in.readAllBytes();
                work.add(() -> whole(file, bytes, given, free));
            }
        } catch (IOException e) {
            work.add(() -> Answer.failure(file + ": cannot be read: " + e.getMessage()));
        }
    }

    private void lines(InputStream in, String place, OrderedWork<Answer> work, BlockingQueue<DocumentAnalyzer> free)
            throws IOException {
        ByteLines lines = new ByteLines(in);
        byte[] line = lines.next();
        for (int number = 1; line != null; number++, line = lines.next()) {
            byte[] bytes = line;
            String at = place + "line " + number;
            if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
                work.add(() -> line(at, bytes, free));
            }
        }
    }

    private Answer line(String place, byte[] line, BlockingQueue<DocumentAnalyzer> free) throws InterruptedException {
        try {
            return annotate(place, TextInput.parse(line), free);
        } catch (IllegalArgumentException e) {
            return Answer.failure(place + ": " + e.getMessage());
        }
    }

    private Answer whole(String file, byte[] bytes, InputForm given, BlockingQueue<DocumentAnalyzer> free)
            throws InterruptedException {
        if (given == InputForm.TEXT) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return annotate(file, new TextInput(file, text, language, speaker, null), free);
            } catch (CharacterCodingException e) {
                return Answer.failure(file + ": not UTF-8 text");
            }
        }
        Extraction extraction = new HtmlExtractor().extract(new Page(bytes, null, ""));
        if (extraction instanceof Extraction.Article article) {
            String tag = language == null ? article.language() : language;
            String who = speaker == null ? article.speaker() : speaker;
            return annotate(file, new TextInput(file, article.text(), tag, who, article.canonicalUrl()), free);
        }
        Extraction.Refused refused = (Extraction.Refused) extraction;
        return Answer.failure(file + ": " + refused.code() + ": " + refused.reason());
    }

    private Answer annotate(String place, TextInput input, BlockingQueue<DocumentAnalyzer> free)
            throws InterruptedException {
        DocumentAnalyzer analyzer = free.take();
        try {
            String tag = input.language() == null ? language : input.language();
            String who = input.speaker() == null ? speaker : input.speaker();
            // As a string first: a lone surrogate, which UTF-8 cannot carry, must not spoil the answer.
            return Answer.of(
                    json.writeValueAsString(analyzer.annotate(input.id(), input.text(), tag, who, input.url())));
        } catch (RuntimeException e) {
            return Answer.failure(place + ": cannot be analysed: " + e);
        } finally {
            free.add(analyzer);
        }
    }
}
