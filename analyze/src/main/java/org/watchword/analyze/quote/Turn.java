package org.watchword.analyze.quote;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.model.CueSpan;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/**
 * A turn of a transcript: a name in capitals, or a title and a name, a colon, and what was said.
 *
 * @param speaker the words before the colon
 * @param colon offset of the colon
 * @param content what was said, to the end of the passage
 */
record Turn(Span speaker, int colon, Span content) {

    private static final int LONGEST_NAME = 60;
    private static final Set<String> HEADINGS = Set.of(
            "CLARIFICATION",
            "CORRECTION",
            "UPDATE",
            "UPDATED",
            "NOTE",
            "EDITOR'S NOTE",
            "BREAKING",
            "WATCH",
            "READ",
            "MORE",
            "RELATED",
            "PHOTOS",
            "VIDEO");
    private static final Pattern NAME =
            Pattern.compile("(?:\\p{Lu}[\\p{Lu}.'\u2019-]+)(?: \\p{Lu}[\\p{Lu}.'\u2019-]*){0,4}|Q|A");

    /** The turn a passage opens; null when it opens none. */
    static @Nullable Turn of(String text, Passage p) {
        Span whole = p.span(0, p.size());
        int head = whole.start();
        // Transcripts quoted in an article carry a repeated opening mark before the name.
        while (head < whole.end() && (text.charAt(head) == '"' || text.charAt(head) == '\u201C')) {
            head++;
        }
        int colon = text.substring(head, Math.min(whole.end(), head + LONGEST_NAME + 1))
                        .indexOf(':')
                + head;
        if (colon <= head || colon >= whole.end() - 1) {
            return null;
        }
        Matcher name = NAME.matcher(text).region(head, colon);
        int from = colon + 1;
        while (from < whole.end() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return name.matches() && from < whole.end() && !HEADINGS.contains(name.group())
                ? new Turn(new Span(head, colon), colon, new Span(from, whole.end()))
                : null;
    }

    Quote quote(Discourse discourse, int paragraph) {
        Mention mention = discourse.mention(speaker, paragraph);
        // "Q" and "A" say that somebody speaks, not who.
        boolean known = mention.text().length() > 1;
        return new Quote(
                content.start(),
                content.end(),
                QuoteKind.DIRECT,
                new CueSpan(colon, colon + 1),
                known ? mention : null,
                known ? 0.9 : 0);
    }
}
