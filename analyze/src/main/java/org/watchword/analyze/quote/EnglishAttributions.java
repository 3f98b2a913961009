package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.QuoteKind;

/** Finds cues in a tagged passage and the source and content of each. One per passage. */
final class EnglishAttributions {

    private static final Set<String> ADDRESSED = Set.of(
            "tell",
            "remind",
            "inform",
            "notify",
            "assure",
            "reassure",
            "warn",
            "ask",
            "urge",
            "order",
            "encourage",
            "beg",
            "instruct",
            "want",
            "call");

    private static final Set<String> TIMES = Set.of("before", "after", "when", "while", "as", "once", "until", "since");

    private final Passage p;
    private final QuoteLanguage language;
    private final CueVerbs verbs;
    private final boolean[] taken;
    private final List<Attribution> found = new ArrayList<>();

    EnglishAttributions(Passage passage, QuoteLanguage language, CueVerbs verbs) {
        p = passage;
        this.language = language;
        this.verbs = verbs;
        taken = new boolean[passage.size()];
    }

    List<Attribution> find() {
        for (int i = 0; i < p.size(); i++) {
            if (!p.outside(i) || taken[i]) {
                continue;
            }
            if (i > 0 && isDash(i) && !p.outside(i - 1)) {
                signed(i);
            } else if (isAccording(i)) {
                according(i);
            } else if (isCueVerb(i)) {
                verb(i);
            }
        }
        return found;
    }

    /** Who is announced to speak in the next passage, when this one ends with a colon: "The minister went on:". */
    @Nullable
    TokenRange announcer() {
        int last = p.size() - 1;
        if (last < 1 || !p.outside(last) || !p.isMark(last, ":")) {
            return null;
        }
        for (int i = last - 1; i >= 0 && p.outside(i); i--) {
            if (p.token(i).is("VERB") && verbs.isSpeech(p.token(i))) {
                return Sources.before(p, i);
            }
        }
        return null;
    }

    /** A quotation with its author's name after a dash. */
    private void signed(int dash) {
        TokenRange source = Sources.phraseStartingAt(p, dash + 1);
        int quote = p.firstOfQuote(dash - 1);
        if (source != null
                && source.to() >= p.size() - 1
                && p.token(source.from()).is("PROPN")
                && !taken[quote]) {
            add(quote, dash, new TokenRange(dash, dash + 1), source, 0.85);
        }
    }

    private boolean isAccording(int i) {
        return p.token(i).surface().equalsIgnoreCase("according") && i + 1 < p.size() && p.isMark(i + 1, "to");
    }

    private boolean isCueVerb(int i) {
        return p.token(i).is("VERB") && (verbs.isCue(p.token(i)) || goesOn(i));
    }

    /** "She went on: …". */
    private boolean goesOn(int i) {
        return verbs.lemma(p.token(i)).equals("go") && i + 1 < p.size() && p.isMark(i + 1, "on");
    }

    private void according(int i) {
        TokenRange source = Sources.phraseStartingAt(p, i + 2);
        if (source == null) {
            return;
        }
        TokenRange cue = new TokenRange(i, i + 2);
        int first = start(i);
        if (i - first >= 3) {
            int to = p.isMark(i - 1, ",") ? i - 1 : i;
            add(first, to, cue, source, 0.9);
        } else {
            int comma = source.to();
            while (comma < p.size() && p.outside(comma) && !p.isMark(comma, ",")) {
                comma++;
            }
            if (comma < p.size()) {
                add(p.isMark(comma, ",") ? comma + 1 : comma, end(comma), cue, source, 0.9);
            }
        }
    }

    private void verb(int i) {
        String lemma = verbs.lemma(p.token(i));
        boolean speech = language.speech().contains(lemma) || goesOn(i);
        TokenRange cue = new TokenRange(i, goesOn(i) ? i + 2 : i + 1);
        TokenRange source = Sources.before(p, i);
        boolean passive = isPassive(i);
        int direct = before(source == null ? i : source.from());
        if (source != null && !passive) {
            int after = content(i, lemma, speech);
            // "…,” he said before the news began": the quotation is what he said.
            boolean said = direct > 0 && !p.outside(direct - 1) && !taken[direct - 1];
            if (after >= 0 && !(said && speech && p.outside(after) && isTime(after))) {
                boolean naming = !speech && language.naming().contains(lemma);
                add(
                        after,
                        naming ? namingEnd(after, end(i)) : clauseEnd(after, end(i)),
                        cue,
                        source,
                        speech ? 0.85 : 0.7);
                return;
            }
        }
        if (!speech || passive) {
            return;
        }
        TokenRange inverted = Sources.phraseStartingAt(p, i + 1);
        if (source != null && direct > 0) {
            add(start(direct), direct, cue, source, 0.9);
        } else if (inverted != null && isBreak(i - 1)) {
            int to = before(i);
            if (to > 0) {
                add(start(to), to, cue, inverted, 0.9);
            }
        } else if (source == null && i == 0 && inverted != null) {
            int after = content(inverted.to() - 1, lemma, true);
            if (after >= 0) {
                add(after, end(i), cue, inverted, 0.8);
            }
        }
    }

    private boolean isTime(int i) {
        return TIMES.contains(p.token(i).lemma());
    }

    /** "was told", "is accused": the phrase before the verb is spoken to or of, not speaking. */
    private boolean isPassive(int i) {
        for (int j = i - 1; j >= 0 && i - j < 4 && p.outside(j); j--) {
            Token t = p.token(j);
            if (t.is("AUX") && (t.lemma().equals("be") || t.lemma().equals("get"))) {
                return !p.token(i).surface().endsWith("ing");
            }
            if (!t.is("ADV") && !t.is("AUX") && !t.is("PART")) {
                return false;
            }
        }
        return false;
    }

    /** First token of what the verb at {@code cue} announces after it; -1 when it announces nothing there. */
    private int content(int cue, String lemma, boolean speech) {
        int end = end(cue);
        int first = cue + 1;
        if (first >= end) {
            return -1;
        }
        int i = first;
        if (ADDRESSED.contains(lemma)) {
            TokenRange addressee = Sources.phraseStartingAt(p, i);
            if (addressee != null
                    && addressee.to() < end
                    && !(addressee.length() > 0 && p.token(addressee.to()).is("VERB") && !lemma.equals("want"))) {
                i = addressee.to();
            }
        }
        if (i < end && p.token(i).lemma().equals("that") && p.outside(i) && p.hasVerb(i, end)) {
            return i;
        }
        int quote = firstQuote(i, end);
        if (quote >= 0 && isLeadIn(i, quote)) {
            return quote;
        }
        int that = leadInToThat(i, end);
        if (that >= 0) {
            return that;
        }
        if (language.infinitive().contains(lemma) && p.token(i).lemma().equals("to") && p.hasVerb(i, end)) {
            return i;
        }
        if (language.naming().contains(lemma)) {
            return quote >= 0 && quote - first < 12 ? first : -1;
        }
        if (!speech && !language.clause().contains(lemma)) {
            return -1;
        }
        return isClause(i, end, speech) ? i : -1;
    }

    /** A clause needs a subject and a finite verb after it; a comma at its head means an aside, not a clause. */
    private boolean isClause(int from, int end, boolean speech) {
        if (from >= end || p.token(from).is("PUNCT") && p.outside(from) && !p.isMark(from, ":")) {
            return false;
        }
        Token head = p.token(from);
        if (head.is("SCONJ")
                || head.lemma().equals("what")
                || head.lemma().equals("how")
                || head.lemma().equals("why")) {
            return p.hasVerb(from, end);
        }
        if (head.is("VERB") || head.is("ADP") && !speech) {
            return false;
        }
        TokenRange subject = Sources.phraseStartingAt(p, from);
        if (subject != null) {
            int v = subject.to();
            while (v < end && (p.token(v).is("ADV") || p.token(v).is("PART"))) {
                v++;
            }
            if (v < end && (p.token(v).is("VERB") || p.token(v).is("AUX"))) {
                return true;
            }
        }
        // "said it and meant it" announces nothing: the pronoun is all that was said.
        return speech && end - from >= 4 && p.hasVerb(from + 1, end) && !head.is("ADP") && !head.is("PRON");
    }

    private int leadInToThat(int from, int end) {
        for (int i = from; i < end && i - from < 14 && p.outside(i); i++) {
            Token t = p.token(i);
            if (t.lemma().equals("that") && t.is("SCONJ")) {
                return i;
            }
            if (t.is("VERB") || t.is("AUX") || t.is("PRON")) {
                return -1;
            }
        }
        return -1;
    }

    private int firstQuote(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!p.outside(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what stands between cue and quotation only says when, where, how or to whom. */
    private boolean isLeadIn(int from, int quote) {
        if (quote - from > 30) {
            return false;
        }
        boolean marked = quote > from && (p.isMark(quote - 1, ",") || p.isMark(quote - 1, ":"));
        if (marked && p.isMark(quote - 1, ":")) {
            return true;
        }
        if (p.hasVerb(from, quote)) {
            return false;
        }
        return quote == from || marked || quote - from <= 1 || p.token(from).is("ADP");
    }

    /** One past the last token of words that end before token {@code i}; 0 when nothing ends there. */
    private int before(int i) {
        int j = i - 1;
        while (j > 0 && p.outside(j) && (p.isMark(j, ",") || isDash(j))) {
            j--;
        }
        if (j < 0 || j == i - 1 && p.outside(j)) {
            return 0;
        }
        if (!p.outside(j)) {
            return j + 1;
        }
        // Words without marks: a clause and not an opening adverbial.
        int from = start(j + 1);
        return j - from >= 3 && p.hasVerb(from, j + 1) && !isAdverbial(p.token(from)) ? j + 1 : 0;
    }

    private static boolean isAdverbial(Token head) {
        return head.is("SCONJ")
                || head.is("ADP")
                || head.is("VERB") && head.surface().endsWith("ing");
    }

    private boolean isBreak(int i) {
        return i >= 0 && (!p.outside(i) || p.isMark(i, ",") || isDash(i));
    }

    private boolean isDash(int i) {
        String s = p.token(i).surface();
        return s.equals("\u2014") || s.equals("\u2015") || s.equals("\u2013") || s.equals("--");
    }

    /** First token of the run of free tokens that reaches up to {@code to}. */
    private int start(int to) {
        int i = to;
        while (i > 0 && !taken[i - 1]) {
            i--;
        }
        while (i < to && p.outside(i) && (p.token(i).is("PUNCT") || p.token(i).is("CCONJ"))) {
            i++;
        }
        return i;
    }

    /** One past the last token of the passage, its closing full stop left out. */
    private int end(int from) {
        int i = p.size();
        while (i > from + 1 && p.outside(i - 1) && p.token(i - 1).is("PUNCT")) {
            i--;
        }
        return i;
    }

    /** A clause ends where the reporter goes on: ", adding that", ", according to". */
    private int clauseEnd(int from, int end) {
        for (int i = from + 2; i < end; i++) {
            if (!p.outside(i) || !p.isMark(i - 1, ",")) {
                continue;
            }
            boolean goesOn =
                    p.token(i).is("VERB") && p.token(i).surface().endsWith("ing") && verbs.isSpeech(p.token(i));
            if (goesOn || isAccording(i)) {
                return i - 1;
            }
        }
        return end;
    }

    /** A characterisation ends with its quotation, and with the next one where they are joined. */
    private int namingEnd(int from, int end) {
        int quote = firstQuote(from, end);
        if (quote < 0) {
            return clauseEnd(from, end);
        }
        int to = p.endOfQuote(quote);
        while (to + 1 < end && (p.isMark(to, ",") || p.token(to).is("CCONJ")) && !p.outside(to + 1)) {
            to = p.endOfQuote(to + 1);
        }
        boolean goesOn = to < end && p.outside(to) && p.token(to).is("ADP");
        return goesOn ? clauseEnd(from, end) : to;
    }

    private void add(int from, int to, TokenRange cue, @Nullable TokenRange source, double confidence) {
        int start = from;
        int stop = to;
        while (start < stop && p.outside(start) && (p.isMark(start, ",") || p.isMark(start, ":"))) {
            start++;
        }
        while (stop > start && p.outside(stop - 1) && (p.isMark(stop - 1, ",") || isDash(stop - 1))) {
            stop--;
        }
        if (start >= stop) {
            return;
        }
        int quotedTokens = 0;
        for (int i = start; i < stop; i++) {
            quotedTokens += p.outside(i) ? 0 : 1;
        }
        if (quotedTokens > 0
                && quotedTokens * 10 >= (stop - start) * 7
                && pureQuotes(start, stop, cue, source, confidence)) {
            return;
        }
        mark(start, stop, source, cue);
        QuoteKind kind = quotedTokens == 0 ? QuoteKind.INDIRECT : QuoteKind.MIXED;
        found.add(new Attribution(new TokenRange(start, stop), -1, kind, cue, source, confidence));
    }

    /** Every quotation of the range as a content of its own, when each is long enough to stand alone. */
    private boolean pureQuotes(int start, int stop, TokenRange cue, @Nullable TokenRange source, double confidence) {
        int outside = 0;
        for (int i = start; i < stop; i++) {
            outside += p.outside(i) && !p.token(i).is("PUNCT") ? 1 : 0;
        }
        if (outside > 2) {
            return false;
        }
        for (int i = start; i < stop; i++) {
            if (!p.outside(i) && (i == start || p.quoted()[i] != p.quoted()[i - 1])) {
                QuotedSpan words = p.quotes().get(p.quoted()[i]);
                if (words.end() <= words.start()) {
                    continue;
                }
                int end = Math.min(stop, p.endOfQuote(i));
                found.add(new Attribution(
                        new TokenRange(i, end),
                        p.quoted()[i],
                        QuoteKind.DIRECT,
                        cue,
                        source,
                        Math.min(0.95, confidence + 0.05)));
            }
        }
        mark(start, stop, source, cue);
        return true;
    }

    private void mark(int start, int stop, @Nullable TokenRange source, TokenRange cue) {
        for (int i = start; i < stop; i++) {
            taken[i] = true;
        }
        for (int i = cue.from(); i < cue.to(); i++) {
            taken[i] = true;
        }
        if (source != null) {
            for (int i = source.from(); i < source.to(); i++) {
                taken[i] = true;
            }
        }
    }
}
