package org.watchword.analyze.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Finds where a unit of a scalar's value stands in the file: behind escapes, doubled apostrophes, folded lines and indents.
 *
 * <p>Lines and columns are counted in UTF-16 units from 1.
 */
final class ScalarText {

    private final String file;
    private final ScalarStyle style;
    private int at;

    /**
     * @param file the whole text
     * @param line where the scalar starts, from 1
     * @param column the same, in code points from 1
     */
    ScalarText(String file, int line, int column, ScalarStyle style) {
        this.file = file;
        this.style = style;
        this.at = start(line);
        at = Math.min(
                file.length(), file.offsetByCodePoints(at, Math.min(column - 1, file.codePointCount(at, lineEnd()))));
    }

    /** Line and column of a unit of the value, its white space at the start included. */
    int[] place(int offset) {
        if (style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED) {
            at++;
        } else if (style != ScalarStyle.PLAIN) {
            at = Math.min(file.length(), lineEnd() + 1);
            skipBlanks();
        }
        for (int passed = 0; passed < offset && at < file.length(); passed++) {
            pass();
        }
        int line =
                1 + (int) file.substring(0, at).chars().filter(c -> c == '\n').count();
        return new int[] {line, at - start(line) + 1};
    }

    private void pass() {
        char c = file.charAt(at);
        if (c == '\n') {
            at++;
            skipBlanks();
        } else if (style == ScalarStyle.SINGLE_QUOTED && file.startsWith("''", at)) {
            at += 2;
        } else if (style == ScalarStyle.DOUBLE_QUOTED && c == '\\') {
            char kind = at + 1 < file.length() ? file.charAt(at + 1) : ' ';
            at += kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
        } else {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < file.length() && file.charAt(at) == ' ') {
            at++;
        }
    }

    private int lineEnd() {
        int end = file.indexOf('\n', at);
        return end < 0 ? file.length() : end;
    }

    private int start(int line) {
        int start = 0;
        for (int k = 1; k < line; k++) {
            start = file.indexOf('\n', start) + 1;
        }
        return start;
    }
}
