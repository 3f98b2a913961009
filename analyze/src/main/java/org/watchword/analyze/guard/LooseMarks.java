package org.watchword.analyze.guard;

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
        boolean open = false;
        for (int at = Math.max(0, from - 1); at < span.start(); at++) {
            char c = text.charAt(at);
            if (open && CLOSING.indexOf(c) >= 0) {
                open = false;
            } else if (OPENING.indexOf(c) >= 0) {
                open = true;
            }
        }
        for (int at = span.end(); open && at < Math.min(text.length(), to + 1); at++) {
            if (CLOSING.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
