package org.watchword.analyze.quote;

/**
 * Tokens of a passage.
 *
 * @param from first token
 * @param to one past the last token
 */
record TokenRange(int from, int to) {

    int length() {
        return to - from;
    }
}
