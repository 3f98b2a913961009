package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.AttributionMethod;
import org.watchword.model.QuoteKind;

/** Collects the attributions of a passage and keeps the claims on its words. One per passage. */
final class Findings {

    private final Passage p;
    private final Claims claims;
    private final List<Attribution> all = new ArrayList<>();

    Findings(Passage passage, Claims claims) {
        p = passage;
        this.claims = claims;
    }

    List<Attribution> all() {
        return all;
    }

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
        int quoted = 0;
        int own = 0;
        for (TokenRange part : parts) {
            claims.content(part.from(), part.to());
            for (int i = part.from(); i < part.to(); i++) {
                quoted += p.outside(i) ? 0 : 1;
                own += p.outside(i) && !p.token(i).is("PUNCT") ? 1 : 0;
            }
        }
        claims.name(cue.from(), cue.to());
        if (source != null) {
            claims.name(source.from(), source.to());
        }
        QuoteKind kind = quoted == 0 ? QuoteKind.INDIRECT : own == 0 ? QuoteKind.DIRECT : QuoteKind.MIXED;
        all.add(new Attribution(parts, kind, cue, source, antecedent, method, tie));
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
