package org.watchword.bench.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stanford CoreNLP (GPL 3, so only ever run as a program of its own), asked through its own command line; it says itself how long
 * annotation took without the loading of its models.
 */
final class CoreNlp {

    private static final String MAIN = "edu.stanford.nlp.pipeline.StanfordCoreNLP";
    private static final Pattern SECONDS = Pattern.compile("TOTAL: ([0-9.]+) sec");

    /** The second needs minutes for a text, so it is given fewer. */
    private static final List<Pipeline> PIPELINES = List.of(
            new Pipeline("words and names", "tokenize,ssplit,pos,lemma,ner", 20),
            new Pipeline("words, names, quotes", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote", 5));

    private CoreNlp() {}

    static void measure(Path jars, List<String> texts, long tokens, double ours, PrintWriter out)
            throws IOException, InterruptedException {
        double tokensPerChar =
                (double) tokens / texts.stream().mapToLong(String::length).sum();
        Path folder = Files.createTempDirectory("corenlp");
        try {
            for (Pipeline pipeline : PIPELINES) {
                List<String> some = texts.subList(0, Math.min(pipeline.texts(), texts.size()));
                long theirs = Math.round(
                        tokensPerChar * some.stream().mapToLong(String::length).sum());
                double seconds = run(jars, pipeline.annotators(), some, folder);
                double speed = theirs / seconds;
                out.printf(
                        "CoreNLP, %s (%s): %,d tokens in %.1f s, %,.0f tokens/s; ours %.1f times as many%n",
                        pipeline.name(), pipeline.annotators(), theirs, seconds, speed, ours / speed);
                out.flush();
            }
        } finally {
            clear(folder);
        }
    }

    private static double run(Path jars, String annotators, List<String> texts, Path folder)
            throws IOException, InterruptedException {
        String list = IntStream.range(0, texts.size())
                .mapToObj(i -> write(folder.resolve("t" + i + ".txt"), texts.get(i)))
                .collect(Collectors.joining("\n"));
        Path files = Files.writeString(folder.resolve("files"), list);
        Path log = folder.resolve("log");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx6g",
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
                        files.toString(),
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
        return Double.parseDouble(seconds.group(1));
    }

    private static String write(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private record Pipeline(String name, String annotators, int texts) {}
}
