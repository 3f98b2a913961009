package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names of heads of state and ministers of all countries, from the table of speakers at the UN general debate (CC0 1.0). */
final class Statesmen {

    private static final int SPEAKER = 4;
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'\u2019-]+");
    private static final Set<String> TITLES = Set.of(
            "Mr",
            "Mrs",
            "Ms",
            "Sir",
            "Dr",
            "Lord",
            "King",
            "Prince",
            "Sheikh",
            "Begum",
            "The",
            "His",
            "Her",
            "Hon",
            "President",
            "Minister");

    private Statesmen() {}

    /** Each name once, given name first and family name last, words separated by single spaces, in alphabetical order. */
    static List<String> read(Path table) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.split("\t");
            if (columns.length > SPEAKER) {
                List<String> words = words(columns[SPEAKER]);
                if (words.size() >= 2 && words.size() <= 5) {
                    names.add(String.join(" ", words));
                }
            }
        }
        return List.copyOf(names);
    }

    private static List<String> words(String speaker) {
        List<String> words = new ArrayList<>();
        for (String word : speaker.strip().split("[\\s,]+")) {
            words.add(word);
        }
        // "TESK Orlan": a family name in capitals stands first.
        if (isCapitals(words.get(0)) && words.get(0).length() > 3) {
            words.add(words.remove(0));
        }
        words.replaceAll(word -> isCapitals(word) && word.length() > 2
                ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
                : word);
        words.removeIf(word -> word.length() < 3
                || TITLES.contains(word)
                || !NAME.matcher(word).matches());
        return words;
    }

    private static boolean isCapitals(String word) {
        return !word.isEmpty() && word.equals(word.toUpperCase(Locale.ROOT)) && Character.isUpperCase(word.charAt(0));
    }
}
