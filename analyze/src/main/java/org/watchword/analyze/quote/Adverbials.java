package org.watchword.analyze.quote;

import java.util.Set;

/** Adverbs, asides and words of time beside a subject, which are none of it. One per passage. */
final class Adverbials {

    private static final Set<String> ASIDES =
            Set.of("however", "meanwhile", "too", "then", "also", "instead", "therefore", "nevertheless");

    private static final Set<String> DATING = Set.of("this", "last", "next", "late", "early", "earlier");

    private final Passage p;
    private final VerbGroups groups;

    Adverbials(Passage passage, VerbGroups groups) {
        p = passage;
        this.groups = groups;
    }

    /** "This week Oren", "Tuesday the council": words of time before the subject are none of it. */
    TokenRange withoutTime(TokenRange phrase) {
        int from = phrase.from();
        boolean dated = phrase.length() > 2 && DATING.contains(p.token(from).lemma());
        int last = dated ? from + 1 : from;
        boolean subject = last + 1 < phrase.to()
                && (p.token(last + 1).is("PROPN") || p.token(last + 1).is("DET"));
        return subject && NounPhrases.isTime(p, new TokenRange(from, last + 1))
                ? new TokenRange(last + 1, phrase.to())
                : phrase;
    }

    /** "In late autumn", "published last week": nobody speaks there, whatever the verb before it says of whom. */
    boolean tellsWhen(TokenRange phrase) {
        int before = phrase.from() - 1;
        return before >= 0
                && p.outside(before)
                && (p.token(before).is("ADP") || groups.at(before) != null)
                && NounPhrases.isTime(p, phrase);
    }

    /** Adverbs, asides and words of time between subject and verb are stepped over. */
    int back(int from) {
        int j = from;
        while (j >= 0 && p.outside(j)) {
            if (p.token(j).is("ADV")) {
                j--;
            } else if (p.isMark(j, ",")
                    && j > 1
                    && ASIDES.contains(p.token(j - 1).lemma())
                    && p.isMark(j - 2, ",")) {
                j -= 3;
            } else {
                TokenRange time = NounPhrases.isNoun(p.token(j)) ? NounPhrases.endingAt(p, j) : null;
                if (time == null || !NounPhrases.isTime(p, time) || time.from() == 0) {
                    return j;
                }
                int before = timeStart(time);
                if (before < 0) {
                    return j;
                }
                j = before;
            }
        }
        return j;
    }

    /** Token before the words of time, when it can end a subject; -1 when the words of time may be the subject. */
    private int timeStart(TokenRange time) {
        int to = time.to();
        int from = to - 1;
        while (from > time.from()
                && !p.token(from - 1).is("PROPN")
                && from - 1 >= time.from()
                && !isPossessiveMark(from - 1)) {
            from--;
        }
        int before = from - 1;
        if (before >= 0 && p.token(before).is("ADP")) {
            before--;
        }
        return before >= 0
                        && p.outside(before)
                        && (NounPhrases.isNoun(p.token(before))
                                || p.token(before).is("PRON")
                                || p.isMark(before, ",")
                                || p.isMark(before, ")"))
                ? before
                : -1;
    }

    private boolean isPossessiveMark(int i) {
        return p.token(i).lemma().equals("'s");
    }
}
