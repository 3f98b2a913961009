package org.watchword.analyze.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.model.ConfigException;
import org.watchword.model.ContentHash;

/**
 * All groups and word lists. Immutable.
 *
 * <p>Files may repeat a list or a group: the words add up, so that an organisation extends what is shipped without copying it.
 */
public final class Lexicons {

    private static final String PARADIGMS = "paradigms:";
    private static final String NAMES = "names:";

    private final List<Group> groups;
    private final Map<String, Map<String, WordList>> lists;
    private final Map<String, FirstWords> firstWords = new HashMap<>();

    private final Map<String, Paradigms> paradigms;
    private final Map<String, Map<String, String>> names;
    private final String digest;

    private Lexicons(
            List<Group> groups,
            Map<String, Map<String, WordList>> lists,
            Map<String, Paradigms> paradigms,
            Map<String, Map<String, String>> names,
            String digest) {
        this.groups = groups;
        this.lists = lists;
        this.paradigms = paradigms;
        this.names = names;
        this.digest = digest;
        lists.forEach((language, named) -> firstWords.put(language, new FirstWords(named.values())));
    }

    /**
     * Reads lexicons.
     *
     * @param places folders, read with all below them, and single files. A file with the key {@code groups} is a group file, one with
     *     {@code lists} a word list file, one with {@code paradigms} says how the words of a language inflect, one with {@code names}
     *     what people are told the groups are called
     * @throws ConfigException naming file, line and column of the first error
     * @throws UncheckedIOException when a place cannot be read
     */
    public static Lexicons load(Path... places) {
        return load(Arrays.asList(places));
    }

    /** As {@link #load(Path...)}. */
    public static Lexicons load(List<Path> places) {
        List<Group> groups = new ArrayList<>();
        Map<String, Map<String, List<List<String>>>> terms = new HashMap<>();
        List<String> digests = new ArrayList<>();
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path place : places) {
            files(place).forEach(file -> texts.put(file, text(file)));
        }
        Map<String, Map<String, String>> names = takeNames(texts);
        Map<String, Paradigms> paradigms = paradigms(texts);
        texts.forEach((file, yaml) -> {
            read(file, yaml, groups, terms, paradigms);
            digests.add(ContentHash.sha256Hex(yaml));
        });
        Map<String, Map<String, WordList>> lists = new HashMap<>();
        terms.forEach((language, named) -> {
            Map<String, WordList> made = new HashMap<>();
            named.forEach((name, words) -> made.put(name, new WordList(name, words, made.size())));
            lists.put(language, Collections.unmodifiableMap(made));
        });
        return new Lexicons(List.copyOf(groups), Map.copyOf(lists), paradigms, names, digestOf(digests));
    }

    /** These lexicons and some groups more. */
    public Lexicons plus(List<Group> more) {
        List<String> parts = Stream.concat(Stream.of(digest), more.stream().map(Group::toString))
                .toList();
        return new Lexicons(
                Stream.concat(groups.stream(), more.stream()).toList(), lists, paradigms, names, digestOf(parts));
    }

    /** SHA-256 over the text of all files that say what is found, wherever they lie: the same words give the same digest. */
    public String digest() {
        return digest;
    }

    private static String digestOf(List<String> parts) {
        return ContentHash.sha256Hex(parts.stream().sorted().collect(Collectors.joining("\n")));
    }

    /** The groups of one file, their words inflected as these lexicons inflect. */
    public List<Group> groupsIn(Path file) {
        return GroupFile.read(file.toString(), text(file), paradigms);
    }

    /** What people are told a group is called, in a language; empty for groups without a name. */
    public Optional<String> groupName(String language, String id) {
        return Optional.ofNullable(names.getOrDefault(language, Map.of()).get(id));
    }

    /** Takes the files with names out: nothing is found by them, so no digest is of them. Of two names the one read later counts. */
    private static Map<String, Map<String, String>> takeNames(Map<Path, String> texts) {
        Map<String, Map<String, String>> names = new HashMap<>();
        texts.entrySet().removeIf(file -> {
            if (!has(file.getValue(), NAMES)) {
                return false;
            }
            NamesFile.Names read = NamesFile.read(file.getKey().toString(), file.getValue());
            names.computeIfAbsent(read.language(), language -> new HashMap<>()).putAll(read.byId());
            return true;
        });
        return names;
    }

    private static boolean has(String yaml, String key) {
        return yaml.lines().anyMatch(line -> line.startsWith(key));
    }

    private static Map<String, Paradigms> paradigms(Map<Path, String> texts) {
        Map<String, Paradigms> paradigms = new HashMap<>();
        texts.forEach((file, yaml) -> {
            if (has(yaml, PARADIGMS)) {
                Paradigms.File read = Paradigms.read(file.toString(), yaml);
                paradigms.put(read.language(), read.paradigms());
            }
        });
        return Map.copyOf(paradigms);
    }

    private static void read(
            Path file,
            String yaml,
            List<Group> groups,
            Map<String, Map<String, List<List<String>>>> terms,
            Map<String, Paradigms> paradigms) {
        if (has(yaml, PARADIGMS)) {
            return;
        }
        if (has(yaml, "groups:")) {
            groups.addAll(GroupFile.read(file.toString(), yaml, paradigms));
            return;
        }
        for (WordListFile.Terms list : WordListFile.read(file.toString(), yaml, paradigms)) {
            terms.computeIfAbsent(list.language(), language -> new HashMap<>())
                    .computeIfAbsent(list.name(), name -> new ArrayList<>())
                    .addAll(list.terms());
        }
    }

    private static List<Path> files(Path place) {
        if (!Files.exists(place)) {
            throw new ConfigException(place + ": no such file or folder");
        }
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), 0, 0, "not UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public List<Group> groups() {
        return groups;
    }

    /** Groups with words in a language. */
    public List<Group> groups(String language) {
        return groups.stream()
                .filter(group -> group.language().equals(language))
                .toList();
    }

    /** @param name without the {@code @} */
    public Optional<WordList> list(String language, String name) {
        return Optional.ofNullable(lists.getOrDefault(language, Map.of()).get(name));
    }

    /** A list that may be missing: nothing is in it then. */
    public WordList listOrEmpty(String language, String name) {
        return list(language, name).orElseGet(() -> new WordList(name, List.of()));
    }

    /** Which lists of a language words may belong to. */
    public FirstWords firstWords(String language) {
        return firstWords.getOrDefault(language, FirstWords.NONE);
    }

    /** A language's lists by name. */
    public Map<String, WordList> lists(String language) {
        return lists.getOrDefault(language, Map.of());
    }

    /** The names of a language's lists, sorted. */
    public Set<String> listNames(String language) {
        return lists(language).keySet().stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
