package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;
import org.watchword.model.LowerCase;

/** Reads "according to", nouns and adjectives that take a clause, and names that sign a quotation. One per passage. */
final class NominalCues {

    private static final Set<String> RELATIVES = Set.of("who", "which", "whose");

    private final Passage p;
    private final QuoteLanguage language;
    private final VerbGroups groups;
    private final Claims claims;
    private final ClauseEnds ends;
    private final Preceding preceding;
    private final Subjects subjects;
    private final Findings findings;

    NominalCues(
            Passage passage,
            QuoteLanguage language,
            VerbGroups groups,
            Claims claims,
            Subjects subjects,
            ClauseEnds ends,
            Findings findings) {
        p = passage;
        this.language = language;
        this.groups = groups;
        this.claims = claims;
        this.ends = ends;
        this.findings = findings;
        preceding = new Preceding(passage, groups, claims);
        this.subjects = subjects;
    }

    void read(int i) {
        Token t = p.token(i);
        if (p.isDash(i)) {
            signed(i);
        } else if (t.surface().equalsIgnoreCase("according") && i + 1 < p.size() && p.isMark(i + 1, "to")) {
            according(i, i + 2);
        } else if (t.is("NOUN") && language.words(WordClass.NOUN).contains(t.lemma())) {
            noun(i);
        } else if ((t.is("ADJ") || t.is("VERB"))
                && language.words(WordClass.ADJECTIVE).contains(LowerCase.of(t.surface()))) {
            adjective(i);
        }
    }

    /** A quotation with its author's name after a dash. */
    private void signed(int dash) {
        if (dash == 0 || p.outside(dash - 1) || !claims.isFree(dash - 1) || dash + 1 >= p.size()) {
            return;
        }
        TokenRange source = NounPhrases.startingAt(p, dash + 1);
        if (source != null
                && Character.isUpperCase(p.token(source.from()).surface().codePointAt(0))
                && groups.firstIn(source.to(), p.size()) == null
                && p.size() - source.from() <= 14) {
            findings.add(
                    List.of(new TokenRange(p.firstOfQuote(dash - 1), dash)),
                    new TokenRange(dash, dash + 1),
                    source,
                    null,
                    AttributionMethod.SIGNED,
                    Confidence.Tie.CLOSE);
        }
    }

    private void according(int i, int sourceStart) {
        TokenRange source = NounPhrases.startingAt(p, sourceStart);
        if (source == null || NounPhrases.isPossessive(p.token(sourceStart)) && isOwn(p.token(sourceStart))) {
            return;
        }
        List<TokenRange> parts = new ArrayList<>();
        int first = preceding.start(i);
        if (i - first >= 3 && !Character.isUpperCase(p.token(i).surface().codePointAt(0))) {
            parts.add(new TokenRange(first, i));
        }
        source = withName(source);
        int comma = source.to();
        while (comma < p.size() && p.outside(comma) && !p.isMark(comma, ",") && !p.isMark(comma, ".")) {
            comma++;
        }
        if (comma + 1 < p.size() && p.isMark(comma, ",")) {
            int to = ends.ofClause(comma + 1, null);
            // After the clause only an aside may follow: ", according to the ministry, which runs the port".
            if (parts.isEmpty()) {
                int words = afterAside(comma) + 1;
                parts.add(new TokenRange(words, ends.ofPassage(words)));
            } else {
                VerbGroup verb = groups.at(comma + 1);
                if (verb != null && verb.finite()) {
                    parts.add(new TokenRange(comma + 1, to));
                }
            }
        } else if (parts.isEmpty() && comma < p.size() && !p.outside(comma)) {
            parts.add(new TokenRange(comma, ends.ofPassage(comma)));
        }
        if (!parts.isEmpty()) {
            findings.add(
                    parts,
                    new TokenRange(i, i + 2),
                    source,
                    null,
                    AttributionMethod.ACCORDING_TO,
                    Confidence.Tie.CLOSE);
        }
    }

    /** "According to your theory": told to whoever holds it. */
    private static boolean isOwn(Token t) {
        String word = LowerCase.of(t.surface());
        return word.equals("your") || word.equals("our");
    }

    /** "According to the harbour master, Josef Brant, …": the name belongs to the source. */
    private TokenRange withName(TokenRange source) {
        int comma = source.to();
        TokenRange name = comma < p.size() && p.isMark(comma, ",") ? NounPhrases.startingAt(p, comma + 1) : null;
        if (name == null || name.to() >= p.size() || !p.isMark(name.to(), ",") || NounPhrases.hasName(p, source)) {
            return source;
        }
        TokenRange next = NounPhrases.startingAt(p, name.to() + 1);
        // "According to the ministry, Oren Vale, the former mayor, left": the name is what the sentence is about.
        boolean described = next != null && next.to() < p.size() && p.isMark(next.to(), ",");
        return NounPhrases.isName(p, name.from(), name.to()) && !described
                ? new TokenRange(source.from(), name.to())
                : source;
    }

    /** "According to Oren, a friend of Vale, the gate is shut": the comma before the words, behind what tells more of the source. */
    private int afterAside(int comma) {
        int to;
        if (comma + 1 < p.size() && RELATIVES.contains(p.token(comma + 1).lemma())) {
            to = nextComma(comma + 1);
        } else {
            TokenRange aside = NounPhrases.startingAt(p, comma + 1);
            to = aside != null && aside.to() < p.size() && p.isMark(aside.to(), ",") ? aside.to() : -1;
        }
        TokenRange subject = to < 0 ? null : NounPhrases.startingAt(p, to + 1);
        VerbGroup verb = subject == null || subject.to() >= p.size() ? null : groups.at(subject.to());
        return verb != null && verb.finite() ? to : comma;
    }

    private int nextComma(int from) {
        for (int i = from; i < p.size() && p.outside(i) && !p.isEnd(i); i++) {
            if (p.isMark(i, ",")) {
                return i;
            }
        }
        return -1;
    }

    /** "His claim that …", "the ruling by the judge that …". */
    private void noun(int i) {
        int that = i + 1;
        TokenRange by = null;
        if (that + 1 < p.size()
                && (p.token(that).lemma().equals("by")
                        || p.token(that).lemma().equals("from")
                        || p.token(that).lemma().equals("of"))) {
            by = NounPhrases.startingAt(p, that + 1);
            that = by == null ? that : by.to();
        }
        if (that + 2 >= p.size()
                || !p.outside(that)
                || claims.isContent(that)
                || !p.token(that).lemma().equals("that")) {
            return;
        }
        VerbGroup verb = groups.firstIn(that + 1, Math.min(p.size(), that + 25));
        // "the claim that was made": a relative clause has its verb right after "that".
        if (verb == null || verb.from() == that + 1 || groups.at(that + 1) != null) {
            return;
        }
        TokenRange source = by == null ? NounPhrases.possessor(p, i) : by;
        if (source == null) {
            return;
        }
        findings.add(
                List.of(new TokenRange(that, nounClauseEnd(that, verb))),
                new TokenRange(i, i + 1),
                source,
                null,
                AttributionMethod.NOMINAL,
                Confidence.Tie.CLOSE);
    }

    /** The clause of a noun that is a subject ends before the verb of that subject. */
    private int nounClauseEnd(int that, VerbGroup own) {
        int end = ends.ofClause(that, null);
        for (int i = own.to(); i < end; i++) {
            if (p.outside(i) && p.isMark(i, ",")
                    || i > 0 && p.outside(i) && !p.outside(i - 1) && NounPhrases.startingAt(p, i) != null) {
                end = i;
            }
        }
        VerbGroup next = groups.firstIn(own.to(), end);
        if (next != null && next.finite() && p.outside(next.from() - 1) && next.from() - own.to() > 0) {
            Token before = p.token(next.from() - 1);
            TokenRange phrase = NounPhrases.endingAt(p, next.from() - 1);
            boolean subject = phrase != null && before.is("PRON");
            if (!subject
                    && !before.is("SCONJ")
                    && !before.is("CCONJ")
                    && !subjects.heads().isRelative(next.from() - 1)) {
                return next.from();
            }
        }
        return end;
    }

    /** "She is sure that …". */
    private void adjective(int i) {
        VerbGroup be = groups.before(i);
        if (p.token(i).is("VERB")) {
            be = groups.at(i);
        }
        if (be == null || !be.finite() || !p.outside(be.head()) || i - be.head() > 3 || !isBe(be)) {
            return;
        }
        int next = i + 1;
        if (next >= p.size() || !p.outside(next)) {
            return;
        }
        Token t = p.token(next);
        boolean clause = t.lemma().equals("that")
                || t.lemma().equals("whether")
                || t.lemma().equals("if");
        TokenRange subject = NounPhrases.startingAt(p, next);
        VerbGroup verb = subject == null ? null : groups.at(subject.to());
        boolean bare = verb != null && verb.finite();
        TokenRange source = clause || bare ? subjects.of(be) : null;
        if (source != null && !p.token(source.from()).lemma().equals("it")) {
            findings.add(
                    List.of(new TokenRange(next, ends.ofClause(next, be))),
                    new TokenRange(i, i + 1),
                    source,
                    subjects.heads().isRelative(source.from())
                            ? subjects.heads().antecedent(source.from())
                            : null,
                    AttributionMethod.NOMINAL,
                    Confidence.Tie.CLOSE);
        }
    }

    private boolean isBe(VerbGroup group) {
        for (int i = group.from(); i < group.to(); i++) {
            if (p.token(i).is("AUX")) {
                return true;
            }
        }
        return false;
    }
}
