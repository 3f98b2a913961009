package org.watchword.analyze.lexicon;

/**
 * English words spelled with digits or signs for letters (<i>k1ll</i>, <i>n!gger</i>, <i>j£ws</i>), as posts write them to pass unseen.
 * Only a sign between two letters stands for a letter: <i>B2B</i> loses nothing by it, and names and dates keep theirs.
 */
final class Disguise {

    private static final int LONGEST = 24;

    private Disguise() {}

    /** @param folded lower case */
    static String undone(String folded) {
        int length = folded.length();
        if (length < 3 || length > LONGEST || !Character.isLetter(folded.charAt(0))) {
            return folded.equals("r") ? "are" : folded;
        }
        StringBuilder plain = new StringBuilder(length);
        boolean changed = false;
        for (int i = 0; i < length; i++) {
            char c = folded.charAt(i);
            char letter = i > 0 && i < length - 1 ? letter(c) : c;
            changed |= letter != c;
            plain.append(letter);
        }
        return changed && plain.chars().allMatch(Character::isLetter) ? plain.toString() : folded;
    }

    private static char letter(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!' -> 'i';
            case '3', '€', '£' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> c;
        };
    }
}
