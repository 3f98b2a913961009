package org.watchword.analyze.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.ConfigException;

/**
 * Spellings of names that somebody has said mean one and the same: letters of another alphabet, another way to write them in Latin, a
 * short name everybody knows. Nothing is joined by likeness; two people may differ by a letter. Immutable.
 *
 * <p>The file is {@code aliases.yaml} of the languages folder: a list of {@code name} and {@code also}. Spellings count as they are
 * written, but for spaces and Unicode's ways to compose a letter (NFC).
 */
public final class Aliases {

    /** The file's name in the languages folder. */
    public static final String FILE = "aliases.yaml";

    private final Map<String, String> names;

    private Aliases(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Joins nothing. */
    public static Aliases none() {
        return new Aliases(Map.of());
    }

    /**
     * Reads the file of a languages folder; without one nothing is joined.
     *
     * @throws ConfigException naming the file and the line of what cannot be understood, or of a spelling given to two names
     */
    public static Aliases load(Path languagesFolder) {
        Path file = languagesFolder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return none();
        }
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Aliases read(String file, String yaml) {
        Map<String, String> names = new HashMap<>();
        Map<String, YamlNode> places = new HashMap<>();
        for (YamlNode entry : YamlNode.read(file, yaml).list()) {
            Map<String, YamlNode> keys = entry.map(Set.of("name", "also"));
            YamlNode name = entry.require(keys, "name");
            put(name, name.text(), names, places);
            List<YamlNode> spellings = entry.require(keys, "also").texts();
            for (YamlNode spelling : spellings) {
                put(spelling, name.text(), names, places);
            }
        }
        return new Aliases(names);
    }

    private static void put(YamlNode spelling, String name, Map<String, String> names, Map<String, YamlNode> places) {
        String key = plain(spelling.text());
        YamlNode first = places.putIfAbsent(key, spelling);
        if (first != null) {
            throw spelling.error("'" + spelling.text() + "' is already a spelling of '" + names.get(key) + "', in line "
                    + first.line() + "; a spelling can mean one name only");
        }
        names.put(key, plain(name));
    }

    /** The name a spelling stands for; the spelling itself where nobody has said so. */
    public String name(String spelling) {
        if (names.isEmpty()) {
            return spelling;
        }
        return names.getOrDefault(plain(spelling), spelling);
    }

    /** As {@link #name}; no name stays none. */
    public @Nullable String nameOrNone(@Nullable String spelling) {
        return spelling == null ? null : name(spelling);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
    }
}
