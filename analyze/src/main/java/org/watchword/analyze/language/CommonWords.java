package org.watchword.analyze.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchword.model.LowerCase;

/**
 * The language of a sentence too short for statistics of its letters, by its small words: <i>all … are</i> is English, <i>alle … sind</i>
 * German. Decides only when more of one language's words are there than of any other's.
 */
public final class CommonWords {

    private static final Map<String, Set<String>> WORDS = read();

    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{M}'’]+");

    private CommonWords() {}

    /**
     * BCP 47 tag, or nothing when the words do not tell.
     *
     * @param lead how many more words of it there must be than of any other language
     */
    public static Optional<String> language(String text, int lead) {
        Set<String> words =
                new HashSet<>(Arrays.asList(SPACE.split(LowerCase.of(text).replace('’', '\''), 0)));
        String best = "";
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Set<String>> common : WORDS.entrySet()) {
            int count = (int) words.stream().filter(common.getValue()::contains).count();
            if (count > most) {
                second = most;
                most = count;
                best = common.getKey();
            } else {
                second = Math.max(second, count);
            }
        }
        return most - second >= lead ? Optional.of(best) : Optional.empty();
    }

    private static Map<String, Set<String>> read() {
        Properties lists = new Properties();
        try (InputStream in = CommonWords.class.getResourceAsStream("common-words.properties")) {
            lists.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language,
                        language -> Set.of(lists.getProperty(language).split(" "))));
    }
}
