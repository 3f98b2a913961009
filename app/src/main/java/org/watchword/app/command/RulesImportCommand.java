package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.rule.term.TermDefaults;
import org.watchword.analyze.rule.term.TermImport;
import org.watchword.analyze.rule.term.TermRule;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.Analyzers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword rules import}: an organisation's list of terms as a rule pack. */
@Command(
        name = "import",
        description = "Make a rule pack out of a CSV list of terms.",
        footer = {
            "",
            "Columns: term, category; and if you like severity, language, description, forms, case, target, group, author,",
            "date, reference, false positives. docs/rules.md tells what they mean and which rule a term becomes.",
            "  watchword rules import terms.csv --output config/rules/en/mine.yaml --author 'A. Analyst'",
            "Lines that no rule can be made of are named on stderr; the others are taken. Ends with 1 when a line was refused."
        })
final class RulesImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "FILE", description = "CSV in UTF-8 with a head line; commas or semicolons")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "config/rules/<language>/<name>.yaml; its folder is the language. Default: print it")
    private @Nullable Path output;

    @Option(names = "--replace", description = "write over an output that was made by this command before")
    private boolean replace;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "when there is no output. Default: ${DEFAULT-VALUE}")
    private String language = "en";

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "who answers for the list. Default: ${DEFAULT-VALUE}")
    private String author = "the organisation";

    @Override
    public Integer call() {
        String csv = csv();
        mayWrite();
        AnalyzeConfig config = common.load(Map.of()).analyze();
        Analyzers analyzers = Analyzers.load(config, NlpModels.load());
        TermImport made = TermImport.of(
                String.valueOf(file.getFileName()),
                csv,
                name(),
                new TermDefaults(tag(), author, LocalDate.now(ZoneId.systemDefault())),
                config.rulesFolder(),
                analyzers.lexicons(),
                analyzers.annotators().create());
        PrintWriter err = spec.commandLine().getErr();
        made.problems().forEach(p -> err.printf("%s:%d: %s%n", file, p.line(), p.message()));
        err.printf(
                "%d terms taken, %d lines refused%n",
                made.taken(), made.problems().size());
        err.flush();
        if (made.taken() > 0) {
            write(made.yaml());
        }
        return made.taken() > 0 && made.problems().isEmpty() ? 0 : 1;
    }

    private String tag() {
        Path folder = output == null ? null : output.toAbsolutePath().getParent();
        return folder == null ? language : String.valueOf(folder.getFileName());
    }

    private String name() {
        if (output == null) {
            return "mine";
        }
        String name = String.valueOf(output.getFileName());
        if (!name.endsWith(".yaml")) {
            throw new LineException(output + ": expected a name that ends in .yaml");
        }
        return TermRule.slug(name.substring(0, name.length() - ".yaml".length()));
    }

    private String csv() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LineException(file + " is not UTF-8: save it as \"CSV UTF-8\"", e);
        } catch (IOException e) {
            throw new LineException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void mayWrite() {
        if (output == null || !Files.exists(output)) {
            return;
        }
        try {
            boolean own = Files.readString(output).startsWith(TermImport.FIRST_LINE);
            if (!replace || !own) {
                throw new LineException(
                        output + " is there already and is left as it is" + (own ? "; --replace writes it anew" : ""));
            }
        } catch (IOException e) {
            throw new LineException(output + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(String yaml) {
        if (output == null) {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.createDirectories(output.toAbsolutePath().resolveSibling("."));
            Files.writeString(output, yaml);
        } catch (IOException e) {
            throw new LineException(output + " cannot be written: " + e.getMessage(), e);
        }
    }
}
