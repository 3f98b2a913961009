package org.watchword.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.ingest.address.TrackingParameters;
import org.watchword.model.ConfigException;

/** The configured sources, in order of file name and place in the file; ids are unique. */
public final class SourceCatalog {

    private final List<Source> sources;

    private SourceCatalog(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** @throws ConfigException when two sources share an id */
    public static SourceCatalog of(List<? extends Source> sources) {
        Map<String, Source> byId = new HashMap<>();
        for (Source source : sources) {
            if (byId.put(source.id(), source) != null) {
                throw new ConfigException("two sources have the id '" + source.id() + "'");
            }
        }
        return new SourceCatalog(new ArrayList<>(sources));
    }

    /**
     * Reads every {@code *.yaml} and {@code *.yml} of a folder, sub-folders included, and the folder's list of tracking parameters.
     *
     * @throws ConfigException when the folder or a file cannot be read or used; names file, line and column
     */
    public static SourceCatalog load(Path folder) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(f -> isYaml(f) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(
                    folder.toString(), 0, 0, "the folder of sources cannot be read: " + e.getMessage(), e);
        }
        TrackingParameters tracking = TrackingParameters.in(folder);
        List<Source> sources = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (Path file : files) {
            for (SourceFile.Entry entry : SourceFile.read(file, tracking)) {
                String earlier = places.put(entry.source().id(), entry.place());
                if (earlier != null) {
                    throw new ConfigException(
                            entry.place() + ": the id '" + entry.source().id() + "' is already used at " + earlier);
                }
                sources.add(entry.source());
            }
        }
        return new SourceCatalog(sources);
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    public List<Source> all() {
        return sources;
    }

    public List<Source> enabled() {
        return sources.stream().filter(s -> s.profile().enabled()).toList();
    }

    public Optional<Source> find(String id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
