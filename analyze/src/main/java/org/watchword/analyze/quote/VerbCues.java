package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;

/** Reads what a verb of speech or thought ties together. One per passage. */
final class VerbCues {

    private static final int LONGEST_ASIDE = 30;

    private final Passage p;
    private final CueVerbs verbs;
    private final VerbGroups groups;
    private final Claims claims;
    private final Subjects subjects;
    private final ClauseEnds ends;
    private final Complements complements;
    private final Preceding preceding;
    private final Findings findings;
    private final PlainVerbs plain;
    private final Parentheses parentheses;

    VerbCues(
            Passage passage,
            CueVerbs verbs,
            VerbGroups groups,
            Claims claims,
            Subjects subjects,
            ClauseEnds ends,
            Findings findings) {
        p = passage;
        this.verbs = verbs;
        this.groups = groups;
        this.claims = claims;
        this.ends = ends;
        this.findings = findings;
        this.subjects = subjects;
        complements = new Complements(passage, groups, verbs, ends, subjects);
        preceding = new Preceding(passage, groups, claims);
        parentheses = new Parentheses(passage, verbs, groups, subjects.heads(), ends, preceding, findings);
        plain = new PlainVerbs(passage, verbs, groups, subjects, ends);
    }

    /** Who is announced to speak by a verb; null when the words name nobody. */
    @Nullable
    TokenRange subject(VerbGroup cue) {
        return subjects.of(cue);
    }

    void read(VerbGroup cue) {
        if (cue.passive() || isAttributive(cue) || plain.isLet(cue)) {
            return;
        }
        String lemma = verbs.lemma(p.token(cue.head()));
        boolean phrasal = cue.to() < p.size() && verbs.isPhrasal(lemma, p.token(cue.to()));
        TokenRange source = subjects.of(cue);
        boolean speech = verbs.is(WordClass.SPEECH, lemma) || phrasal || isPlaced(cue, source);
        if (speech
                && source != null
                && cue.finite()
                && source.to() <= cue.from()
                && preceding.isQuotedBefore(source.from())) {
            interrupted(cue, source);
            return;
        }
        if (speech && (source == null || isAside(cue) || isMute(cue, source)) && cue.finite() && inverted(cue)) {
            return;
        }
        Complement after = complements.of(cue);
        if (after != null && (!after.strong() && isAsSaying(after) || plain.isUnsaid(cue, source, after, speech))) {
            return;
        }
        if (after != null && !after.strong() && claims.isContent(cue.head())) {
            return;
        }
        if (after != null && !speech && claims.isContent(cue.head()) && !p.outside(after.from())) {
            // Ana says she feels “stunned”: her word, told once.
            return;
        }
        if (after != null && source != null) {
            announced(cue, lemma, source, after, speech);
            return;
        }
        if (after != null && cue.finite() && verbs.is(WordClass.NAMING, lemma) && isHeadless(cue, after)) {
            findings.add(
                    List.of(new TokenRange(after.from(), after.to())),
                    new TokenRange(cue.head(), after.cueEnd()),
                    null,
                    null,
                    AttributionMethod.ANNOUNCED,
                    Confidence.Tie.LOOSE_OBJECT);
            return;
        }
        if ((speech || parentheses.isThought(cue, source)) && source != null && cue.finite() && after == null) {
            parentheses.read(cue, source, phrasal ? cue.to() + 1 : cue.to());
        } else if (speech && source == null && cue.from() == 0) {
            announcedInverted(cue);
        }
    }

    /** Whether a verb closes its sentence with nothing but whose words it was. */
    boolean isClosing(VerbGroup cue) {
        return parentheses.isClosing(cue, subjects.of(cue));
    }

    /** "Preys on our fears, and calls people “losers”": a list of what somebody does who is not named; the words are somebody's. */
    private boolean isHeadless(VerbGroup cue, Complement after) {
        int quote = p.firstQuote(after.from());
        boolean opens = cue.from() == 0 || p.token(cue.from() - 1).is("CCONJ") || p.isMark(cue.from() - 1, ",");
        return opens && quote > after.from() && quote < after.to();
    }

    /** Whether an unlisted verb announces the words that it stands beside. */
    boolean isPlaced(VerbGroup cue) {
        return !p.quotes().isEmpty() && isPlaced(cue, subjects.of(cue));
    }

    /** "“…,” remembers Oren", "“…,” Oren deadpanned": beside words that end with a comma, whatever verb ties a source to them announces them. */
    private boolean isPlaced(VerbGroup cue, @Nullable TokenRange source) {
        if (!cue.finite() || cue.passive() || cue.from() != cue.head() || cue.head() + 1 >= p.size()) {
            return false;
        }
        if (preceding.isSentenceBefore(cue.from())) {
            TokenRange behind = NounPhrases.startingAt(p, cue.to());
            return behind != null && NounPhrases.hasName(p, behind) && isEnded(behind.to());
        }
        return source != null
                && source.to() == cue.from()
                && preceding.isSentenceBefore(source.from())
                && (NounPhrases.hasName(p, source) || p.token(source.from()).is("PRON"))
                && isEnded(cue.to());
    }

    private boolean isEnded(int i) {
        return i >= p.size() || p.token(i).is("PUNCT") || p.token(i).is("ADP");
    }

    /** "Cited Oren as saying …": saying is the cue. */
    private boolean isAsSaying(Complement words) {
        for (int i = words.from(); i + 1 < Math.min(p.size(), words.from() + 12); i++) {
            VerbGroup verb = groups.at(i + 1);
            if (p.token(i).lemma().equals("as")
                    && verb != null
                    && verb.form() == VerbGroup.Form.ING
                    && verbs.isSpeech(p.token(verb.head()))) {
                return true;
            }
        }
        return false;
    }

    /** "The expected guests", "such alleged crimes": a participle before its noun announces nothing. */
    private boolean isAttributive(VerbGroup cue) {
        if (cue.from() != cue.head() || cue.head() == 0 || cue.form() == VerbGroup.Form.INFINITIVE) {
            return false;
        }
        Token before = p.token(cue.head() - 1);
        return p.outside(cue.head() - 1)
                && (before.is("DET") && !before.lemma().equals("that")
                        || before.is("ADJ") && !isEnded(cue.to()) && !isKind(cue)
                        || NounPhrases.isPossessive(before) && !before.lemma().equals("her"));
    }

    /** "The young say", "the injured told the doctor": an adjective that stands for those it tells of. */
    private boolean isKind(VerbGroup cue) {
        if (cue.from() < 2 || !p.token(cue.from() - 2).lemma().equals("the")) {
            return false;
        }
        Token behind = p.token(cue.to());
        return cue.form() == VerbGroup.Form.PRESENT || !NounPhrases.isNoun(behind) && !behind.is("ADJ");
    }

    private void announced(VerbGroup cue, String lemma, TokenRange source, Complement after, boolean speech) {
        boolean loose = !cue.finite() || source.to() < cue.from() - 4;
        boolean thought = verbs.is(WordClass.CLAUSE, lemma) && after.strong();
        Confidence.Tie tie = speech
                ? loose ? Confidence.Tie.LOOSE : Confidence.Tie.CLOSE
                : thought ? Confidence.Tie.THOUGHT : loose ? Confidence.Tie.LOOSE_OBJECT : Confidence.Tie.OBJECT;
        findings.add(
                List.of(new TokenRange(after.from(), plain.end(source, after))),
                new TokenRange(cue.head(), after.cueEnd()),
                source,
                subjects.heads().isRelative(source.from()) ? subjects.heads().antecedent(source.from()) : null,
                AttributionMethod.ANNOUNCED,
                tie);
    }

    /** "…," she said, "…": the quotation before and the one after are one. */
    private void interrupted(VerbGroup cue, TokenRange source) {
        TokenRange before = preceding.wordsBefore(source.from());
        if (before == null) {
            return;
        }
        List<TokenRange> parts = new ArrayList<>();
        parts.add(before);
        int next = nextQuote(cue.to());
        if (next >= 0) {
            parts.add(new TokenRange(next, p.endOfQuote(next)));
        }
        findings.add(
                parts,
                new TokenRange(cue.head(), cue.to()),
                source,
                null,
                AttributionMethod.PARENTHETICAL,
                Confidence.Tie.CLOSE);
    }

    /** "…," said Oren, the minister, "…". */
    private boolean inverted(VerbGroup cue) {
        int last = cue.from() - 1;
        if (last < 0 || p.outside(last) && !p.isMark(last, ",") && !p.isDash(last)) {
            return false;
        }
        TokenRange source = NounPhrases.startingAt(p, cue.to());
        TokenRange before = preceding.wordsBefore(cue.from());
        if (source == null || before == null || NounPhrases.isTime(p, source)) {
            return false;
        }
        VerbGroup following = groups.at(source.to());
        if (following != null && following.finite() && p.outside(before.to() - 1)) {
            return false;
        }
        List<TokenRange> parts = new ArrayList<>();
        parts.add(before);
        int next = nextQuote(source.to());
        if (next >= 0 && !p.outside(before.to() - 1)) {
            parts.add(new TokenRange(next, p.endOfQuote(next)));
        } else if (p.outside(before.to() - 1)) {
            TokenRange more = joined(source.to(), cue);
            if (more != null) {
                parts.add(more);
            }
        }
        findings.add(
                parts,
                new TokenRange(cue.head(), cue.to()),
                source,
                null,
                AttributionMethod.INVERTED,
                Confidence.Tie.CLOSE);
        return true;
    }

    /** "The bridge is safe, said Oren, and the road is closed": in another tense than the cue, so not the reporter's own words. */
    private @Nullable TokenRange joined(int comma, VerbGroup cue) {
        VerbGroup verb = verbOfNext(comma);
        return verb != null && verb.form() != cue.form()
                ? new TokenRange(comma + 2, ends.ofClause(comma + 2, null))
                : null;
    }

    /** The verb of a clause that "and" joins after a comma; null when none stands there. */
    private @Nullable VerbGroup verbOfNext(int comma) {
        if (comma + 2 >= p.size()
                || !p.outside(comma)
                || !p.isMark(comma, ",")
                || !p.token(comma + 1).is("CCONJ")) {
            return null;
        }
        TokenRange subject = NounPhrases.startingAt(p, comma + 2);
        VerbGroup verb = subject == null ? null : groups.at(ends.skipAdverbs(subject.to()));
        return verb != null && verb.finite() ? verb : null;
    }

    /** "The road is closed, said Oren": what stands before the comma cannot speak. */
    private boolean isMute(VerbGroup cue, TokenRange source) {
        return cue.from() > 0
                && p.isMark(cue.from() - 1, ",")
                && (!subjects.canSpeak(source) || isEndedByPerson(cue, source));
    }

    /** "The meeting broke down, said one official in the room.": somebody right behind the verb, and no verb of his own; one says no persons. */
    private boolean isEndedByPerson(VerbGroup cue, TokenRange source) {
        if (subjects.isPerson(source) && !verbs.lemma(p.token(cue.head())).equals("say")) {
            return false;
        }
        TokenRange behind = NounPhrases.startingAt(p, cue.to());
        return behind != null
                && subjects.isPerson(behind)
                && (behind.to() >= p.size() || p.isMark(behind.to(), ".") || p.isMark(behind.to(), ","));
    }

    /** ", said Oren, and the road …": who is named behind the verb speaks, not the subject of the clause before. */
    private boolean isAside(VerbGroup cue) {
        TokenRange source =
                cue.from() > 0 && p.isMark(cue.from() - 1, ",") ? NounPhrases.startingAt(p, cue.to()) : null;
        if (source == null || verbOfNext(source.to()) == null) {
            return false;
        }
        Token last = p.token(source.to() - 1);
        return last.is("PROPN") || last.is("PRON");
    }

    /** The quotation that goes on after an aside; -1 when the reporter says more than when, where and who. */
    private int nextQuote(int from) {
        for (int i = from; i < p.size() && i - from < LONGEST_ASIDE; i++) {
            if (!p.outside(i)) {
                boolean joined = i == from + 2
                        && p.isMark(from, ",")
                        && p.token(from + 1).is("CCONJ");
                boolean led = i == from || p.isMark(i - 1, ",") || p.isMark(i - 1, ":") || p.isDash(i - 1) || joined;
                return led && claims.isFree(i) ? i : -1;
            }
            VerbGroup verb = groups.at(i);
            if (verb != null && verbs.isSpeech(p.token(verb.head()))
                    || p.isMark(i, ".")
                    || p.isMark(i, ";")
                    || p.token(i).lemma().equals("that")) {
                return -1;
            }
        }
        return -1;
    }

    /** "Said Oren: …". */
    private void announcedInverted(VerbGroup cue) {
        TokenRange source = NounPhrases.startingAt(p, cue.to());
        if (source == null || source.to() >= p.size()) {
            return;
        }
        int next = nextQuote(source.to());
        if (next >= 0) {
            findings.add(
                    List.of(new TokenRange(next, p.endOfQuote(next))),
                    new TokenRange(cue.head(), cue.to()),
                    source,
                    null,
                    AttributionMethod.INVERTED,
                    Confidence.Tie.CLOSE);
        }
    }
}
