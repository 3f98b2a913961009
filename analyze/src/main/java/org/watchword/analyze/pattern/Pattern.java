package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A compiled pattern. Immutable. */
public final class Pattern {

    private final String source;
    private final List<Instruction> program;
    private final Necessary necessary;

    Pattern(String source, Element root) {
        this.source = source;
        this.program = Instruction.compile(root);
        this.necessary = Necessary.of(root);
    }

    /** As written. */
    public String source() {
        return source;
    }

    /** What a sentence must hold for the pattern to match. */
    public Necessary necessary() {
        return necessary;
    }

    /** The matches in a sentence from left to right; they do not overlap. */
    public List<Match> matches(SentenceView sentence) {
        List<Match> matches = new ArrayList<>(0);
        int at = 0;
        while (at < sentence.words().size()) {
            Optional<Match> match = matchAt(sentence, at);
            if (match.isPresent()) {
                matches.add(match.get());
            }
            at = match.map(Match::to).orElse(at + 1);
        }
        return matches;
    }

    private Optional<Match> matchAt(SentenceView sentence, int at) {
        Run run = new Run(program, sentence);
        int end = run.from(at);
        return end > at ? Optional.of(new Match(at, end, run.groups(), run.captures())) : Optional.empty();
    }

    @Override
    public String toString() {
        return source;
    }
}
