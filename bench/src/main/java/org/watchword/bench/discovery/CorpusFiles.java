package org.watchword.bench.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of a corpus that are cases, in order of their names. */
final class CorpusFiles {

    private static final List<String> NOT_CASES = List.of(".md", ".tsv", ".csv", ".py");

    private CorpusFiles() {}

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(CorpusFiles::isCase)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCase(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.equals("license") && NOT_CASES.stream().noneMatch(name::endsWith);
    }

    /** With {@code /} between folders. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
