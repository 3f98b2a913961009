package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.AttributionMethod;

/** A source and a cue that stand within what was said, or close it: "the road, she said, is closed". One per passage. */
final class Parentheses {

    /** "The road is closed, nobody believes" tells no thought. */
    private static final Set<String> DENYING = Set.of("nobody", "none", "no", "few", "neither", "noone");

    private final Passage p;
    private final CueVerbs verbs;
    private final VerbGroups groups;
    private final PhraseHeads heads;
    private final ClauseEnds ends;
    private final Preceding preceding;
    private final Findings findings;

    Parentheses(
            Passage passage,
            CueVerbs verbs,
            VerbGroups groups,
            PhraseHeads heads,
            ClauseEnds ends,
            Preceding preceding,
            Findings findings) {
        p = passage;
        this.verbs = verbs;
        this.groups = groups;
        this.heads = heads;
        this.ends = ends;
        this.preceding = preceding;
        this.findings = findings;
    }

    /** "The road is closed, experts believe.": a verb of thought that closes a sentence, and a source that is somebody. */
    boolean isThought(VerbGroup cue, @Nullable TokenRange source) {
        return verbs.is(WordClass.CLOSING, verbs.lemma(p.token(cue.head())))
                && source != null
                && source.from() > 0
                && source.to() == cue.from()
                && isClosing(cue, source)
                && !preceding.isAsking(source.from() - 1);
    }

    /** "The road is closed, she said.", "…, said Oren.": a clause, a comma, nothing but a source and a cue, and a stop. */
    boolean isClosing(VerbGroup cue, @Nullable TokenRange source) {
        if (!cue.finite() || cue.passive() || cue.from() != cue.head()) {
            return false;
        }
        boolean described =
                source != null && source.to() == cue.from() - 1 && p.isMark(cue.from() - 1, ",") && source.from() > 2;
        TokenRange before = described ? source : NounPhrases.endingAt(p, cue.from() - 1);
        int comma = before == null ? cue.from() - 1 : before.from() - 1;
        TokenRange behind = before == null ? NounPhrases.startingAt(p, cue.to()) : before;
        int end = before == null && behind != null ? behind.to() : afterAddressee(cue);
        return behind != null
                && !DENYING.contains(p.token(behind.from()).lemma())
                && comma > 1
                && p.outside(comma)
                && p.isMark(comma, ",")
                && p.outside(comma - 1)
                && (end >= p.size() || p.outside(end) && p.token(end).is("PUNCT") && !p.isMark(end, ":"));
    }

    /** "…, he wrote a letter", "…, they add something new": it has what was done beside it, and says nothing of the clause before. */
    private boolean hasObject(VerbGroup cue, int cueEnd) {
        String lemma = verbs.lemma(p.token(cue.head()));
        TokenRange object = NounPhrases.startingAt(p, cueEnd);
        return object != null
                && !p.token(object.from()).is("PRON")
                && !NounPhrases.hasName(p, object)
                && !NounPhrases.isTime(p, object)
                && (!verbs.is(WordClass.ADDRESSING, lemma) || lemma.equals("write"));
    }

    /** "…, the mayor told reporters." */
    private int afterAddressee(VerbGroup cue) {
        TokenRange whom = verbs.lemma(p.token(cue.head())).equals("tell") ? NounPhrases.startingAt(p, cue.to()) : null;
        return whom == null ? cue.to() : whom.to();
    }

    /** "The road, she said, is closed"; "as the mayor put it, the road is closed". */
    void read(VerbGroup cue, TokenRange source, int cueEnd) {
        if (heads.isRelative(source.from())
                || isDoneBySomebody(cue)
                || DENYING.contains(p.token(source.from()).lemma())) {
            return;
        }
        TokenRange before = preceding.wordsBefore(source.from());
        if (before != null && p.outside(before.to() - 1) && hasObject(cue, cueEnd)) {
            return;
        }
        int comma = cueEnd;
        while (comma < p.size()
                && comma - cueEnd < 8
                && p.outside(comma)
                && !p.token(comma).is("PUNCT")
                && !p.token(comma).is("VERB")) {
            comma++;
        }
        TokenRange rest = rest(comma, cue);
        List<TokenRange> parts = new ArrayList<>();
        if (before != null) {
            parts.add(before);
        } else {
            TokenRange head = rest == null ? null : fragmentBefore(source.from());
            boolean as = source.from() == 1 && p.token(0).lemma().equals("as");
            if (rest == null || head == null && !as) {
                return;
            }
            if (head != null) {
                parts.add(head);
            }
        }
        if (rest != null) {
            parts.add(rest);
        }
        findings.add(
                parts,
                new TokenRange(cue.head(), cueEnd),
                source,
                null,
                AttributionMethod.PARENTHETICAL,
                Confidence.Tie.CLOSE);
    }

    /** "…, the tenth judge named by the board and confirmed by the council": a participle; but "she said by telephone". */
    private boolean isDoneBySomebody(VerbGroup cue) {
        return cue.to() < p.size()
                && p.token(cue.to()).lemma().equals("by")
                && !verbs.lemma(p.token(cue.head())).equals("say");
    }

    /** "Acts of protest, he said, are …": the head of a clause whose verb comes after. */
    private @Nullable TokenRange fragmentBefore(int source) {
        int j = source - 1;
        if (j < 1 || !p.isMark(j, ",") || !p.outside(j - 1)) {
            return null;
        }
        int from = preceding.start(j);
        Token head = p.token(from);
        return from < j && !head.is("ADV") && !head.is("SCONJ") && !head.is("ADP") && !head.is("INTJ")
                ? new TokenRange(from, j)
                : null;
    }

    private @Nullable TokenRange rest(int comma, VerbGroup cue) {
        if (comma + 1 >= p.size() || !p.outside(comma) || !p.isMark(comma, ",")) {
            return null;
        }
        int from = comma + 1;
        VerbGroup here = groups.at(from);
        if (here != null && here.form() == VerbGroup.Form.ING
                || p.token(from).lemma().equals("according")) {
            return null;
        }
        if (isNarrated(from, cue)) {
            return null;
        }
        int to = ends.ofClause(from, null);
        return p.hasVerb(from, to) && to - from >= 2 ? new TokenRange(from, to) : null;
    }

    /** "…, he said, and left the room", "…, he says, and he still trembles": joined to the cue in its tense, what the speaker did. */
    private boolean isNarrated(int from, VerbGroup cue) {
        if (from + 1 >= p.size() || !p.token(from).is("CCONJ")) {
            return false;
        }
        int verb = ends.skipAdverbs(p.token(from + 1).is("PRON") ? from + 2 : from + 1);
        VerbGroup joined = verb < p.size() ? groups.at(verb) : null;
        return joined != null && joined.finite() && joined.form() == cue.form();
    }
}
