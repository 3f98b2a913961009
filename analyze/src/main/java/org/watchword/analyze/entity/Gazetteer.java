package org.watchword.analyze.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.model.ConfigException;
import org.watchword.model.EntityType;
import org.watchword.model.NearestKey;

/** Known names and name words of one language, from the {@code *.tsv} files of its folder. Immutable. */
public final class Gazetteer {

    /** What a listed word is. */
    enum Kind {
        LOCATION,
        COUNTRY,
        GROUP,
        ORGANIZATION,
        TITLE,
        MALE,
        FEMALE,
        ORGHEAD,
        PLACEHEAD,
        NOTNAME,
        /** Nouns of office, in small letters: minister, mayor. */
        OFFICE,
        /** Offices of a whole state: president, foreign minister. */
        STATEOFFICE,
        /** Words that stand before a noun of office and belong to it: deputy, foreign, former. */
        OFFICEWORD,
        /** A people and its country; a third column names the country. */
        DEMONYM
    }

    private final Map<Kind, Set<String>> words;
    private final Map<String, EntityType> names;
    private final Set<String> prefixes;
    private final Map<String, String> countries;

    private Gazetteer(
            Map<Kind, Set<String>> words,
            Map<String, EntityType> names,
            Set<String> prefixes,
            Map<String, String> countries) {
        this.words = words;
        this.names = names;
        this.prefixes = prefixes;
        this.countries = countries;
    }

    /** A gazetteer that knows nothing. */
    public static Gazetteer empty() {
        return new Gazetteer(new EnumMap<>(Kind.class), Map.of(), Set.of(), Map.of());
    }

    /**
     * Reads every {@code *.tsv} file of a language's folder, in alphabetical order; a missing folder gives an empty gazetteer.
     *
     * @throws ConfigException naming file and line of what cannot be understood
     */
    public static Gazetteer load(Path languageFolder) {
        if (!Files.isDirectory(languageFolder)) {
            return empty();
        }
        Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        try (Stream<Path> files = Files.list(languageFolder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                read(file, words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + languageFolder, e);
        }
        return of(words);
    }

    private static Gazetteer of(Map<Kind, Set<String>> words) {
        Map<String, EntityType> names = new HashMap<>();
        Set<String> prefixes = new HashSet<>();
        Map<String, String> countries = new HashMap<>();
        for (String pair : words.getOrDefault(Kind.DEMONYM, Set.of())) {
            int tab = pair.indexOf('\t');
            countries.put(pair.substring(0, tab), pair.substring(tab + 1));
        }
        put(words, Kind.GROUP, EntityType.GROUP, names);
        put(words, Kind.ORGANIZATION, EntityType.ORGANIZATION, names);
        put(words, Kind.LOCATION, EntityType.LOCATION, names);
        put(words, Kind.COUNTRY, EntityType.LOCATION, names);
        for (String name : names.keySet()) {
            for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
                prefixes.add(name.substring(0, space));
            }
        }
        return new Gazetteer(words, names, prefixes, countries);
    }

    private static void put(Map<Kind, Set<String>> words, Kind kind, EntityType type, Map<String, EntityType> names) {
        for (String name : words.getOrDefault(kind, Set.of())) {
            names.put(name, type);
        }
    }

    private static void read(Path file, Map<Kind, Set<String>> words) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::name).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new ConfigException(file.toString(), i + 1, 0, "expected a class, a tab and a name", null);
            }
            String kind = line.substring(0, tab);
            if (!kinds.contains(kind)) {
                throw new ConfigException(file.toString(), i + 1, 1, NearestKey.unknown(kind, kinds), null);
            }
            if (kind.equals(Kind.DEMONYM.name()) && line.indexOf('\t', tab + 1) < 0) {
                throw new ConfigException(file.toString(), i + 1, 0, "expected a people, a tab and its country", null);
            }
            words.computeIfAbsent(Kind.valueOf(kind), k -> new HashSet<>())
                    .add(line.substring(tab + 1).strip());
        }
    }

    boolean is(Kind kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** The type of a listed name; a plural counts as its singular for kinds of people. */
    Optional<EntityType> type(String name) {
        EntityType type = names.get(name);
        if (type == null && name.length() > 3 && name.endsWith("s")) {
            String singular = name.substring(0, name.length() - 1);
            EntityType group = names.get(singular);
            return group == EntityType.GROUP ? Optional.of(group) : Optional.empty();
        }
        return Optional.ofNullable(type);
    }

    /** Whether a longer listed name begins with these words. */
    boolean goesOn(String words) {
        return prefixes.contains(words);
    }

    /** Whether a title or a given name; one in both lists says nothing of gender. */
    Gender gender(String word) {
        boolean male = is(Kind.MALE, word);
        boolean female = is(Kind.FEMALE, word);
        if (male == female) {
            return Gender.UNKNOWN;
        }
        return male ? Gender.MALE : Gender.FEMALE;
    }

    boolean isCountry(String name) {
        return is(Kind.COUNTRY, name);
    }

    /** The country of a people or of an adjective of it; empty when none is listed, or several share the word. */
    Optional<String> countryOf(String people) {
        return Optional.ofNullable(countries.get(people));
    }

    boolean isTitle(String word) {
        return is(Kind.TITLE, word);
    }

    boolean isGivenName(String word) {
        return (is(Kind.MALE, word) || is(Kind.FEMALE, word)) && !isTitle(word);
    }
}
