package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.watchword.desk.rule.GroupNames;

/** The annex as one page to be read and printed. It needs nothing from elsewhere and runs nothing. */
final class HtmlAnnex implements TimelineFormat.Writing {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font: 16px/1.5 Georgia, serif; color: #1a1a1a; background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em }
            h2 { font-size: 1em; margin: 2em 0 .3em } h1, h2 { line-height: 1.25; break-after: avoid }
            blockquote { margin: 0 0 .5em; padding-inline-start: 1em; border-inline-start: 4px solid #666; white-space: pre-wrap }
            .slot { border-bottom: 1px dotted #666; display: inline-block; min-width: 70%% } .labels { font-size: .9em }
            section { break-inside: avoid } ol.notes, dl { font-size: .85em } ol.notes li, dd { overflow-wrap: anywhere }
            dt { font-weight: bold } sup { line-height: 0 }
            @media print { body { margin: 0; max-width: none } a { color: inherit; text-decoration: none } }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            """;

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        Links links = timeline.request().links();
        print(out, String.format(java.util.Locale.ROOT, HEAD, Html.escaped(note.title())));
        long[] number = {0};
        timeline.each(
                row -> print(out, entry(row, ++number[0], timeline.request().groups())));
        print(out, "<h2>Notes</h2>\n<ol class=\"notes\">\n");
        number[0] = 0;
        timeline.each(row -> print(out, footnote(row, ++number[0], links)));
        print(out, "</ol>\n<h2>Method</h2>\n<dl>\n");
        for (var line : MethodText.lines(note)) {
            print(out, "<dt>" + Html.escaped(line.getKey()) + "</dt><dd>" + Html.escaped(line.getValue()) + "</dd>\n");
        }
        print(out, "</dl>\n</body>\n</html>\n");
    }

    private static String entry(TimelineRow row, long number, GroupNames groups) {
        String labels = Citation.labels(row, groups);
        return "<section id=\"q" + number + "\">\n<h2>" + number + ". <time datetime=\"" + row.date() + "\">"
                + Citation.day(row) + "</time> – " + Html.escaped(Citation.who(row)) + "</h2>\n<blockquote lang=\""
                + Html.escaped(row.statement().language()) + "\" dir=\"auto\">"
                + Html.escaped(row.statement().text()) + "<sup><a href=\"#n" + number + "\">" + number
                + "</a></sup></blockquote>\n<p>Translation: <span class=\"slot\">&nbsp;</span></p>\n"
                + (labels.isEmpty() ? "" : "<p class=\"labels\">Indicators: " + Html.escaped(labels) + "</p>\n")
                + "</section>\n";
    }

    private static String footnote(TimelineRow row, long number, Links links) {
        String link = Html.link(row.statement().url());
        String text = Html.escaped(String.join(". ", Citation.parts(row, links)));
        String linked = link.isEmpty()
                ? text
                : text.replace(
                        Html.escaped(link), "<a href=\"" + Html.escaped(link) + "\">" + Html.escaped(link) + "</a>");
        return "<li id=\"n" + number + "\">" + linked + ". <a href=\"#q" + number + "\">↑</a></li>\n";
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
