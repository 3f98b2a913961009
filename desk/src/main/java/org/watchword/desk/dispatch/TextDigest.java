package org.watchword.desk.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Digest.CategoryGroup;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.digest.Digest.TargetGroup;
import org.watchword.desk.passage.HostileText;

/** A digest as plain text of at most 76 columns where words allow it. */
public final class TextDigest {

    private static final int COLUMNS = 76;

    private final StringBuilder out = new StringBuilder();
    private final Digest digest;
    private final DigestWords words;

    private TextDigest(Digest digest) {
        this.digest = digest;
        this.words = new DigestWords(digest);
    }

    public static String of(Digest digest) {
        return new TextDigest(digest).write();
    }

    private String write() {
        heading(digest.title() + " – " + words.issue(), '=');
        paragraph(words.period(), 0);
        paragraph(words.scope(), 0);
        blank();
        words.summary().forEach(line -> paragraph(line, 0));
        digest.categories().forEach(this::category);
        corrections();
        coverage();
        blank();
        line(words.label("link.search") + ": " + digest.search());
        blank();
        paragraph(words.label("caution"), 0);
        return out.toString();
    }

    private void category(CategoryGroup group) {
        blank();
        heading(group.name() + ": " + words.category(group), '-');
        for (TargetGroup target : group.targets()) {
            blank();
            line(words.target(target) + ": " + words.number(target.total()));
            target.speakers().forEach(speaker -> {
                blank();
                paragraph(words.speaker(speaker) + (speaker.office().isEmpty() ? "" : ", " + speaker.office()), 2);
                speaker.entries().forEach(this::entry);
            });
            more(words.more(target), target.search());
        }
        more(words.more(group), group.search());
    }

    private void more(String what, String where) {
        if (!what.isEmpty()) {
            blank();
            line("  " + what + ": " + where);
        }
    }

    private void entry(Entry entry) {
        paragraph("“" + entry.text() + "”", 4);
        paragraph(
                "[" + String.join("; ", entry.labels()) + " · " + words.severity(entry) + " · " + entry.rule() + "]",
                4);
        paragraph(entry.outlet() + " · " + words.when(entry) + (entry.page() == null ? "" : ": " + entry.page()), 4);
        words.notes(entry).forEach(note -> paragraph("! " + note, 4));
        line("    " + entry.link());
        line("    " + entry.url());
        blank();
    }

    private void corrections() {
        if (digest.corrections().isEmpty()) {
            return;
        }
        blank();
        heading(words.label("corrections"), '-');
        digest.corrections().forEach(correction -> {
            paragraph("* " + words.correction(correction), 0);
            if (!correction.text().isEmpty()) {
                paragraph(correction.voice() + " · " + correction.outlet() + ": “" + correction.text() + "”", 2);
            }
            line("  " + correction.link());
        });
        if (!words.moreCorrections().isEmpty()) {
            line(words.moreCorrections());
        }
    }

    private void coverage() {
        blank();
        heading(words.label("coverage"), '-');
        paragraph(words.coverage(), 0);
        digest.coverage().troubles().forEach(trouble -> {
            paragraph("* " + trouble.source() + " (" + trouble.condition() + "): " + trouble.words(), 0);
            line("  " + trouble.link());
        });
        if (!words.moreTroubles().isEmpty()) {
            line(words.moreTroubles());
        }
    }

    private void heading(String text, char under) {
        String visible = visible(text);
        out.append(visible).append('\n');
        out.append(String.valueOf(under).repeat(Math.min(COLUMNS, visible.codePointCount(0, visible.length()))))
                .append('\n');
    }

    private void blank() {
        if (out.length() > 1 && !out.substring(out.length() - 2).equals("\n\n")) {
            out.append('\n');
        }
    }

    private void line(String text) {
        out.append(visible(text)).append('\n');
    }

    private void paragraph(String text, int indent) {
        wrapped(visible(text), COLUMNS - indent)
                .forEach(line -> out.append(" ".repeat(indent)).append(line).append('\n'));
    }

    /** Scraped text makes no line of its own: nothing in it can pass for a heading or a further statement. */
    private static String visible(String text) {
        return HostileText.visible(text.replaceAll("\\R", " "));
    }

    private static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
