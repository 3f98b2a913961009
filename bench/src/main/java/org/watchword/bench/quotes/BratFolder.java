package org.watchword.bench.quotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/**
 * Reads a folder of English articles whose attributions are marked in brat's format, as PolNeAR is: {@code text/NAME.txt}, {@code
 * attributions/NAME_hash.ann}, events that join Source, Cue and Content. Direct is what begins with an opening mark and ends with a
 * closing one.
 */
final class BratFolder {

    private static final Pattern MARKS =
            Pattern.compile("“[^”]*”|\"[^\"]*\"|''[^']*''|``.*?''|«[^»]*»", Pattern.DOTALL);

    private static final String OPENING = "“\"'«„`";
    private static final String CLOSING = "”\"'»“";

    private final Path folder;

    BratFolder(Path folder) {
        this.folder = folder;
    }

    static boolean is(Path folder) {
        return Files.isDirectory(folder.resolve("attributions")) && Files.isDirectory(folder.resolve("text"));
    }

    List<LabelledText> read() throws IOException {
        Map<String, Path> annotations = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("attributions"))) {
            files.filter(f -> f.toString().endsWith(".ann"))
                    .sorted()
                    .forEach(f -> annotations.putIfAbsent(
                            f.getFileName().toString().replaceFirst("(_[0-9a-f]{4})?\\.ann$", ""), f));
        }
        List<LabelledText> texts = new ArrayList<>();
        for (Map.Entry<String, Path> entry : annotations.entrySet()) {
            Path file = folder.resolve("text").resolve(entry.getKey() + ".txt");
            if (Files.exists(file)) {
                String text = Files.readString(file);
                texts.add(new LabelledText(entry.getKey(), "en", text, quotes(text, entry.getValue())));
            }
        }
        return texts;
    }

    private static List<LabelledQuote> quotes(String text, Path annotations) throws IOException {
        BitSet quoted = new BitSet();
        for (Matcher m = MARKS.matcher(text); m.find(); ) {
            quoted.set(m.start(), m.end());
        }
        Map<String, List<Span>> spans = new HashMap<>();
        List<String> events = new ArrayList<>();
        for (String line : Files.readAllLines(annotations)) {
            String[] fields = line.split("\t");
            if (line.startsWith("T")) {
                spans.put(fields[0], spans(text, fields[1].substring(fields[1].indexOf(' ') + 1)));
            } else if (line.startsWith("E")) {
                events.add(fields[1]);
            }
        }
        List<LabelledQuote> quotes = new ArrayList<>();
        for (String event : events) {
            List<Span> content = role(event, "Content", spans);
            if (!content.isEmpty()) {
                BitSet units = LabelledQuote.units(content);
                units.and(quoted);
                QuoteKind kind = units.isEmpty()
                        ? QuoteKind.INDIRECT
                        : isWhole(text, content) ? QuoteKind.DIRECT : QuoteKind.MIXED;
                quotes.add(new LabelledQuote(
                        content, kind, role(event, "Source", spans), role(event, "Cue", spans), null));
            }
        }
        return quotes;
    }

    private static boolean isWhole(String text, List<Span> content) {
        Span last = content.get(content.size() - 1);
        return OPENING.indexOf(text.charAt(content.get(0).start())) >= 0
                && CLOSING.indexOf(text.charAt(last.end() - 1)) >= 0;
    }

    /** Offsets count code points. */
    private static List<Span> spans(String text, String pieces) {
        List<Span> spans = new ArrayList<>();
        for (String piece : pieces.split(";")) {
            String[] ends = piece.strip().split(" ");
            spans.add(new Span(
                    text.offsetByCodePoints(0, Integer.parseInt(ends[0])),
                    text.offsetByCodePoints(0, Integer.parseInt(ends[1]))));
        }
        return spans;
    }

    private static List<Span> role(String event, String role, Map<String, List<Span>> spans) {
        List<Span> found = new ArrayList<>();
        for (String part : event.split(" ")) {
            int colon = part.indexOf(':');
            if (colon > 0 && part.substring(0, colon).replaceFirst("\\d+$", "").equals(role)) {
                found.addAll(spans.getOrDefault(part.substring(colon + 1), List.of()));
            }
        }
        return found;
    }
}
