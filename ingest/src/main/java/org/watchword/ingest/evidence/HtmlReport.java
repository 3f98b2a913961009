package org.watchword.ingest.evidence;

import java.util.List;

/** A report as one HTML page that needs nothing from elsewhere and runs nothing. */
final class HtmlReport {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 16px/1.5 Georgia, serif; color: #1a1a1a; background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em }
            h1, h2, h3 { line-height: 1.25 } h2 { border-top: 1px solid #999; padding-top: 1em; margin-top: 2em }
            table { border-collapse: collapse; width: 100%% } th { text-align: left; width: 11em } th, td { vertical-align: top; padding: .2em .5em .2em 0; overflow-wrap: anywhere }
            blockquote { margin: 1em 0; padding: .5em 1em; border-inline-start: 4px solid #666; white-space: pre-wrap } mark { background: #ffe9a8 }
            pre { background: #f3f3f3; padding: .5em; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em }
            @media print { body { margin: 0; max-width: none } h2 { break-before: page } h2:first-of-type { break-before: auto } mark { background: none; font-weight: bold } }
            </style>
            </head>
            <body>
            """;

    private HtmlReport() {}

    static String of(String title, List<Block> blocks) {
        StringBuilder html = new StringBuilder(String.format(java.util.Locale.ROOT, HEAD, escaped(title)));
        blocks.forEach(block -> append(html, block));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder html, Block block) {
        if (block instanceof Block.Heading heading) {
            element(html, "h" + heading.level(), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            element(html, "p", paragraph.text());
        } else if (block instanceof Block.Command command) {
            element(html, "pre", command.text());
        } else if (block instanceof Block.Passage passage) {
            html.append("<blockquote dir=\"auto\" lang=\"")
                    .append(escaped(passage.language()))
                    .append("\">")
                    .append(escaped(passage.before()))
                    .append("<mark>")
                    .append(escaped(passage.words()))
                    .append("</mark>")
                    .append(escaped(passage.after()))
                    .append("</blockquote>\n");
        } else if (block instanceof Block.Facts facts) {
            html.append("<table>\n");
            facts.rows().forEach(row -> html.append("<tr><th scope=\"row\">")
                    .append(escaped(row.name()))
                    .append("</th><td dir=\"auto\">")
                    .append(escaped(row.value()))
                    .append("</td></tr>\n"));
            html.append("</table>\n");
        }
    }

    private static void element(StringBuilder html, String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** As text or as the value of an attribute in double quotes; characters that steer the direction of others are shown. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isHostile(c) ? "�" : Character.toString(c));
            }
        });
        return escaped.toString();
    }

    /** Controls that HTML forbids, and marks that turn the reading direction. */
    static boolean isHostile(int c) {
        return c < 0x20 && c != '\n' && c != '\t'
                || c >= 0x7f && c < 0xa0
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }
}
