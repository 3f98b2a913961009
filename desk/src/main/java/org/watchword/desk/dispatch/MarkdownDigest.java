package org.watchword.desk.dispatch;

import java.util.List;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Digest.CategoryGroup;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.digest.Digest.TargetGroup;
import org.watchword.desk.page.Labels;
import org.watchword.desk.passage.HostileText;

/** A digest as Markdown (CommonMark). Nothing that was scraped can become markup. */
public final class MarkdownDigest {

    private final StringBuilder out = new StringBuilder();
    private final Digest digest;
    private final DigestWords words;

    private MarkdownDigest(Digest digest) {
        this.digest = digest;
        this.words = new DigestWords(digest);
    }

    public static String of(Digest digest) {
        return new MarkdownDigest(digest).write();
    }

    private String write() {
        block("# " + text(digest.title() + " – " + words.issue()));
        block(text(words.period()));
        block(text(words.scope()));
        words.summary().forEach(line -> block(text(line)));
        digest.categories().forEach(this::category);
        if (!digest.corrections().isEmpty()) {
            block("## " + words.label("corrections"));
            digest.corrections().forEach(correction -> {
                out.append("- ").append(link(words.correction(correction), correction.link()));
                if (!correction.text().isEmpty()) {
                    out.append(": ")
                            .append(text(correction.voice() + " · " + correction.outlet() + ": “" + correction.text()
                                    + "”"));
                }
                out.append('\n');
            });
            out.append('\n');
            optional(text(words.moreCorrections()));
        }
        block("## " + words.label("coverage"));
        block(text(words.coverage()));
        digest.coverage().troubles().forEach(trouble -> out.append("- ")
                .append(link(trouble.source(), trouble.link()))
                .append(text(" (" + trouble.condition() + "): " + trouble.words()))
                .append('\n'));
        if (!digest.coverage().troubles().isEmpty()) {
            out.append('\n');
        }
        optional(text(words.moreTroubles()));
        block(link(words.label("link.search"), digest.search()));
        block("*" + text(words.label("caution")) + "*");
        return out.toString().stripTrailing() + '\n';
    }

    private void category(CategoryGroup group) {
        block("## " + text(group.name() + ": " + words.category(group)));
        for (TargetGroup target : group.targets()) {
            block("### " + text(capital(words.target(target)) + ": " + words.number(target.total())));
            target.speakers().forEach(speaker -> {
                block("**" + text(words.speaker(speaker)) + "**"
                        + (speaker.office().isEmpty() ? "" : ", " + text(speaker.office())));
                speaker.entries().forEach(this::entry);
            });
            optional(words.more(target).isEmpty() ? "" : link(words.more(target), target.search()));
        }
        optional(words.more(group).isEmpty() ? "" : link(words.more(group), group.search()));
    }

    private void entry(Entry entry) {
        block("> “" + text(entry.text()) + "”");
        block(link(String.join("; ", entry.labels()), entry.link()) + text(" · " + words.severity(entry) + " · ") + '`'
                + entry.rule().replace('`', '\'') + "` · " + text(entry.outlet() + " · " + words.when(entry)));
        String page = entry.page() == null ? entry.url() : entry.page();
        String web = Labels.webLink(entry.url());
        block(words.label("page") + ": " + (web == null ? text(page) : link(page, web))
                + (entry.sha256() == null ? "" : " · SHA-256 `" + entry.sha256() + '`'));
        List<String> notes = words.notes(entry);
        if (!notes.isEmpty()) {
            block("*" + text(String.join("; ", notes)) + "*");
        }
    }

    private void block(String line) {
        out.append(line).append("\n\n");
    }

    private void optional(String line) {
        if (!line.isEmpty()) {
            block(line);
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String link(String label, String address) {
        return '[' + text(label) + "](<"
                + address.replace("<", "%3C").replace(">", "%3E").replaceAll("\\s", "%20") + ">)";
    }

    /** Every sign that could mean something, made to mean itself. */
    private static String text(String text) {
        return HostileText.visible(text.replaceAll("\\R", " ")).replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
    }
}
