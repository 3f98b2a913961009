package org.watchword.desk.dispatch;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Digest.Entry;
import org.watchword.desk.page.Labels;
import org.watchword.desk.page.VisibleOutput;

/**
 * A digest as HTML for a mail and for a file: tables and inline styles, for mail programs know little else; no script, no image and no
 * address that is fetched by looking at it. Every value is escaped.
 */
public final class HtmlDigest {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlDigest.class.getClassLoader(), "org.watchword.desk.page.generated");

    private HtmlDigest() {}

    public static String of(Digest digest) {
        StringOutput page = new StringOutput();
        ENGINE.render("digest.jte", new View(digest, new DigestWords(digest)), new VisibleOutput(page));
        return page.toString();
    }

    /** What the template sees. */
    public record View(Digest digest, DigestWords words) {

        public String direction() {
            return words.isRightToLeft() ? "rtl" : "ltr";
        }

        /** The side on which lines begin; mail programs do not know {@code start}. */
        public String start() {
            return words.isRightToLeft() ? "right" : "left";
        }

        public String end() {
            return words.isRightToLeft() ? "left" : "right";
        }

        /** A margin of a marked passage, which is wide where lines begin. */
        public String inset() {
            return words.isRightToLeft() ? "2px 12px 2px 0" : "2px 0 2px 12px";
        }

        /** The page's address when it can safely be followed; otherwise null. */
        public @Nullable String page(Entry entry) {
            return Labels.webLink(entry.url());
        }

        public String pageName(Entry entry) {
            String page = entry.page();
            return page == null ? entry.url() : page;
        }
    }
}
