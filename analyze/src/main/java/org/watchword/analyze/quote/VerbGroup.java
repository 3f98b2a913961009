package org.watchword.analyze.quote;

/**
 * A verb with what stands before it to build its tense: "has not yet said", "to accuse".
 *
 * @param from first token
 * @param head the verb itself, last of the group
 * @param form how it is inflected, which tells what it may be joined with
 * @param passive whether its subject is spoken to or of, and does not speak
 */
record VerbGroup(int from, int head, Form form, boolean passive) {

    /** Inflection of a verb group. */
    enum Form {
        PAST,
        PRESENT,
        MODAL,
        ING,
        INFINITIVE
    }

    boolean finite() {
        return form == Form.PAST || form == Form.PRESENT || form == Form.MODAL;
    }

    /** One past the last token. */
    int to() {
        return head + 1;
    }
}
