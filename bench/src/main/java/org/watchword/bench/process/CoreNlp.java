package org.watchword.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stanford CoreNLP (GPL 3, so only ever run as a program of its own), asked through its own command line. Its folder is emptied and removed
 * on closing.
 */
public final class CoreNlp implements AutoCloseable {

    private static final String MAIN = "edu.stanford.nlp.pipeline.StanfordCoreNLP";
    private static final Pattern SECONDS = Pattern.compile("TOTAL: ([0-9.]+) sec");

    private final Path jars;
    private final Path folder;

    /** @param jars folder with its jars and its English models */
    public CoreNlp(Path jars) throws IOException {
        this.jars = jars;
        this.folder = Files.createTempDirectory("corenlp");
    }

    /**
     * Annotates texts with the models as they are shipped, without rules for kinds of names finer than person, organization and place, and without times.
     *
     * @param annotators as {@code -annotators}
     * @throws IOException with all that it said, when it fails
     */
    public Answers annotate(String annotators, List<String> texts) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(folder.resolve("t" + files.size() + ".txt"), text));
        }
        Path list = Files.write(
                folder.resolve("files"), files.stream().map(Path::toString).toList());
        Path log = folder.resolve("log");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx6g",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        jars.resolve("*").toString(),
                        MAIN,
                        "-annotators",
                        annotators,
                        "-ner.applyFineGrained",
                        "false",
                        "-ner.useSUTime",
                        "false",
                        "-filelist",
                        list.toString(),
                        "-outputFormat",
                        "json",
                        "-outputDirectory",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        Matcher seconds = SECONDS.matcher(said);
        if (code != 0 || !seconds.find()) {
            throw new IOException("CoreNLP ended with " + code + ": " + said);
        }
        return new Answers(
                Double.parseDouble(seconds.group(1)),
                files.stream()
                        .map(file -> file.resolveSibling(file.getFileName() + ".json"))
                        .toList());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /**
     * What it answered.
     *
     * @param seconds that annotation took, without the loading of models, as it says itself
     * @param files its JSON, one for each text, readable until closing
     */
    public record Answers(double seconds, List<Path> files) {}
}
