package org.watchword.analyze.quote;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;

/** Finds what a verb announces after it. One per passage. */
final class Complements {

    /**
     * Words that a verb announces.
     *
     * @param cueEnd one past the last token of the cue, particle and preposition included
     * @param strong whether the words are a clause or a quotation, which no other reading explains
     */
    record Complement(int from, int to, int cueEnd, boolean strong) {}

    private static final int LONGEST_LEAD_IN = 20;
    private static final Set<String> QUESTIONS =
            Set.of("whether", "if", "how", "why", "what", "who", "where", "which", "when");
    private static final Set<String> TIMES = Set.of("before", "after", "when", "while", "as", "once", "until", "since");

    /** Verbs that take a person before the preposition; without one they are passive: "people accused of theft". */
    private static final Set<String> WHOM =
            Set.of("accuse", "blame", "criticize", "criticise", "praise", "compare", "liken", "charge");

    private final Passage p;
    private final VerbGroups groups;
    private final CueVerbs verbs;
    private final ClauseEnds ends;

    Complements(Passage passage, VerbGroups groups, CueVerbs verbs, ClauseEnds ends) {
        p = passage;
        this.groups = groups;
        this.verbs = verbs;
        this.ends = ends;
    }

    /** What the verb announces after it; null when it announces nothing there. */
    @Nullable
    Complement of(VerbGroup cue) {
        String lemma = verbs.lemma(p.token(cue.head()));
        int i = cue.to();
        boolean phrasal = i < p.size() && p.outside(i) && verbs.isPhrasal(lemma, p.token(i));
        boolean speech = verbs.is(WordClass.SPEECH, lemma) || phrasal;
        boolean clause = speech || verbs.is(WordClass.CLAUSE, lemma);
        int cueEnd = phrasal ? i + 1 : i;
        int first = p.size() > cueEnd && p.outside(cueEnd) ? ends.skipAdverbs(cueEnd) : cueEnd;
        if (first >= p.size() || p.outside(first) && isEnd(first)) {
            return null;
        }
        Complement found = quotation(cue, first, cueEnd, speech, lemma);
        if (found == null && clause) {
            found = clause(cue, first, cueEnd, speech);
        }
        if (found == null && p.outside(first)) {
            found = infinitive(cue, lemma, first, cueEnd);
        }
        if (found == null && p.outside(first)) {
            found = prepositional(cue, lemma, first);
        }
        if (found == null) {
            found = object(cue, lemma, first, cueEnd);
        }
        return found;
    }

    /** "How many", "why": an adverb that opens a clause. */
    static boolean asks(Token token) {
        String word = token.surface().toLowerCase(Locale.ROOT);
        return word.equals("how") || word.equals("why") || word.equals("where");
    }

    private boolean isEnd(int i) {
        return p.token(i).is("PUNCT") && (p.isMark(i, ".") || p.isMark(i, "?") || p.isMark(i, "!") || p.isMark(i, ";"));
    }

    /** A quotation, directly or after words that say when, where, how or to whom. */
    private @Nullable Complement quotation(VerbGroup cue, int first, int cueEnd, boolean speech, String lemma) {
        int quote = firstQuote(first);
        if (quote < 0 || !speech && quote != first && !p.isMark(quote - 1, ":")) {
            return null;
        }
        if (quote == first) {
            if (!speech
                    && (!verbs.is(WordClass.CLAUSE, lemma) && !verbs.is(WordClass.OBJECT, lemma) || qualifies(quote))) {
                return null;
            }
            return new Complement(quote, quotedEnd(quote, cue), cueEnd, true);
        }
        boolean colon = p.isMark(quote - 1, ":");
        boolean comma = p.isMark(quote - 1, ",");
        if (colon && quote - first <= 40 && !hasStop(first, quote - 1) && !hasSpeech(first, quote - 1)) {
            return new Complement(quote, quotedEnd(quote, cue), cueEnd, true);
        }
        if (quote - first > LONGEST_LEAD_IN || p.hasVerb(first, quote) || hasThat(first, quote)) {
            return null;
        }
        if (comma
                || quote - first <= 1
                        && !p.token(first).is("DET")
                        && !p.token(first).is("ADP")
                || isAddressee(first, quote)) {
            return new Complement(quote, quotedEnd(quote, cue), cueEnd, true);
        }
        return null;
    }

    private boolean hasThat(int from, int to) {
        for (int i = from; i < to; i++) {
            if (p.token(i).lemma().equals("that") || p.token(i).is("SCONJ")) {
                return true;
            }
        }
        return false;
    }

    private boolean hasStop(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isEnd(i)) {
                return true;
            }
        }
        return false;
    }

    /** The verb nearest to a quotation announces it. */
    private boolean hasSpeech(int from, int to) {
        for (VerbGroup g = groups.firstIn(from, to); g != null; g = groups.firstIn(g.to(), to)) {
            boolean announces = verbs.isSpeech(p.token(g.head())) && !g.passive();
            if (announces && (g.finite() || g.form() == VerbGroup.Form.ING)) {
                return true;
            }
        }
        return false;
    }

    /** 'Slammed "lazy" rumours': quoted words before their noun are part of what the verb says. */
    private boolean qualifies(int quote) {
        int close = p.endOfQuote(quote);
        return close < p.size()
                && p.outside(close)
                && (NounPhrases.isNoun(p.token(close)) || p.token(close).is("ADJ"));
    }

    private boolean isAddressee(int first, int quote) {
        TokenRange phrase = NounPhrases.startingAt(p, first);
        return phrase != null && phrase.to() == quote && p.token(first).is("PROPN");
    }

    /** A quotation that is only the head of a clause goes on: said “the plan” was dead. */
    private int quotedEnd(int quote, VerbGroup cue) {
        int close = p.endOfQuote(quote);
        boolean ended = close >= p.size()
                || p.token(close).is("PUNCT")
                || close > 1 && p.token(close - 2).is("PUNCT") && !p.outside(close - 2);
        if (ended && !(close + 1 < p.size() && p.isMark(close, ",") && !p.outside(close + 1))) {
            return close;
        }
        VerbGroup verb = close < p.size() ? groups.at(ends.skipAdverbs(close)) : null;
        boolean conjoined = close < p.size()
                && p.token(close).is("CCONJ")
                && close + 1 < p.size()
                && (!p.outside(close + 1) || !p.outside(Math.min(p.size() - 1, ends.skipAdverbs(close + 1))));
        if (verb != null && verb.finite()
                || conjoined
                || close < p.size() && p.token(close).is("ADP")) {
            return Math.max(close, ends.ofClause(quote, cue));
        }
        return close;
    }

    private @Nullable Complement clause(VerbGroup cue, int first, int cueEnd, boolean speech) {
        int i = first;
        int limit = Math.min(p.size(), first + LONGEST_LEAD_IN);
        // An addressee or words of time: "told the council on Monday that".
        while (i < limit && p.outside(i)) {
            Token t = p.token(i);
            boolean asks = QUESTIONS.contains(t.lemma())
                    && (t.is("SCONJ")
                            || i == first
                            || i > first
                                    && speech
                                    && !t.lemma().equals("who")
                                    && !t.lemma().equals("which"));
            if ((t.lemma().equals("that") && !t.is("DET") || asks && !(i > first && TIMES.contains(t.lemma())))
                    && p.hasVerb(i, Math.min(p.size(), i + 40))) {
                if (t.lemma().equals("that") && isPronounOnly(i)) {
                    return null;
                }
                if (TIMES.contains(t.lemma()) && i == first && !t.lemma().equals("when")) {
                    return null;
                }
                return new Complement(i, ends.ofClause(i, cue), cueEnd, true);
            }
            if (t.is("VERB") || t.is("AUX") || isEnd(i) || p.isMark(i, ":")) {
                break;
            }
            i++;
        }
        if (p.isMark(first, ":")) {
            int after = first + 1;
            return after < p.size()
                            && p.hasVerb(after, p.size())
                            && !p.token(cue.head()).lemma().equals("know")
                    ? new Complement(after, ends.ofPassage(after), cueEnd, true)
                    : null;
        }
        return bare(cue, first, cueEnd, speech);
    }

    private boolean isPronounOnly(int that) {
        return that + 1 >= p.size() || p.outside(that + 1) && p.token(that + 1).is("PUNCT");
    }

    /** A clause without "that": a subject and a finite verb after it. */
    private @Nullable Complement bare(VerbGroup cue, int first, int cueEnd, boolean speech) {
        int from = first;
        for (int round = 0; round < 3; round++) {
            int at = ends.skipAdverbs(from);
            TokenRange subject = at < p.size() ? NounPhrases.startingAt(p, at) : null;
            if (subject != null) {
                int after = ends.skipAdverbs(subject.to());
                VerbGroup verb = groups.at(after);
                if (after + 1 < p.size() && p.token(after).lemma().equals("'s") && !p.outside(after + 1)) {
                    after++;
                }
                boolean time = NounPhrases.isTime(p, subject);
                if (verb != null && verb.finite() && verb.from() >= subject.to()) {
                    return new Complement(from, ends.ofClause(from, cue), cueEnd, true);
                }
                if (!time && after < p.size() && !p.outside(after) && isPredicate(subject, after)) {
                    return new Complement(from, ends.ofClause(from, cue), cueEnd, true);
                }
                if (!time && hasRelative(subject, after)) {
                    return new Complement(from, ends.ofClause(from, cue), cueEnd, false);
                }
                if (round == 0 && (time || speech)) {
                    // "said Tuesday the road was closed", "told reporters the road was closed"
                    from = subject.to();
                    continue;
                }
                return null;
            }
            if (at < p.size() && p.token(at).is("ADP") && speech && round < 2) {
                TokenRange inner = NounPhrases.startingAt(p, at + 1);
                if (inner == null) {
                    return null;
                }
                from = inner.to();
                if (from < p.size() && p.isMark(from, ",")) {
                    from++;
                    if (ends.isAside(from, p.size() - 1)) {
                        return null;
                    }
                }
                continue;
            }
            return null;
        }
        return null;
    }

    /** "Says fraud “would be a shame”", "says Oren's “latest speech is a shame”": the quotation holds the verb. */
    private boolean isPredicate(TokenRange subject, int quote) {
        int end = p.endOfQuote(quote);
        VerbGroup verb = groups.firstIn(quote, end);
        if (verb == null || !verb.finite()) {
            return false;
        }
        Token last = p.token(subject.to() - 1);
        boolean owner = subject.to() < quote || last.lemma().equals("'s");
        return owner || verb.from() <= quote + 2;
    }

    /** "said the man who shot him was drunk", "said the words “…” lump" */
    private boolean hasRelative(TokenRange subject, int after) {
        if (after >= p.size()) {
            return false;
        }
        if (!p.outside(after)) {
            int close = p.endOfQuote(after);
            VerbGroup verb = close < p.size() ? groups.at(close) : null;
            return verb != null && verb.finite();
        }
        String lemma = p.token(after).lemma();
        boolean opens = lemma.equals("who")
                || lemma.equals("which")
                || lemma.equals("that")
                || p.isMark(after, ",")
                || p.isMark(after, "(");
        if (!opens) {
            return false;
        }
        int finite = 0;
        for (VerbGroup g = groups.firstIn(after, Math.min(p.size(), after + 40));
                g != null && finite < 2;
                g = groups.firstIn(g.to(), Math.min(p.size(), after + 40))) {
            finite += g.finite() && p.outside(g.head()) ? 1 : 0;
        }
        return finite >= (p.isMark(after, "(") ? 1 : 2);
    }

    private @Nullable Complement infinitive(VerbGroup cue, String lemma, int first, int cueEnd) {
        int plan = afterTime(first);
        if (verbs.is(WordClass.INFINITIVE, lemma) && isTo(plan)) {
            return new Complement(plan, ends.ofClause(plan, cue), cueEnd, false);
        }
        if (!verbs.is(WordClass.CHARGE, lemma)) {
            return null;
        }
        TokenRange whom = NounPhrases.startingAt(p, first);
        if (whom == null || whom.to() >= p.size()) {
            return null;
        }
        int to = ends.skipAdverbs(whom.to());
        return isTo(to) ? new Complement(to, ends.ofClause(to, cue), cueEnd, false) : null;
    }

    /** "On Friday", "last week": when it was said. */
    private int afterTime(int from) {
        int at = p.outside(from) && p.token(from).lemma().equals("on") ? from + 1 : from;
        if (at + 1 >= p.size() || !p.outside(at)) {
            return from;
        }
        if (NounPhrases.isTime(p, new TokenRange(at, at + 1))) {
            return at + 1;
        }
        return at == from
                        && p.outside(at + 1)
                        && p.token(at).lemma().equals("last")
                        && NounPhrases.isTime(p, new TokenRange(at, at + 2))
                ? at + 2
                : from;
    }

    /** A word after "to" that is no name, number or article is a verb, whatever its tag. */
    private boolean isTo(int i) {
        if (i + 1 >= p.size() || !p.outside(i) || !p.token(i).lemma().equals("to")) {
            return false;
        }
        Token t = p.token(i + 1);
        boolean lower = Character.isLowerCase(t.surface().codePointAt(0));
        return !p.outside(i + 1)
                || t.is("VERB")
                || t.is("AUX")
                || t.is("ADV")
                || lower && t.is("ADJ")
                || lower && t.is("NOUN") && t.surface().equals(t.lemma()) && opensObject(i + 2);
    }

    private boolean opensObject(int i) {
        return i < p.size()
                && p.outside(i)
                && (p.token(i).is("DET") || p.token(i).is("NUM") || p.token(i).is("PRON"));
    }

    private @Nullable Complement prepositional(VerbGroup cue, String lemma, int first) {
        int at = first;
        boolean needsWhom = WHOM.contains(lemma);
        if (needsWhom || !verbs.takes(lemma, p.token(at))) {
            boolean whom = NounPhrases.startingAt(p, at) != null || isEachOther(at);
            // "accused the council of lying": the phrase swallows "of", so its head alone is looked at.
            at = -1;
            for (int i = first + 1; whom && i < Math.min(p.size() - 1, first + 8) && p.outside(i); i++) {
                if ((p.token(i).is("ADP") || p.token(i).is("SCONJ"))
                        && verbs.takes(lemma, p.token(i))
                        && isVerbal(i + 1)) {
                    at = i;
                    break;
                }
                if (p.token(i).is("VERB") || p.isMark(i, ",") || isEnd(i)) {
                    break;
                }
            }
        }
        if (at < 0 || at + 1 >= p.size()) {
            return null;
        }
        int from = at + 1;
        int to = ends.ofObject(from, cue);
        return to > from && !(p.outside(from) && p.token(from).is("PUNCT"))
                ? new Complement(from, to, at + 1, false)
                : null;
    }

    private boolean isEachOther(int i) {
        if (i + 1 >= p.size() || !p.outside(i + 1)) {
            return false;
        }
        String two = p.token(i).lemma() + ' ' + p.token(i + 1).lemma();
        return two.equals("each other") || two.equals("one another");
    }

    private boolean isVerbal(int i) {
        return !p.outside(i)
                || p.token(i).is("VERB")
                || p.token(i).is("AUX")
                || NounPhrases.isNoun(p.token(i))
                || p.token(i).is("DET")
                || p.token(i).is("ADV");
    }

    private @Nullable Complement object(VerbGroup cue, String lemma, int first, int cueEnd) {
        boolean naming = verbs.is(WordClass.NAMING, lemma);
        if (!naming && !verbs.is(WordClass.OBJECT, lemma)) {
            return null;
        }
        if (p.outside(first)) {
            Token t = p.token(first);
            TokenRange phrase = NounPhrases.startingAt(p, first);
            if (phrase != null && NounPhrases.isTime(p, phrase)) {
                return null;
            }
            boolean opens = phrase != null
                    || t.is("DET")
                    || t.is("ADJ")
                    || naming && lemma.equals("describe") && t.lemma().equals("as")
                    || NounPhrases.isPossessive(t);
            if (!opens) {
                return null;
            }
        }
        int to = naming ? characterisation(first, ends.ofObject(first, cue)) : ends.ofObject(first, cue);
        if (naming) {
            int quote = firstQuote(first);
            if (quote >= 0 && quote - first < 14 && quote < to) {
                to = Math.max(p.endOfQuote(quote), Math.min(to, joinedQuotes(quote, to)));
            } else if (!hasAs(first, to) && !lemma.equals("call")) {
                return verbs.is(WordClass.OBJECT, lemma) ? new Complement(first, to, cueEnd, false) : null;
            }
        }
        boolean pronoun = to == first + 1 && p.outside(first) && p.token(first).is("PRON");
        return to > first && !pronoun ? new Complement(first, to, cueEnd, false) : null;
    }

    /** "Described the plan as “…”", "called them, in an article last week, “…”": the words stand a little way off. */
    private int characterisation(int first, int end) {
        int quote = firstQuote(end);
        if (quote < 0 || quote - first >= 14 || p.hasVerb(end, quote)) {
            return end;
        }
        boolean as = p.token(end).lemma().equals("as") && quote - end <= 4;
        boolean aside =
                p.isMark(quote - 1, ",") && (p.isMark(end, ",") || p.token(end).is("ADP"));
        return as || aside ? p.endOfQuote(quote) : end;
    }

    /** A characterisation ends with its quotation, and with the next one where they are joined. */
    private int joinedQuotes(int quote, int end) {
        int to = p.endOfQuote(quote);
        while (to + 1 < end && (p.isMark(to, ",") || p.token(to).is("CCONJ")) && !p.outside(to + 1)) {
            to = p.endOfQuote(to + 1);
        }
        boolean goesOn = to < end
                && p.outside(to)
                && (p.token(to).is("ADP")
                        || NounPhrases.isNoun(p.token(to))
                        || p.token(to).lemma().equals("who"));
        return goesOn ? end : to;
    }

    private boolean hasAs(int from, int to) {
        for (int i = from; i < to; i++) {
            if (p.outside(i) && p.token(i).lemma().equals("as")) {
                return true;
            }
        }
        return false;
    }

    private int firstQuote(int from) {
        for (int i = from; i < p.size() && i - from < 42; i++) {
            if (!p.outside(i)) {
                return i;
            }
        }
        return -1;
    }
}
