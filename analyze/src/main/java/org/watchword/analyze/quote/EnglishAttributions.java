package org.watchword.analyze.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;

/** Finds cues in a tagged passage and the source and content of each. One per passage. */
final class EnglishAttributions {

    private final Passage p;
    private final CueVerbs verbs;
    private final VerbGroups groups;
    private final Claims claims;
    private final Findings findings;
    private final VerbCues verbCues;
    private final NominalCues nominalCues;
    private final Expressions expressions;

    EnglishAttributions(Passage passage, QuoteLanguage language, CueVerbs verbs, PossibleSpeakers speakers) {
        p = passage;
        this.verbs = verbs;
        groups = new VerbGroups(passage);
        claims = new Claims(passage.size());
        findings = new Findings(passage, verbs, claims, speakers);
        Subjects subjects = new Subjects(passage, verbs, groups, claims, speakers);
        ClauseEnds ends = new ClauseEnds(passage, groups, verbs);
        verbCues = new VerbCues(passage, verbs, groups, claims, subjects, ends, findings);
        nominalCues = new NominalCues(passage, language, groups, claims, subjects, ends, findings);
        expressions = new Expressions(passage, language, verbs, groups, subjects, findings);
    }

    List<Attribution> find() {
        // Who closes a sentence with "…, she said" says all of it, whatever it tells of others' wishes.
        for (int i = 0; i < p.size(); i++) {
            VerbGroup group = p.outside(i) && !claims.isNamed(i) ? groups.at(i) : null;
            if (group != null && group.head() == i && verbs.isSpeech(p.token(i)) && verbCues.isClosing(group)) {
                verbCues.read(group);
            }
        }
        for (int i = 0; i < p.size(); i++) {
            if (!p.outside(i) || claims.isNamed(i)) {
                continue;
            }
            Token token = p.token(i);
            VerbGroup group = groups.at(i);
            if (token.is("VERB")
                    && group != null
                    && group.head() == i
                    && (verbs.isCue(token) || verbCues.isPlaced(group))) {
                verbCues.read(group);
            } else {
                nominalCues.read(i);
            }
        }
        for (int i = 0; i < p.size(); i++) {
            if (!p.outside(i) && p.firstOfQuote(i) == i && claims.isFree(i)) {
                expressions.read(i);
            }
        }
        return findings.all();
    }

    /** Who is announced to speak in the next passage, when this one ends with a colon: "The minister went on:". */
    @Nullable
    TokenRange announcer() {
        int last = p.size() - 1;
        if (last < 1 || !p.outside(last) || !p.isMark(last, ":")) {
            return null;
        }
        for (VerbGroup g = groups.before(last); g != null && p.outside(g.head()); g = groups.before(g.from())) {
            String lemma = verbs.lemma(p.token(g.head()));
            boolean phrasal = verbs.isPhrasal(lemma, p.token(g.to()));
            boolean made = lemma.equals("make")
                    || lemma.equals("read")
                    || lemma.equals("have")
                    || lemma.equals("give")
                    || lemma.equals("issue");
            if (verbs.is(WordClass.SPEECH, lemma) || phrasal || made) {
                return verbCues.subject(g);
            }
        }
        return null;
    }
}
