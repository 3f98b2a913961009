package org.watchword.analyze.name;

/**
 * The features of a word in its sentence, as hashes. What makes a feature is fixed by the models that were trained with it: a change
 * here asks for new models.
 */
final class NameFeatures {

    /** More than any word has. */
    static final int MOST = 224;

    private static final int WINDOW = 2;

    private int[] into = new int[0];
    private int found;

    /** Writes the features of word {@code i}; returns how many there are. */
    int fill(SentenceWords s, int i, int[] features) {
        into = features;
        found = 0;
        if (!s.possible[i]) {
            add(0, 0);
            return found;
        }
        add(1, 0);
        word(s, i);
        affixes(s.surface[i], s.letters[i]);
        for (int offset = -WINDOW; offset <= WINDOW; offset++) {
            neighbour(s, i, offset);
        }
        pairs(s, i);
        run(s, i);
        listed(s, i);
        elsewhere(s, i);
        return found;
    }

    private void word(SentenceWords s, int i) {
        add(2, Hash.exact(s.surface[i]));
        add(3, s.outline[i]);
        add(4, s.outline[i], s.lettering);
        add(5, s.letters[i], s.lettering * 2 + (i == 0 ? 1 : 0));
        add(6, s.forms[i], s.letters[i] * 2 + (i == 0 ? 1 : 0));
        add(7, s.folded[i], s.letters[i]);
        add(8, Math.min(s.surface[i].length(), 12), s.letters[i]);
        add(9, s.forms[i], s.lists[i] & (WordKnowledge.COMMON | WordKnowledge.CAPITAL), s.letters[i]);
    }

    private void affixes(String word, int letters) {
        int length = word.length();
        if (letters == LetterShape.MARK || letters == LetterShape.DIGITS) {
            return;
        }
        for (int n = 1; n <= 4 && n < length; n++) {
            add(10 + n, Hash.folded(word, 0, n));
            int suffix = Hash.folded(word, length - n, length);
            add(20 + n, suffix);
            if (n > 1) {
                add(30 + n, suffix, letters);
            }
        }
        for (int start = 1; start + 3 < length && start < 8; start++) {
            add(40, Hash.folded(word, start, start + 3));
        }
    }

    private void neighbour(SentenceWords s, int i, int offset) {
        int j = i + offset;
        int at = 50 + (offset + WINDOW) * 16;
        if (j < 0 || j >= s.count) {
            add(at, 0);
            return;
        }
        add(at + 1, s.folded[j]);
        add(at + 2, s.letters[j]);
        add(at + 3, s.pos[j]);
        add(at + 4, s.lists[j] & 0x1FFF);
        for (int c = 0; c < s.clusters.length; c++) {
            if (s.clusters[c][j] != 0) {
                add(at + 5 + c, s.clusters[c][j]);
            }
        }
        for (int bit = 0; bit < 13; bit++) {
            if ((s.lists[j] >> bit & 1) != 0) {
                add(at + 8, bit, s.letters[j]);
            }
        }
        add(at + 9, s.matched[j], s.matchedPlace[j], s.letters[j]);
    }

    private void pairs(SentenceWords s, int i) {
        int before = i > 0 ? i - 1 : -1;
        int after = i + 1 < s.count ? i + 1 : -1;
        add(140, folded(s, before), s.folded[i]);
        add(141, s.folded[i], folded(s, after));
        add(142, letters(s, before), s.letters[i], letters(s, after));
        add(143, folded(s, before), s.letters[i]);
        add(144, folded(s, after), s.letters[i]);
        add(145, cluster(s, 1, before), cluster(s, 1, i));
        add(146, cluster(s, 1, i), cluster(s, 1, after));
        add(147, cluster(s, 0, before), cluster(s, 0, i), cluster(s, 0, after));
        add(148, lists(s, before), s.lists[i] & 0x1FFF);
        add(149, s.lists[i] & 0x1FFF, lists(s, after));
        add(150, pos(s, before), s.pos[i], pos(s, after));
        add(151, folded(s, before), s.lists[i] & 0x1FFF);
        add(152, folded(s, after), s.lists[i] & 0x1FFF);
        add(153, folded(s, before), folded(s, i - 2 >= 0 ? i - 2 : -1), s.letters[i]);
        add(154, folded(s, after), folded(s, i + 2 < s.count ? i + 2 : -1), s.letters[i]);
        add(155, cluster(s, 1, before), s.letters[i], s.lists[i] & 0x1FFF);
        add(156, cluster(s, 1, after), s.letters[i], s.lists[i] & 0x1FFF);
    }

    /** What surrounds the run of capitalised words, and its first and last word, tell of all words in it. */
    private void run(SentenceWords s, int i) {
        int start = s.runStart[i];
        int end = s.runEnd[i];
        if (start == end || s.lettering == LetterShape.SHOUTED) {
            return;
        }
        int place = place(i, start, end);
        int length = Math.min(end - start, 6);
        int last = end - 1;
        add(160, place, length);
        add(161, s.folded[last], place);
        add(162, s.folded[start], place);
        add(163, start > 0 ? s.folded[start - 1] : 1, place);
        add(164, end < s.count ? s.folded[end] : 1, place);
        add(165, cluster(s, 1, last), place);
        add(166, start > 0 ? cluster(s, 1, start - 1) : 1, end < s.count ? cluster(s, 1, end) : 1, length);
        add(167, s.lists[last] & 0x1FFF, place);
        add(168, s.lists[start] & 0x1FFF, place);
        add(169, start > 0 ? s.folded[start - 1] : 1, end < s.count ? s.folded[end] : 1, length);
        int all = 0;
        int any = 0;
        for (int j = start; j < end; j++) {
            any |= s.lists[j];
            all += (s.lists[j] & (WordKnowledge.GIVEN | WordKnowledge.SURNAME)) != 0 ? 1 : 0;
        }
        int kinds = any & (WordKnowledge.ORGANIZATION_HEAD | WordKnowledge.PLACE_HEAD | WordKnowledge.TITLE);
        add(170, kinds, length);
        add(171, Math.min(all, 3) * 8 + length, s.lists[start] & 0x1FFF);
        add(172, start == 0 ? 1 : 0, length, s.forms[start]);
        if (start > 1) {
            add(173, s.folded[start - 1], s.folded[start - 2], length);
        }
    }

    private void listed(SentenceWords s, int i) {
        if (s.matched[i] != 0) {
            add(180, s.matched[i], s.matchedPlace[i]);
            add(181, s.matched[i], s.matchedPlace[i], i > 0 ? s.folded[i - 1] : 1);
            add(182, s.matched[i], s.matchedPlace[i], s.letters[i]);
        }
    }

    /** What other places of the document tell of this word, and of the first and last of its run. */
    private void elsewhere(SentenceWords s, int i) {
        int own = s.elsewhere[i];
        for (int bit = 0; bit < OtherMentions.KINDS; bit++) {
            if ((own >> bit & 1) != 0) {
                add(190 + bit, s.letters[i]);
            }
        }
        if (own != 0) {
            add(205, own, s.letters[i]);
            add(206, own, s.lists[i] & 0x1FFF);
        }
        int start = s.runStart[i];
        int end = s.runEnd[i];
        if (end - start > 1) {
            int place = place(i, start, end);
            add(207, s.elsewhere[end - 1], place);
            add(208, s.elsewhere[start], place);
        }
    }

    private static int place(int i, int start, int end) {
        if (end - start == 1) {
            return 4;
        }
        if (i == start) {
            return 1;
        }
        return i == end - 1 ? 3 : 2;
    }

    private static int folded(SentenceWords s, int i) {
        return i < 0 ? 1 : s.folded[i];
    }

    private static int letters(SentenceWords s, int i) {
        return i < 0 ? 9 : s.letters[i];
    }

    private static int pos(SentenceWords s, int i) {
        return i < 0 ? 1 : s.pos[i];
    }

    private static int lists(SentenceWords s, int i) {
        return i < 0 ? 0x2000 : s.lists[i] & 0x1FFF;
    }

    private static int cluster(SentenceWords s, int clustering, int i) {
        return i < 0 ? 0x7FFF : s.clusters[clustering][i];
    }

    private void add(int template, int value) {
        int h = Hash.mix(value * 0x9E3779B1 + template * 0x61C88647);
        into[found++] = h == 0 ? 1 : h;
    }

    private void add(int template, int value, int second) {
        add(template, Hash.mix(value) * 31 + second);
    }

    private void add(int template, int value, int second, int third) {
        add(template, Hash.mix(Hash.mix(value) * 31 + second) * 31 + third);
    }
}
