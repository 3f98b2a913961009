package org.watchword.analyze.rule.term;

import java.util.List;
import org.watchword.model.Category;
import org.watchword.model.Severity;

/**
 * A term of a list.
 *
 * @param line where it stands, from 1
 * @param words the term as written; a star at its end stands for any ending
 * @param forms other spellings and inflected forms
 * @param exact whether case counts
 * @param target what it is said of
 * @param group id of the group that the term itself names; empty unless the target is {@link Target#ITSELF}
 * @param falsePositives in what other sense it is known to stand
 */
record Term(
        int line,
        String words,
        List<String> forms,
        boolean exact,
        Category category,
        Severity severity,
        Target target,
        String group,
        String description,
        String author,
        String date,
        String reference,
        String falsePositives) {

    /** What a term is said of. */
    enum Target {
        /** A group named beside it. */
        GROUP,
        /** The group that it names: a slur, a code word. */
        ITSELF,
        /** No group is named: an event, a perpetrator, a monument, land. */
        NONE
    }

    Term {
        forms = List.copyOf(forms);
    }
}
