package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/** Questions, suppositions, satire, fiction and scripture: for a human to read. */
final class Hypothetical implements Guard {

    @Override
    public String name() {
        return "hypothetical";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        for (int at = finding.match().from(); at < words.size(); at++) {
            String mark = words.folded(at);
            boolean armenian = words.get(at).surface().indexOf('՞') >= 0;
            boolean after = at >= finding.match().to();
            if (armenian || after && (mark.equals("?") || mark.equals("؟"))) {
                return Optional.of("it is a question");
            }
        }
        WordList suppose = finding.cues("guard-suppose");
        int at = finding.findGoverning(
                suppose, finding.clauseStart(), finding.match().from() + 1);
        if (at >= 0) {
            return Optional.of("supposed: " + finding.quoted(words, suppose, at));
        }
        WordList imagined = finding.cues("guard-imagined");
        at = finding.find(imagined, 0, finding.match().from() + 1);
        if (at >= 0) {
            return Optional.of("supposed: " + finding.quoted(words, imagined, at));
        }
        WordList fiction = finding.cues("guard-fiction");
        at = finding.find(fiction, 0, finding.clauseEnd());
        if (at >= 0) {
            return fiction(finding, words, fiction, at);
        }
        WordList frame = finding.cues("guard-fiction-frame");
        int first = Math.max(0, finding.sentence() - 1);
        int last = Math.min(finding.sentences().size() - 1, finding.sentence() + 1);
        for (int s = first; s <= last; s++) {
            Words near = finding.sentences().get(s);
            at = Finding.find(near, frame, 0, near.size());
            if (at >= 0) {
                return fiction(finding, near, frame, at);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fiction(Finding finding, Words words, WordList list, int at) {
        return Optional.of("fiction, satire or scripture: " + finding.quoted(words, list, at));
    }
}
