package org.watchword.ingest.extract;

/**
 * A run of text that a reader sees as one paragraph.
 *
 * @param text normalised, never empty
 * @param linkChars UTF-16 units of {@code text} that stand in links
 * @param element index of the nearest block-level element in {@link PageLayout}
 * @param kind what that element is
 */
record Block(String text, int linkChars, int element, Kind kind) {

    private static final int LEAST_UNLINKED = 60;

    /** What kind of element a block stands in. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        CELL,
        /** Text that stands directly in a {@code div}, {@code section} and the like. */
        LOOSE
    }

    double linkDensity() {
        return Math.min(1.0, (double) linkChars / text.length());
    }

    /** Weight of the text: ideographs and syllables say more per character than letters. */
    int weight() {
        int weight = 0;
        for (int i = 0; i < text.length(); i++) {
            weight += text.charAt(i) >= 0x2E80 && text.charAt(i) < 0xD800 ? 3 : 1;
        }
        return weight;
    }

    /** Ends like a sentence: stop, question or exclamation mark, ellipsis, perhaps behind a closing quotation mark or bracket. */
    boolean endsSentence() {
        int i = text.length() - 1;
        while (i > 0 && "\"'”’»)]“›」』*".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return ".!?…:;。！？։؟।".indexOf(text.charAt(i)) >= 0;
    }

    /** Reads as running prose. */
    boolean isProse() {
        if (kind == Kind.HEADING || (linkDensity() > 0.5 && !isLinkedSentence())) {
            return false;
        }
        int weight = weight();
        return weight >= 140 || (weight >= 50 && endsSentence());
    }

    /** A paragraph that links much of what it says, but says something outside of its links. */
    private boolean isLinkedSentence() {
        return kind == Kind.PARAGRAPH && endsSentence() && text.length() - linkChars >= LEAST_UNLINKED;
    }

    /** What including this block brings: prose gains its length, menus and stubs cost. */
    int value() {
        int weight = weight();
        if (isProse()) {
            return (int) (Math.min(weight, 1200) * (1 - linkDensity()));
        }
        if (kind == Kind.HEADING) {
            return 0;
        }
        return linkDensity() > 0.5 ? -30 - Math.min(weight, 100) / 4 : -10;
    }
}
