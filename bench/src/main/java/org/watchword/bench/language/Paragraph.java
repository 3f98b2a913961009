package org.watchword.bench.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Running text of a page whose language is known.
 *
 * @param file name of the page
 * @param language primary subtag of the page's {@code lang}
 * @param text paragraphs that follow each other, joined by spaces
 */
record Paragraph(String file, String language, String text) {

    private static final Pattern LANGUAGE = Pattern.compile("<html[^>]*\\slang=\"([a-z]{2,3})[\"-]");
    private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*?)</p>", Pattern.DOTALL);

    /** Of all pages ({@code *.html}) of a folder; short paragraphs are joined until they have {@code least} characters. */
    static List<Paragraph> read(Path folder, int least) throws IOException {
        List<Paragraph> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                all.addAll(of(file, least));
            }
        }
        return all;
    }

    private static List<Paragraph> of(Path file, int least) throws IOException {
        String page = Files.readString(file, StandardCharsets.UTF_8);
        Matcher language = LANGUAGE.matcher(page);
        List<Paragraph> found = new ArrayList<>();
        if (!language.find()) {
            return found;
        }
        Matcher paragraphs = PARAGRAPH.matcher(page);
        StringBuilder text = new StringBuilder();
        while (paragraphs.find()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(paragraphs.group(1).replaceAll("<[^>]*>", "").replaceAll("\\s+", " "));
            if (text.length() >= least) {
                found.add(new Paragraph(file.getFileName().toString(), language.group(1), text.toString()));
                text.setLength(0);
            }
        }
        return found;
    }
}
