package org.watchword.ingest.evidence;

import java.util.List;

/** A report in Markdown (CommonMark, with tables). */
final class MarkdownReport {

    private MarkdownReport() {}

    static String of(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> append(text, block));
        return text.toString();
    }

    private static void append(StringBuilder text, Block block) {
        if (block instanceof Block.Heading heading) {
            text.append("#".repeat(heading.level())).append(' ').append(inline(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            text.append(inline(paragraph.text()));
        } else if (block instanceof Block.Command command) {
            // Commands hold no line ends, so that indenting keeps any of them whole.
            text.append("    ").append(clean(command.text()));
        } else if (block instanceof Block.Passage passage) {
            text.append("> ")
                    .append((inline(passage.before()) + strong(passage.words()) + inline(passage.after()))
                            .replace("\n", "\n> "));
        } else if (block instanceof Block.Facts facts) {
            text.append("| | |\n|---|---|");
            facts.rows().forEach(row -> text.append("\n| ")
                    .append(cell(row.name()))
                    .append(" | ")
                    .append(cell(row.value()))
                    .append(" |"));
        }
        text.append("\n\n");
    }

    private static String strong(String words) {
        // Emphasis ends at a blank line, so each paragraph has its own.
        return "**" + inline(words).replace("\n\n", "**\n\n**") + "**";
    }

    private static String cell(String value) {
        return inline(value).replace("\n", " ");
    }

    private static String inline(String text) {
        return clean(text).replaceAll("([\\\\`*_{}\\[\\]<>#|!~&])", "\\\\$1");
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(HtmlReport.isHostile(c) ? 0xFFFD : c));
        return clean.toString();
    }
}
