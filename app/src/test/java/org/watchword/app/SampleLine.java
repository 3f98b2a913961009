package org.watchword.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.watchword.app.sample.DemoSources;
import org.watchword.app.sample.SampleOutlet;
import org.watchword.app.status.Account;

/** The line over the sample outlet, started once for all tests that ask for it. */
final class SampleLine implements AutoCloseable {

    /** Hands the one line to constructors of tests. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SampleLine.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(SampleLine.class, type -> start(), SampleLine.class);
        }
    }

    private final Path folder;
    private final Path sample = TestingLine.config().resolve("sample");
    private final Map<String, String> environment;
    private final TestingLine line;
    private final Account first;
    private SampleOutlet outlet;

    private SampleLine() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("sample-line");
        outlet = SampleOutlet.start(sample, folder.resolve("sample"));
        Path sources =
                DemoSources.write(sample.resolve("sources.yaml"), folder.resolve("sample/sources"), outlet.base());
        environment = Map.of(
                "WATCHWORD_INGEST_DELAY", "20 ms",
                "WATCHWORD_INGEST_REVISIT", "5 s",
                "WATCHWORD_INGEST_REVISIT_MIN", "5 s",
                "WATCHWORD_INGEST_REVISIT_MAX", "5 s",
                "WATCHWORD_INGEST_PAGE_REVISIT", "5 s",
                "WATCHWORD_INGEST_PAGE_REVISIT_MIN", "5 s",
                "WATCHWORD_INGEST_PAGE_REVISIT_MAX", "5 s",
                "WATCHWORD_INGEST_SOURCES_FOLDER", sources.toString(),
                "WATCHWORD_ANALYZE_LEXICONS_FOLDERS",
                        DemoSources.lexicons(List.of(TestingLine.config().resolve("lexicons")), sample));
        line = new TestingLine(folder, environment);
        first = line.await(
                account -> account.settled() && account.stage("fetch").ended("emitted") > 30);
    }

    /** A line of its own, for who changes what others rely on. */
    static SampleLine start() {
        try {
            return new SampleLine();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    TestingLine line() {
        return line;
    }

    /** Variables as its environment holds them. */
    Map<String, String> environment() {
        return environment;
    }

    /** The counts when the first crawl had ended. */
    Account first() {
        return first;
    }

    Path folder() {
        return folder;
    }

    /** From now on the outlet serves its edited page. */
    void edit() {
        outlet.close();
        outlet = SampleOutlet.start(sample, folder.resolve("sample"));
    }

    @Override
    public void close() throws IOException {
        line.close();
        outlet.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
