package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Span;

/** A pattern read from its text. Immutable. */
final class CompiledPattern implements Pattern {

    private final String source;
    private final Program program;
    private final Necessary necessary;

    CompiledPattern(String source, Element root) {
        this.source = source;
        this.program = Program.of(root);
        this.necessary = Necessary.of(root);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Necessary necessary() {
        return necessary;
    }

    Program program() {
        return program;
    }

    @Override
    public List<Match> matches(SentenceView sentence) {
        if (program.isLine()) {
            return lines(sentence);
        }
        List<Match> matches = List.of();
        Run run = null;
        int at = 0;
        while (at < sentence.words().size()) {
            if (!program.mayStart(sentence, at)) {
                at++;
                continue;
            }
            run = run == null ? new Run(program, sentence, Progress.NONE) : run;
            int end = run.from(at);
            if (end > at) {
                matches = matches.isEmpty() ? new ArrayList<>(1) : matches;
                matches.add(new Match(at, end, run.groups(), run.captures()));
                at = end;
            } else {
                at++;
            }
        }
        return matches;
    }

    private List<Match> lines(SentenceView sentence) {
        Words words = sentence.words();
        List<Match> matches = List.of();
        int at = 0;
        while (at < words.size()) {
            int end = program.mayStart(sentence, at) ? program.endOfLine(words, at) : -1;
            if (end < 0) {
                at++;
                continue;
            }
            matches = matches.isEmpty() ? new ArrayList<>(1) : matches;
            matches.add(new Match(at, end, List.of(), Map.of()));
            at = end;
        }
        return matches;
    }

    @Override
    public Optional<Stop> farthest(SentenceView sentence) {
        Farthest farthest = new Farthest();
        for (int at = 0; at < sentence.words().size(); at++) {
            farthest.start = at;
            new Run(program, sentence, farthest).from(at);
        }
        return farthest.words > 0
                ? Optional.of(new Stop(farthest.from, farthest.from + farthest.words, farthest.part.in(source)))
                : Optional.empty();
    }

    /** Of parts that were expected before the same word, the last one is what could not be left out. */
    private static final class Farthest implements Progress {

        private int start;
        private int from;
        private int words;
        private Span part = new Span(0, 0);

        @Override
        public void stopped(Span expected, int at) {
            int taken = at - start;
            if (taken > words || (taken == words && expected.start() > part.start())) {
                from = start;
                words = taken;
                part = expected;
            }
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
