package org.watchword.analyze.pattern;

/** A pattern that cannot be read. */
public final class PatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;

    /** @param column from 1, in the pattern */
    PatternException(int column, String problem) {
        super(problem);
        this.column = column;
    }

    /** Where in the pattern, from 1. */
    public int column() {
        return column;
    }
}
