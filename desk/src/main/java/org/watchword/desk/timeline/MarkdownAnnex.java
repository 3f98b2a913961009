package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.watchword.desk.passage.HostileText;

/** An annex in Markdown (CommonMark with footnotes): the original words first, a slot for a translation, a footnote each. */
final class MarkdownAnnex implements TimelineFormat.Writing {

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        print(out, "# " + inline(note.title()) + "\n\n");
        long[] number = {0};
        timeline.each(row -> {
            number[0]++;
            print(out, entry(row, number[0], timeline.request()));
        });
        print(out, "## Method\n\n");
        for (var line : MethodText.lines(note)) {
            print(out, "- **" + inline(line.getKey()) + ":** " + inline(line.getValue()) + "\n");
        }
    }

    private static String entry(TimelineRow row, long number, TimelineRequest request) {
        String labels = Citation.labels(row, request.groups());
        return "## " + number + ". " + Citation.day(row) + " – " + inline(Citation.who(row)) + "\n\n"
                + "> " + inline(row.statement().text()).replace("\n", "\n> ") + "[^" + number + "]\n\n"
                + "*Translation:* [                    ]\n\n"
                + (labels.isEmpty() ? "" : "*Indicators:* " + inline(labels) + "\n\n")
                + "[^" + number + "]: "
                + inline(String.join(". ", Citation.parts(row, request.links())))
                        .replace("\n", " ")
                + ".\n\n";
    }

    /** Nothing in it is markup. */
    static String inline(String text) {
        return HostileText.visible(WellFormed.text(text)).replaceAll("([\\\\`*_{}\\[\\]<>#|!~&$])", "\\\\$1");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
