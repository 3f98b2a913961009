package org.watchword.analyze.quote;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;
import org.watchword.model.LowerCase;

/**
 * Reads quotations that no verb of speech announces and that are somebody's words all the same: "his message was short: “…”", "used the
 * phrase “…”", "went after them as “…”", "was described by friends as “…”". One per passage; asked last, for quotations nobody claims.
 */
final class Expressions {

    private static final int REACH = 6;
    private static final int LONGEST_LEAD_IN = 25;
    /** With these a few words are a name that somebody goes by. */
    private static final Set<String> NICKNAMING = Set.of("call", "dub", "name", "know", "nickname");

    /** With these a few words are a verdict, capitals or not. */
    private static final Set<String> RATING = Set.of("label", "rate", "brand", "deem");

    private static final Set<String> PERSONS = Set.of("he", "she");

    private final Passage p;
    private final QuoteLanguage language;
    private final CueVerbs verbs;
    private final VerbGroups groups;
    private final Subjects subjects;
    private final Findings findings;

    Expressions(
            Passage passage,
            QuoteLanguage language,
            CueVerbs verbs,
            VerbGroups groups,
            Subjects subjects,
            Findings findings) {
        p = passage;
        this.language = language;
        this.verbs = verbs;
        this.groups = groups;
        this.findings = findings;
        this.subjects = subjects;
    }

    /** @param quote first token of a quotation that is nobody's yet */
    void read(int quote) {
        if (quote < 2 || !p.outside(quote - 1)) {
            return;
        }
        if (p.isMark(quote - 1, ":") || p.isMark(quote - 1, ",")) {
            if (!message(quote) && p.isMark(quote - 1, ":")) {
                manner(quote);
            }
        } else if (isMessage(quote - 1)) {
            phrase(quote);
        } else if (!passive(quote)) {
            as(quote);
        }
    }

    private boolean isMessage(int i) {
        return p.token(i).is("NOUN")
                && language.words(WordClass.MESSAGE).contains(p.token(i).lemma());
    }

    /** "His message to those who left was short: “…”", "in the words of Oren, “…”", "Oren has a new message: “…”". */
    private boolean message(int quote) {
        boolean colon = p.isMark(quote - 1, ":");
        for (int i = quote - 2; i >= 0 && quote - i < LONGEST_LEAD_IN && p.outside(i); i--) {
            if (p.isMark(i, ".") || p.isMark(i, ";")) {
                return false;
            }
            if (!isMessage(i)) {
                continue;
            }
            TokenRange source = NounPhrases.possessor(p, i);
            if (source == null && i + 2 < quote && isOf(p.token(i + 1))) {
                source = NounPhrases.startingAt(p, i + 2);
            }
            if (source == null && colon && i == quote - 2) {
                VerbGroup verb = groups.before(i);
                source = verb == null || !verb.finite() || verb.passive() ? null : subjects.of(verb);
            }
            boolean near = source != null && (colon || Math.max(i + 1, source.to()) == quote - 1);
            if (source != null && near) {
                add(quote, p.endOfQuote(quote), new TokenRange(i, i + 1), source);
                return true;
            }
        }
        return false;
    }

    /** "Oren was blunt: “…”": how somebody is, and a colon. */
    private void manner(int quote) {
        VerbGroup verb = groups.before(quote);
        if (verb == null
                || !verb.finite()
                || !p.token(verb.from()).lemma().equals("be")
                || p.token(verb.head()).surface().endsWith("ed")) {
            return;
        }
        for (int i = verb.to(); i < quote - 1; i++) {
            if (!p.outside(i)
                    || !p.token(i).is("ADJ")
                            && !p.token(i).is("ADV")
                            && !p.token(i).is("CCONJ")) {
                return;
            }
        }
        TokenRange source = subjects.of(verb);
        boolean person = source != null
                && (NounPhrases.hasName(p, source)
                        || PERSONS.contains(LowerCase.of(p.token(source.from()).surface())));
        if (person && verb.from() + 1 < quote - 1) {
            add(quote, p.endOfQuote(quote), new TokenRange(verb.from(), quote - 1), source);
        }
    }

    private static boolean isOf(Token token) {
        return token.lemma().equals("of")
                || token.lemma().equals("from")
                || token.lemma().equals("by");
    }

    /** "Has often used the phrase “…”". */
    private void phrase(int quote) {
        VerbGroup verb = groups.before(quote);
        int end = p.endOfQuote(quote);
        if (verb == null
                || verb.passive()
                || !verb.finite()
                || quote - verb.head() > REACH
                || verbs.isSpeech(p.token(verb.head()))
                || groups.at(end) != null) {
            return;
        }
        TokenRange source = subjects.of(verb);
        if (source != null) {
            add(quote, end, new TokenRange(verb.from(), quote), source);
        }
    }

    /** "Was described by friends as “…”". */
    private boolean passive(int quote) {
        VerbGroup verb = groups.before(quote);
        if (verb == null || !verb.passive() || quote - verb.head() > REACH + 4) {
            return false;
        }
        String lemma = verbs.lemma(p.token(verb.head()));
        if (!verbs.is(WordClass.NAMING, lemma)) {
            return false;
        }
        int end = p.endOfQuote(quote);
        TokenRange source = by(verb.to(), quote);
        if (source == null && end < p.size() && p.token(end).lemma().equals("by")) {
            source = NounPhrases.startingAt(p, end + 1);
        }
        if (source == null && (NICKNAMING.contains(lemma) || !RATING.contains(lemma) && isTitle(quote, end))) {
            return false;
        }
        add(quote, end, new TokenRange(verb.head(), verb.to()), source);
        return true;
    }

    private @Nullable TokenRange by(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (p.outside(i) && p.token(i).lemma().equals("by")) {
                return NounPhrases.startingAt(p, i + 1);
            }
        }
        return null;
    }

    /** "Went after Oren as a “…”". */
    private void as(int quote) {
        int as = p.token(quote - 1).is("DET") ? quote - 2 : quote - 1;
        VerbGroup verb = groups.before(quote);
        int end = p.endOfQuote(quote);
        if (as < 2 || !p.token(as).lemma().equals("as") || verb == null || verb.passive() || isTitle(quote, end)) {
            return;
        }
        int object = verb.to();
        if (object < as && (p.token(object).is("ADP") || p.token(object).is("ADV"))) {
            object++;
        }
        TokenRange whom = object < as ? NounPhrases.startingAt(p, object) : null;
        boolean told = whom != null && whom.to() == as;
        TokenRange source = told ? subjects.of(verb) : null;
        if (source != null || told && verb.form() == VerbGroup.Form.ING) {
            add(object, joined(end), new TokenRange(verb.head(), object), source);
        }
    }

    /** "A “leech” and a “brat”". */
    private int joined(int end) {
        int next = end;
        while (next < p.size() && p.outside(next) && next - end < 3 && !p.isMark(next, ".") && !p.isMark(next, ",")) {
            next++;
        }
        return next > end && next < p.size() && !p.outside(next) && p.token(end).is("CCONJ") ? p.endOfQuote(next) : end;
    }

    /** A title or a name has capitals at the head of its words. */
    private boolean isTitle(int quote, int end) {
        for (int i = quote; i < end; i++) {
            String s = p.token(i).surface();
            if (s.length() > 3 && Character.isLowerCase(s.codePointAt(0))) {
                return false;
            }
        }
        return true;
    }

    private void add(int from, int to, TokenRange cue, @Nullable TokenRange source) {
        findings.add(
                List.of(new TokenRange(from, to)),
                cue,
                source,
                source != null && subjects.heads().isRelative(source.from())
                        ? subjects.heads().antecedent(source.from())
                        : null,
                AttributionMethod.NOMINAL,
                Confidence.Tie.CLOSE);
    }
}
