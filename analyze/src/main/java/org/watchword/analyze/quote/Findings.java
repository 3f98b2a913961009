package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.AttributionMethod;
import org.watchword.model.QuoteKind;

/** Collects the attributions of a passage and keeps the claims on its words. One per passage. */
final class Findings {

    private final Passage p;
    private final CueVerbs verbs;
    private final Claims claims;
    private final PossibleSpeakers speakers;
    private final List<Attribution> all = new ArrayList<>();

    Findings(Passage passage, CueVerbs verbs, Claims claims, PossibleSpeakers speakers) {
        p = passage;
        this.verbs = verbs;
        this.claims = claims;
        this.speakers = speakers;
    }

    List<Attribution> all() {
        return all;
    }

    /**
     * Adds words and who says them. What nobody can have said – "the storm suggests that …" – is no attribution; words between marks, and
     * what only a voice can say – "the kiosk said that …" –, are one all the same, of nobody known.
     */
    void add(
            List<TokenRange> pieces,
            TokenRange cue,
            @Nullable TokenRange source,
            @Nullable TokenRange antecedent,
            AttributionMethod method,
            Confidence.Tie tie) {
        List<TokenRange> parts = new ArrayList<>();
        for (TokenRange piece : pieces) {
            TokenRange trimmed = trim(piece);
            if (trimmed != null) {
                parts.add(trimmed);
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        QuoteKind kind = kind(parts);
        TokenRange who = source;
        if (source != null
                && speakers.kind(p, antecedent == null ? source : antecedent) == PossibleSpeakers.Kind.NOTHING) {
            boolean aloud = method == AttributionMethod.ANNOUNCED
                    && verbs.is(WordClass.ALOUD, p.token(cue.from()).lemma())
                    && isThing(source);
            if (kind == QuoteKind.INDIRECT && !aloud) {
                return;
            }
            who = null;
        }
        parts.forEach(part -> claims.content(part.from(), part.to()));
        claims.name(cue.from(), cue.to());
        if (source != null) {
            claims.name(source.from(), source.to());
        }
        all.add(new Attribution(parts, kind, cue, who, who == null ? null : antecedent, method, tie));
    }

    /** "The kiosk tells us" is said of a voice, "experience tells us" by the writer himself. */
    private boolean isThing(TokenRange source) {
        return p.token(source.from()).is("DET") || NounPhrases.isPossessive(p.token(source.from()));
    }

    private QuoteKind kind(List<TokenRange> parts) {
        int quoted = 0;
        int own = 0;
        for (TokenRange part : parts) {
            for (int i = part.from(); i < part.to(); i++) {
                quoted += p.outside(i) ? 0 : 1;
                own += p.outside(i) && !p.token(i).is("PUNCT") ? 1 : 0;
            }
        }
        return quoted == 0 ? QuoteKind.INDIRECT : own == 0 ? QuoteKind.DIRECT : QuoteKind.MIXED;
    }

    private @Nullable TokenRange trim(TokenRange piece) {
        int from = piece.from();
        int to = piece.to();
        while (from < to && p.outside(from) && (p.isMark(from, ",") || p.isMark(from, ":") || p.isDash(from))) {
            from++;
        }
        while (to > from && p.outside(to - 1) && (p.isMark(to - 1, ",") || p.isMark(to - 1, ".") || p.isDash(to - 1))) {
            to--;
        }
        return from < to ? new TokenRange(from, to) : null;
    }
}
