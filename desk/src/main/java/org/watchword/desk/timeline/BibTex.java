package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.watchword.model.ArchiveRef;

/** Entries of type {@code @online} for BibLaTeX, in UTF-8. */
final class BibTex implements TimelineFormat.Writing {

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("@comment{\n");
        // Braces would end the comment early, whatever the text means by them.
        MethodText.lines(note).forEach(line -> head.append("  ")
                .append((line.getKey() + ": " + line.getValue())
                        .replace("{", "(")
                        .replace("}", ")")
                        .replace("@", "(at)")
                        .replaceAll("\\s+", " "))
                .append('\n'));
        print(out, head.append("}\n").toString());
        timeline.each(row -> print(out, entry(row, timeline.request().links())));
    }

    static String entry(TimelineRow row, Links links) {
        List<String> fields = new ArrayList<>();
        fields.add(field("author", "{" + escaped(Citation.who(row)) + "}"));
        fields.add(field("title", "{" + escaped(row.title()) + "}"));
        fields.add(field("organization", escaped(row.statement().outlet())));
        if (row.statement().publishedAt() != null) {
            fields.add(field("date", Citation.day(row).toString()));
        }
        fields.add(field("url", verbatim(row.statement().url())));
        fields.add(field("urldate", Citation.captured(row).toString()));
        fields.add(field("langid", escaped(row.statement().language())));
        fields.add(field("abstract", escaped(row.statement().text())));
        ArchiveRef archive = row.statement().archive();
        fields.add(field(
                "note",
                escaped("Statement " + row.statement().id() + ", "
                        + links.statement(row.statement().id())
                        + (archive == null ? "" : ", SHA-256 " + archive.sha256()))));
        return "\n@online{watchword-" + row.statement().id() + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + value + "}";
    }

    /** What TeX takes for commands stands for itself. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        WellFormed.text(text).replaceAll("\\s+", " ").codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '{', '}', '$', '&', '#', '%', '_' -> escaped.append('\\').appendCodePoint(c);
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** An address is taken as it stands, but braces in it would end the field. */
    private static String verbatim(String url) {
        return WellFormed.text(url)
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\\", "%5C")
                .replaceAll("\\s", "%20");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
