package org.watchword.bench.quotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/**
 * Reads texts with their quotes marked in them.
 *
 * <pre>
 * === en harbour
 * “{d1 The harbour will stay open,}” {s1 Mr. Oren} {c1 said}. “{d1 Nobody will close it.}”
 *
 * 1 = Daniel Oren
 * </pre>
 *
 * <p>A head names language and title. {@code {d1 …}} marks direct, {@code {m1 …}} mixed and {@code {i1 …}} indirect words of quote 1,
 * {@code {s1 …}} its source and {@code {c1 …}} its cue; marks nest, and a number may mark several pieces. A source without
 * words said nothing that is reported. Last come the persons meant, {@code ?} for
 * a pronoun that may mean anybody; a quote without that line is not judged by it. Lines that start with {@code #} are remarks.
 */
final class GoldenFile {

    private static final Pattern OPENING = Pattern.compile("\\{([dimsc])(\\d+) ");
    private static final Pattern PERSON = Pattern.compile("(\\d+) = (.+)");

    private final Path file;

    GoldenFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException naming the file and line that cannot be understood */
    List<LabelledText> read() throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int head = -1;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith("=== ")) {
                if (head >= 0) {
                    texts.add(text(head, lines.subList(head, i)));
                }
                head = i;
            }
        }
        return texts;
    }

    private LabelledText text(int head, List<String> lines) {
        String[] words = lines.get(0).substring(4).strip().split(" ", 2);
        Map<Integer, String> persons = new HashMap<>();
        StringBuilder marked = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            Matcher person = PERSON.matcher(line);
            if (person.matches()) {
                persons.put(Integer.parseInt(person.group(1)), person.group(2).strip());
            } else if (!line.startsWith("#")) {
                marked.append(line).append('\n');
            }
        }
        String title = words.length > 1 ? words[1] : "";
        return new Marked(head + 1, marked.toString().strip(), persons).read(title, words[0]);
    }

    /** The pieces of one quote. */
    private static final class Pieces {

        private final List<Span> parts = new ArrayList<>();
        private final List<Span> speaker = new ArrayList<>();
        private final List<Span> cue = new ArrayList<>();
        private @Nullable QuoteKind kind;
    }

    /** A mark that is open. @param from offset in the text without marks */
    private record Open(char what, int number, int from) {}

    private final class Marked {

        private final int line;
        private final String marked;
        private final Map<Integer, String> persons;
        private final StringBuilder text = new StringBuilder();
        private final Map<Integer, Pieces> quotes = new TreeMap<>();

        Marked(int line, String marked, Map<Integer, String> persons) {
            this.line = line;
            this.marked = marked;
            this.persons = persons;
        }

        LabelledText read(String title, String language) {
            Deque<Open> open = new ArrayDeque<>();
            Matcher opening = OPENING.matcher(marked);
            for (int i = 0; i < marked.length(); i++) {
                char c = marked.charAt(i);
                if (c == '{' && opening.region(i, marked.length()).lookingAt()) {
                    open.push(new Open(opening.group(1).charAt(0), Integer.parseInt(opening.group(2)), text.length()));
                    i = opening.end() - 1;
                } else if (c == '}' && !open.isEmpty()) {
                    close(open.pop());
                } else if (c == '{' || c == '}') {
                    throw problem("a mark that is not understood: '"
                            + marked.substring(i, Math.min(i + 20, marked.length())));
                } else {
                    text.append(c);
                }
            }
            if (!open.isEmpty()) {
                throw problem("{" + open.peek().what() + open.peek().number() + " is not closed");
            }
            List<LabelledQuote> found = new ArrayList<>();
            quotes.forEach((number, pieces) -> {
                if (pieces.kind != null) {
                    found.add(new LabelledQuote(
                            pieces.parts, pieces.kind, pieces.speaker, pieces.cue, persons.get(number)));
                }
            });
            persons.keySet().stream().filter(n -> !quotes.containsKey(n)).forEach(n -> {
                throw problem("there is no quote " + n);
            });
            return new LabelledText(title, language, text.toString(), found);
        }

        private void close(Open mark) {
            Pieces pieces = quotes.computeIfAbsent(mark.number(), n -> new Pieces());
            Span span = new Span(mark.from(), text.length());
            switch (mark.what()) {
                case 's' -> pieces.speaker.add(span);
                case 'c' -> pieces.cue.add(span);
                default -> {
                    pieces.parts.add(span);
                    pieces.kind = kind(mark.what());
                }
            }
        }

        private IllegalArgumentException problem(String what) {
            return new IllegalArgumentException(file + ": text at line " + line + ": " + what);
        }
    }

    private static QuoteKind kind(char what) {
        return what == 'd' ? QuoteKind.DIRECT : what == 'm' ? QuoteKind.MIXED : QuoteKind.INDIRECT;
    }
}
