package org.watchword.analyze.language;

/**
 * Emoji as one word each: what joins several characters into one picture (UTS #51: variation selectors, skin tones, zero-width joiners,
 * keycaps, pairs of flag letters) belongs to the word.
 */
public final class Emoji {

    private static final int VARIATION = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int LIGHTEST = 0x1F3FB;
    private static final int DARK = 0x1F3FE;
    private static final int DARKEST = 0x1F3FF;
    private static final int FEMALE = 0x2640;
    private static final int MALE = 0x2642;
    /** People of no trade, whose skin tone alone says who is meant. */
    private static final String PERSONS = "👨👩👦👧🧔👱👶👴👵🧑👪";

    private Emoji() {}

    /** One past the last unit of the picture that starts at {@code start}, or {@code start} when none does. */
    static int end(String text, int start, int limit) {
        int point = text.codePointAt(start);
        if (!isPicture(point)) {
            return start;
        }
        int i = start + Character.charCount(point);
        if (isFlagLetter(point) && i < limit && isFlagLetter(text.codePointAt(i))) {
            return Math.min(limit, i + Character.charCount(text.codePointAt(i)));
        }
        while (i < limit) {
            int next = text.codePointAt(i);
            int after = i + Character.charCount(next);
            if (next == JOINER && after < limit && isPicture(text.codePointAt(after))) {
                i = after + Character.charCount(text.codePointAt(after));
            } else if (next == VARIATION || next == KEYCAP || isTone(next)) {
                i = after;
            } else {
                break;
            }
        }
        return Math.min(i, limit);
    }

    /** Whether a word is a picture. */
    public static boolean is(String word) {
        return !word.isEmpty() && isPicture(word.codePointAt(0));
    }

    /**
     * The picture without what only varies it: presentation, sex, and skin tone but for the two darkest of persons, which are both written
     * with the darkest; persons of a trade are persons.
     */
    public static String plain(String picture) {
        StringBuilder plain = new StringBuilder();
        int first = picture.codePointAt(0);
        boolean person = PERSONS.indexOf(first) >= 0;
        boolean joined = false;
        for (int point : picture.codePoints().toArray()) {
            if (point == JOINER) {
                joined = true;
                continue;
            }
            boolean dark = person && !joined && (point == DARK || point == DARKEST);
            boolean varies = point == VARIATION || point == FEMALE || point == MALE || isTone(point);
            boolean heart = point == 0x2764 || point == 0x1F48B;
            if (dark) {
                plain.appendCodePoint(DARKEST);
            } else if (!varies && (!joined || !person || heart || PERSONS.indexOf(point) >= 0)) {
                plain.appendCodePoint(point);
            }
        }
        return plain.toString();
    }

    private static boolean isPicture(int point) {
        return point >= 0x2600 && Character.getType(point) == Character.OTHER_SYMBOL;
    }

    private static boolean isTone(int point) {
        return point >= LIGHTEST && point <= DARKEST;
    }

    private static boolean isFlagLetter(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }
}
