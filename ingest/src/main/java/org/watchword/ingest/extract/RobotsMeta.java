package org.watchword.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.watchword.ingest.page.Page;

/**
 * The meta tags of a page that speak to robots. Only as much of the page is parsed as lies before the last of them, and nothing of most
 * pages; the parser decides whether a tag is one or stands in a comment or script. The first mebibyte counts.
 */
final class RobotsMeta {

    private static final int MOST_BYTES = 1 << 20;

    private RobotsMeta() {}

    static List<String> read(Page page, String agent) {
        byte[] body = page.body();
        // Names and directives are ASCII, whatever the page's encoding; UTF-16 is told by its mark.
        boolean utf16 = body.length > 1 && (body[0] & body[1] & 0xfe) == 0xfe;
        String source = utf16
                ? PageDecoder.decode(body, page.contentType())
                : new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.ISO_8859_1);
        Matcher tag = Pattern.compile("(?i)<meta[\\s/][^>]*?\\b(?:robots|" + Pattern.quote(agent) + ")\\b[^>]*+>?")
                .matcher(source);
        int end = 0;
        for (int at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
            if (source.regionMatches(true, at + 1, "meta", 0, 4)
                    && tag.region(at, source.length()).lookingAt()) {
                end = tag.end();
                at = end - 1;
            }
        }
        if (end == 0) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        for (Element meta : Jsoup.parse(source.substring(0, end)).select("meta[name][content]")) {
            String name = meta.attr("name").strip();
            if (name.equalsIgnoreCase("robots") || name.equalsIgnoreCase(agent)) {
                said.add(meta.attr("content"));
            }
        }
        return said;
    }
}
