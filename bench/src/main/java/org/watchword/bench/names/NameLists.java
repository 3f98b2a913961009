package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.name.WordKnowledge;

/** The lists of names a model knows: those of {@code config}, and those of the data folder. */
final class NameLists {

    private static final Map<String, Integer> KINDS = Map.of(
            "COUNTRY", WordKnowledge.COUNTRY,
            "LOCATION", WordKnowledge.PLACE,
            "GROUP", WordKnowledge.GROUP,
            "ORGANIZATION", WordKnowledge.ORGANIZATION,
            "TITLE", WordKnowledge.TITLE,
            "MALE", WordKnowledge.GIVEN,
            "FEMALE", WordKnowledge.GIVEN,
            "ORGHEAD", WordKnowledge.ORGANIZATION_HEAD,
            "PLACEHEAD", WordKnowledge.PLACE_HEAD);

    private static final Map<String, Integer> PERSONS =
            Map.of("GIVEN", WordKnowledge.GIVEN, "SURNAME", WordKnowledge.SURNAME, "SPEAKER", WordKnowledge.SPEAKER);

    private final Set<String> groups = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, int list) {}

    static NameLists read(Path config) throws IOException {
        NameLists lists = new NameLists();
        for (Path file : Corpora.files(config.resolve("languages/en"), ".tsv")) {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.split("\t");
                Integer kind = columns.length == 2 ? KINDS.get(columns[0]) : null;
                if (kind != null) {
                    lists.add(columns[1].strip(), kind);
                }
            }
        }
        for (Group group : Lexicons.load(config.resolve("lexicons")).groups()) {
            if (group.language().equals("en")) {
                group.singular().forEach(lists::group);
                group.plural().forEach(lists::group);
                group.adjective().forEach(lists::group);
            }
        }
        // "New Zealand" stands before a noun as an adjective does, and is a country all the same.
        Set<String> countries = new HashSet<>();
        lists.entries.stream().filter(e -> e.list == WordKnowledge.COUNTRY).forEach(e -> countries.add(e.name));
        lists.entries.removeIf(e -> e.list == WordKnowledge.GROUP && countries.contains(e.name));
        lists.groups.removeAll(countries);
        return lists;
    }

    /** Adds whole names of persons, and their first and last words as given names and surnames. */
    void addPersons(List<String> persons) {
        for (String person : persons) {
            add(person, WordKnowledge.SPEAKER);
            add(person.substring(0, person.indexOf(' ')), WordKnowledge.GIVEN);
            add(person.substring(person.lastIndexOf(' ') + 1), WordKnowledge.SURNAME);
        }
    }

    private void group(String name) {
        if (Character.isUpperCase(name.charAt(0))) {
            add(name, WordKnowledge.GROUP);
        }
    }

    void add(String name, int list) {
        entries.add(new Entry(name, list));
        if (list == WordKnowledge.GROUP) {
            groups.add(name);
        }
    }

    void addTo(WordKnowledge.Builder builder) {
        for (Entry entry : entries) {
            builder.list(entry.name, entry.list);
            if (entry.list == WordKnowledge.PLACE && entry.name.indexOf(' ') > 0) {
                for (String word : entry.name.split(" ")) {
                    builder.list(word, WordKnowledge.PLACE_WORD);
                }
            }
        }
    }

    /** The names in a list, in the order they were read. */
    List<String> names(int list) {
        return entries.stream().filter(e -> e.list == list).map(Entry::name).toList();
    }

    /** Kinds of people, as they are written. */
    Set<String> groups() {
        return groups;
    }
}
