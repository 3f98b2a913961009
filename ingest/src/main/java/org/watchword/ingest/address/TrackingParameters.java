package org.watchword.ingest.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.watchword.model.ConfigException;

/**
 * Parameters of addresses that only track the reader, as a file lists them: one name a line, a star at its end for any ending, {@code #}
 * before a remark.
 */
public final class TrackingParameters {

    /** Name of the file that lists them, in the folder of sources. */
    public static final String FILE = "tracking-parameters.txt";

    /** Those that come with the program. */
    public static final TrackingParameters STANDARD = standard();

    private final Set<String> names = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();

    private TrackingParameters(String label, String lines) {
        int number = 0;
        for (String line : lines.split("\\R", -1)) {
            number++;
            String name = line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            if (!name.matches("[^\\s*&=?]+\\*?")) {
                throw new ConfigException(
                        label,
                        number,
                        1,
                        "not the name of a parameter, with or without a star at its end: '" + name + "'",
                        null);
            }
            if (name.endsWith("*")) {
                prefixes.add(name.substring(0, name.length() - 1));
            } else {
                names.add(name);
            }
        }
    }

    /**
     * Reads a list.
     *
     * @param label for messages
     * @throws ConfigException naming the line that is no parameter's name
     */
    public static TrackingParameters of(String label, String lines) {
        return new TrackingParameters(label, lines);
    }

    /**
     * The list in a folder of sources, or the standard one where it has none. An empty file leaves every parameter in place.
     *
     * @throws ConfigException when it cannot be read
     */
    public static TrackingParameters in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return STANDARD;
        }
        try {
            return of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrackingParameters standard() {
        try (InputStream in = Objects.requireNonNull(
                TrackingParameters.class.getResourceAsStream(FILE), "no " + FILE + " in the program")) {
            return of(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address without them. */
    public WebAddress strip(WebAddress address) {
        String url = address.url();
        int question = url.indexOf('?');
        if (question < 0) {
            return address;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : url.substring(question + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!isTracking(name)) {
                kept.add(parameter);
            }
        }
        String path = url.substring(0, question);
        return new WebAddress(kept.isEmpty() ? path : path + '?' + String.join("&", kept), address.host());
    }

    /** Whether a parameter of this name is left out. */
    boolean isTracking(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return names.contains(lower) || prefixes.stream().anyMatch(lower::startsWith);
    }
}
