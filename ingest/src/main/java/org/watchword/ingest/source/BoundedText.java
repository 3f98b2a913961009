package org.watchword.ingest.source;

/**
 * A text that a regular expression may look at so often and no more. Java's engine goes back and tries again, for some patterns and
 * texts twice as often for each further character; this is the one place where it can be stopped.
 */
final class BoundedText implements CharSequence {

    private final CharSequence text;
    private int looks;

    /** @param looks how many characters may be read, each as often as it is read */
    BoundedText(CharSequence text, int looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    /** @throws SpentException when the looks are used up */
    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new SpentException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The pattern has not come to an answer within its bound. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SpentException() {
            super("the pattern takes too long", null, false, false);
        }
    }
}
