package org.watchword.analyze.guard;

import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.model.Span;

/** Quotation marks around words that are too few, or too oddly placed, to be told as somebody's quote. */
final class LooseMarks {

    private static final String OPENING = "“„«\"";
    private static final String CLOSING = "”“»\"";

    private LooseMarks() {}

    /**
     * Whether a mark opens before the match and closes after it, within the sentence. Not around a noun alone: <i>these “Velmari
     * patriots”</i> are the writer's own scorn.
     */
    static boolean enclose(Finding finding) {
        if (Questions.nominal(finding)) {
            return false;
        }
        Span span = finding.span();
        String text = finding.text();
        int from = finding.words().get(0).start();
        int to = finding.words().get(finding.words().size() - 1).end();
        int until = withinMatch(finding) ? span.end() : span.start();
        boolean open = opened(text, Math.max(0, from - 1), until) >= 0;
        for (int at = span.end(); open && at < Math.min(text.length(), to + 1); at++) {
            if (CLOSING.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** <i>The slogan</i> “Velmaris are rats”: a mark that opens within the match stands before the group, and more than the group is within. */
    private static boolean withinMatch(Finding finding) {
        GroupMention target = finding.target();
        if (target == null || target.to() >= finding.match().to()) {
            return false;
        }
        Span span = finding.span();
        int open = opened(finding.text(), span.start(), span.end());
        return open >= 0 && open < finding.words().get(target.from()).start();
    }

    /**
     * Whether a mark opens before the match, with words between, and closes within it: “Drive out the Velmaris” <i>has no place here</i>.
     * Not around the group alone, nor with the article before it: <i>the “Velmaris” are thieves</i>.
     */
    static boolean cut(Finding finding) {
        Span span = finding.span();
        String text = finding.text();
        int open = opened(text, Math.max(0, finding.words().get(0).start() - 1), span.start());
        if (open < 0 || open + 1 >= finding.words().get(finding.outerStart()).start()) {
            return false;
        }
        return text.substring(span.start(), span.end()).chars().anyMatch(c -> CLOSING.indexOf(c) >= 0);
    }

    /** Where the mark stands that is open at the end of a range, or -1. */
    private static int opened(String text, int from, int to) {
        int open = -1;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (open >= 0 && CLOSING.indexOf(c) >= 0) {
                open = -1;
            } else if (OPENING.indexOf(c) >= 0) {
                open = at;
            }
        }
        return open;
    }
}
