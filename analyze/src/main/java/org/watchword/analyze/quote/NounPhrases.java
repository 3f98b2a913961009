package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/** Finds noun phrases by their edges. Stateless. */
final class NounPhrases {

    private static final Set<String> INNER = Set.of(
            "of",
            "for",
            "at",
            "in",
            "from",
            "on",
            "with",
            "to",
            "by",
            "about",
            "against",
            "near",
            "behind",
            "between",
            "within",
            "under",
            "across",
            "around",
            "inside",
            "outside",
            "throughout",
            "among");
    private static final Set<String> NO_SOURCE =
            Set.of("what", "whatever", "there", "this", "these", "those", "how", "why");
    private static final Set<String> DEMONSTRATIVES = Set.of("this", "these");
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "our", "its", "your", "my", "whose");
    private static final Set<String> TIMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "tomorrow",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "sept.",
            "oct.",
            "nov.",
            "dec.",
            "jan.",
            "feb.",
            "aug.",
            "week",
            "month",
            "year",
            "night",
            "morning",
            "afternoon",
            "evening",
            "day",
            "weekend",
            "summer",
            "winter",
            "spring",
            "autumn",
            "fall",
            "time",
            "decade",
            "century",
            "hour",
            "minute",
            "ago",
            "noon",
            "midnight",
            "moment");

    private static final Set<String> QUANTIFIERS = Set.of(
            "all", "both", "some", "many", "most", "another", "neither", "few", "several", "others", "any", "each");

    private static final Set<String> MEASURES = Set.of(
            "at least",
            "at most",
            "more than",
            "fewer than",
            "less than",
            "up to",
            "as many",
            "close to",
            "almost all",
            "nearly all");

    private NounPhrases() {}

    /** The noun phrase whose last word is token {@code end}; null when none ends there. */
    static @Nullable TokenRange endingAt(Passage p, int end) {
        if (end < 0 || !p.outside(end)) {
            return null;
        }
        int last = end;
        if (p.isMark(last, ")")) {
            last = openingBracket(p, last) - 1;
            if (last < 0 || !p.outside(last)) {
                return null;
            }
        }
        Token head = p.token(last);
        if (NO_SOURCE.contains(head.lemma())) {
            return null;
        }
        if (head.is("PRON")) {
            return new TokenRange(last, last + 1);
        }
        if (!isNoun(head) && !head.is("ADJ") && !head.is("NUM") && !QUANTIFIERS.contains(head.lemma())) {
            return null;
        }
        int from = last;
        while (from > 0 && p.outside(from - 1)) {
            Token t = p.token(from - 1);
            boolean closed = isDeterminer(p.token(from));
            boolean inner = (t.is("ADP") || t.lemma().equals("with"))
                    && INNER.contains(t.lemma())
                    && from >= 2
                    && p.outside(from - 2)
                    && isNounOrNumber(p.token(from - 2));
            boolean joined = (t.lemma().equals("and") || t.lemma().equals("or"))
                    && from >= 2
                    && isNoun(p.token(from - 2))
                    && !closed;
            boolean pointed = !closed && DEMONSTRATIVES.contains(t.lemma());
            boolean opensClause = t.lemma().equals("that") && p.token(from).is("PROPN");
            if (isPart(t) && !opensClause && (!closed || isPossessiveMark(t))
                    || pointed
                    || inner
                    || joined
                    || t.surface().equals("-") && !p.isDash(from - 1)
                    || t.surface().equals("/")) {
                from--;
            } else {
                break;
            }
        }
        while (from < last && (p.token(from).is("PART") || p.token(from).is("PUNCT"))) {
            from++;
        }
        boolean bare = head.is("ADJ")
                && from == last
                && !Character.isUpperCase(head.surface().codePointAt(0));
        return bare ? null : new TokenRange(nameBehind(p, from, last), end + 1);
    }

    /** "In a speech to farmers Tomas Oren said": a name of one is no part of the phrase that ends with several. */
    private static int nameBehind(Passage p, int from, int last) {
        int name = last;
        while (name > from && p.token(name).is("PROPN") && p.token(name - 1).is("PROPN")) {
            name--;
        }
        boolean behind = name < last
                && name - 2 > from
                && p.token(name - 1).is("NOUN")
                && LowerCase.of(p.token(name - 1).surface()).endsWith("s")
                && !p.token(name - 1).surface().equals(p.token(name - 1).lemma())
                && p.token(name - 2).is("ADP");
        return behind ? name : from;
    }

    private static int openingBracket(Passage p, int close) {
        int i = close;
        while (i > 0 && !p.isMark(i, "(")) {
            i--;
        }
        return i;
    }

    /** The noun phrase whose first word is token {@code start}, with an apposition after it left out; null when none starts there. */
    static @Nullable TokenRange startingAt(Passage p, int start) {
        int i = start;
        if (i >= p.size() || !p.outside(i)) {
            return null;
        }
        if (p.token(i).is("PRON") && !isPossessive(p.token(i))) {
            if (p.token(i).lemma().equals("that")
                    || p.token(i).lemma().equals("which")
                    || p.token(i).lemma().equals("what")) {
                return null;
            }
            return new TokenRange(i, i + 1);
        }
        boolean noun = false;
        i = afterMeasure(p, i);
        int to = i;
        while (i < p.size() && p.outside(i)) {
            Token t = p.token(i);
            boolean counted = i > start && isCount(p.token(i - 1)) && t.lemma().equals("of");
            boolean inner = (noun || counted)
                    && t.is("ADP")
                    && INNER.contains(t.lemma())
                    && i + 1 < p.size()
                    && isPart(p.token(i + 1));
            boolean joined = noun
                    && t.lemma().equals("and")
                    && i + 1 < p.size()
                    && p.token(i + 1).is("PROPN");
            if (!isPart(t) && !inner && !joined) {
                break;
            }
            if (noun && (t.is("DET") || isPossessive(t)) && !p.token(i - 1).is("ADP")) {
                break;
            }
            noun |= isNoun(t);
            i++;
            if (isNoun(t) || t.is("NUM")) {
                to = i;
            }
        }
        if (to > start && noun) {
            return new TokenRange(start, to);
        }
        if (isKind(p, start)) {
            return new TokenRange(start, start + 2);
        }
        return to == start
                        && QUANTIFIERS.contains(p.token(start).lemma())
                        && p.token(start).is("DET")
                        && isLast(p, start + 1)
                ? new TokenRange(start, start + 1)
                : null;
    }

    /** "The poor are …": an adjective that stands for those who are so, before what they do. */
    private static boolean isKind(Passage p, int start) {
        return start + 2 < p.size()
                && p.token(start).lemma().equals("the")
                && p.outside(start + 2)
                && p.token(start + 1).is("ADJ")
                && (p.token(start + 2).is("AUX") || p.token(start + 2).is("VERB"));
    }

    private static boolean isLast(Passage p, int i) {
        return i >= p.size() || p.token(i).is("PUNCT");
    }

    /** Whose the noun is: "his claim", "Oren's first answer"; null when nobody's. */
    static @Nullable TokenRange possessor(Passage p, int noun) {
        int j = noun - 1;
        while (j >= 0 && p.outside(j) && p.token(j).is("ADJ")) {
            j--;
        }
        if (j < 0 || !p.outside(j)) {
            return null;
        }
        if (isPossessive(p.token(j))) {
            return new TokenRange(j, j + 1);
        }
        String s = p.token(j).surface();
        return s.equals("'s") || s.equals("\u2019s") || s.equals("'") || s.equals("\u2019") ? endingAt(p, j - 1) : null;
    }

    /** "At least nine", "more than 40": how many there are does not tell who. */
    private static int afterMeasure(Passage p, int from) {
        if (from + 2 >= p.size() || !p.outside(from + 1) || !p.outside(from + 2)) {
            return from;
        }
        String two =
                LowerCase.of(p.token(from).surface()) + ' ' + p.token(from + 1).lemma();
        return MEASURES.contains(two) ? from + 2 : from;
    }

    private static boolean isCount(Token t) {
        return t.is("NUM")
                || QUANTIFIERS.contains(t.lemma())
                || t.lemma().equals("none")
                || t.lemma().equals("one");
    }

    /** "Late on Friday", "last week": words that tell when and not who. */
    static boolean isTime(Passage p, TokenRange phrase) {
        Token last = p.token(phrase.to() - 1);
        return TIMES.contains(last.lemma())
                || TIMES.contains(LowerCase.of(last.surface()))
                || last.is("NUM") && last.surface().length() == 4;
    }

    static boolean hasName(Passage p, TokenRange phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (p.token(i).is("PROPN")) {
                return true;
            }
        }
        return false;
    }

    static boolean isName(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!p.token(i).is("PROPN")) {
                return false;
            }
        }
        return from < to;
    }

    static boolean isNoun(Token t) {
        return t.is("NOUN") || t.is("PROPN");
    }

    static boolean isPossessive(Token t) {
        return t.surface().length() <= 5 && POSSESSIVES.contains(LowerCase.of(t.surface()));
    }

    private static boolean isNounOrNumber(Token t) {
        return isNoun(t) || t.is("NUM");
    }

    private static boolean isDeterminer(Token t) {
        return t.is("DET") && !t.lemma().equals("all") && !t.lemma().equals("both") || isPossessive(t);
    }

    private static boolean isPossessiveMark(Token t) {
        return t.lemma().equals("'s") || t.surface().equals("'") || t.surface().equals("\u2019");
    }

    private static boolean isPart(Token t) {
        return isNoun(t) || t.is("DET") || t.is("ADJ") || t.is("NUM") || isPossessiveMark(t) || isPossessive(t);
    }
}
