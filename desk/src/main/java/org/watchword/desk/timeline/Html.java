package org.watchword.desk.timeline;

import org.watchword.desk.passage.HostileText;

/** Text within HTML. */
final class Html {

    private Html() {}

    /** As text or as the value of an attribute in quotes; characters by which a text looks other than it reads are made visible. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        HostileText.visible(text).chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    /** An address to be followed; empty when it is none of the web. */
    static String link(String url) {
        return url.startsWith("http://") || url.startsWith("https://") ? url : "";
    }
}
