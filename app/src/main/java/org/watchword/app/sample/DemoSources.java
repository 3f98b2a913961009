package org.watchword.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.app.line.LineException;

/** What the demo collects: {@code config/sample/sources.yaml} with the outlet's address filled in. */
public final class DemoSources {

    /** Setting of the folder with sources, as an environment variable. */
    public static final String FOLDER_KEY = "WATCHWORD_INGEST_SOURCES_FOLDER";

    /** Setting of the folders with word lists, as an environment variable. */
    public static final String LEXICONS_KEY = "WATCHWORD_ANALYZE_LEXICONS_FOLDERS";

    private DemoSources() {}

    /**
     * Writes the sources of the outlet at {@code base}.
     *
     * @param template in which {@code @BASE@} stands for the address
     * @return the folder written to
     * @throws LineException when the template is missing or the folder cannot be written
     */
    public static Path write(Path template, Path folder, String base) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("sources.yaml"), Files.readString(template).replace("@BASE@", base));
            return folder;
        } catch (IOException e) {
            throw new LineException(
                    "The sample's sources cannot be written from " + template + ": " + e.getMessage(), e);
        }
    }

    /** Where in its data folder the demo keeps its sources. */
    public static Path folder(Path data) {
        return data.resolve("sample").resolve("sources");
    }

    /** The lexicon folders of the settings and, where it is not among them, the sample's own, separated by commas. */
    public static String lexicons(List<Path> configured, Path sample) {
        Path own = sample.resolve("lexicons");
        return Stream.concat(configured.stream(), Stream.of(own).filter(Files::isDirectory))
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }
}
