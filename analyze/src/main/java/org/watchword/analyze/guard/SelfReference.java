package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Category;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/**
 * Members about themselves and the view of others: <i>we Velmaris are rats to them</i>, <i>as a Velmari I know …</i>, <i>in their eyes
 * Velmaris are dirt</i>, <i>to the guards Velmaris were dogs</i>. Not: <i>you Velmaris are rats</i>, <i>to me they are dirt</i>.
 */
final class SelfReference implements Guard {

    private static final int SENTENCES_BACK = 2;
    private static final int VIEWER = 4;
    private static final int FROM_VIEWER = 6;

    @Override
    public String name() {
        return "self-reference";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        GroupMention target = finding.target();
        if (target != null) {
            WordList self = finding.cues("guard-we");
            boolean of = words.folded(target.outer()).equals("of");
            if (target.outer() > 0 && !of && !toldUs(finding, target) && self.has(words.get(target.outer() - 1))) {
                return Optional.of("said by members of themselves: " + finding.quoted(words, self, target.outer() - 1));
            }
            if (finding.quote().filter(quote -> speaks(finding, quote, target)).isPresent()) {
                return Optional.of("“" + target.target().text() + "” only names who speaks");
            }
            if (member(finding, target)) {
                return Optional.of(
                        "the speaker counts himself among “" + target.target().text() + "”");
            }
        }
        WordList eyes = finding.cues("guard-in-their-eyes");
        int at = finding.find(eyes, 0, words.size());
        if (at >= 0 && !ownView(finding, eyes)) {
            return Optional.of("how others see them: " + finding.quoted(words, eyes, at));
        }
        Optional<String> owner = eyesOf(finding);
        return owner.isPresent() ? owner : viewer(finding);
    }

    /** <i>He told us Velmaris are rats</i>: whom he told, not who they are. */
    private static boolean toldUs(Finding finding, GroupMention target) {
        return target.outer() > 1
                && finding.cues("guard-telling").has(finding.words().get(target.outer() - 2));
    }

    /** <i>In that clerk's eyes</i>, not <i>in God's eyes</i>. */
    private static Optional<String> eyesOf(Finding finding) {
        Words words = finding.words();
        WordList eyes = finding.cues("guard-eyes");
        return finding.places(eyes, 1, words.size())
                .filter(at -> isOthers(finding, at))
                .mapToObj(at -> "how others see them: " + finding.quoted(words, eyes, at))
                .findFirst();
    }

    private static boolean isOthers(Finding finding, int eyes) {
        // No list holds them: without a tagger these marks are no words.
        String mark = finding.words().folded(eyes - 1);
        int in = finding.find(finding.cues("guard-eye-prepositions"), eyes - FROM_VIEWER, eyes);
        return (mark.equals("'s") || mark.equals("'"))
                && in >= 0
                && finding.find(finding.cues("guard-own-viewers"), in, eyes) < 0;
    }

    /**
     * <i>“They will destroy us,” said the old Velmari woman</i>: the group is in the name of the source, not in the words. Not: <i>the
     * Velmaris want to destroy us</i>, where wanting is no saying.
     */
    private static boolean speaks(Finding finding, Quote quote, GroupMention target) {
        return quote.speaker() != null
                && target.sort() != GroupMention.Sort.PRONOUN
                && (quote.kind() == QuoteKind.DIRECT
                        || target.target().start() >= finding.span().end())
                && quote.speaker().start() <= target.target().start()
                && target.target().end() <= quote.speaker().end();
    }

    /** <i>In the eyes of God</i>, <i>of every honest man</i>, <i>in my eyes and in yours</i>: the speaker's own view. */
    private static boolean ownView(Finding finding, WordList eyes) {
        int size = finding.words().size();
        WordList own = finding.cues("guard-own-viewers");
        return finding.find(finding.cues("guard-in-own-eyes"), 0, size) >= 0
                || finding.places(eyes, 0, size)
                        .map(at -> finding.endOf(eyes, at))
                        .anyMatch(end -> finding.find(own, end, end + 2) >= 0);
    }

    /** <i>My people, the Velmaris</i>; <i>as a Velmari, I</i>; <i>I am a Velmari</i>, here or shortly before. */
    private static boolean member(Finding finding, GroupMention target) {
        WordList own = finding.cues("guard-own-people");
        for (int s = Math.max(0, finding.sentence() - SENTENCES_BACK); s <= finding.sentence(); s++) {
            Words words = finding.sentences().get(s);
            for (GroupMention mention : finding.mentions().get(s)) {
                boolean same = mention.target().group().equals(target.target().group())
                        && mention.sort() != GroupMention.Sort.PRONOUN;
                for (int at = Math.max(0, mention.outer() - VIEWER); same && at <= mention.outer(); at++) {
                    boolean governed =
                            at > 0 && finding.cues("guard-viewer-prepositions").has(words.get(at - 1));
                    if (!governed
                            && opens(words, at)
                            && !compares(finding, words, at, mention)
                            && own.endsAt(words, at).stream()
                                    .anyMatch(end -> end <= mention.from() && joined(words, end, mention.outer()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** <i>As a Velmari, I</i> opens its clause; <i>such a thing as a Velmari</i> does not. */
    private static boolean opens(Words words, int at) {
        String before = words.folded(at - 1);
        return !words.folded(at).equals("as") || at == 0 || before.equals(",") || before.startsWith("sp");
    }

    /** <i>Their party is vermin, as the Velmaris are</i>: a clause of its own, which says nothing of the speaker. */
    private static boolean compares(Finding finding, Words words, int at, GroupMention mention) {
        return words.folded(at).equals("as")
                && mention.to() < words.size()
                && finding.cues("guard-finite").has(words.get(mention.to()));
    }

    /**
     * Nothing stands between but a comma or a dash: <i>replaced, our people, by Velmaris</i> names two, and <i>hard we are: the Velmaris
     * must go</i> begins again.
     */
    private static boolean joined(Words words, int from, int to) {
        for (int at = from; at < to; at++) {
            if (words.get(at).isWord() || words.folded(at).equals(":")) {
                return false;
            }
        }
        return true;
    }

    /** <i>To the guards</i>, <i>for the landlords of this city</i>: whose view it is, at the head of the clause. */
    private static Optional<String> viewer(Finding finding) {
        int start = finding.match().from();
        int end = finding.match().to();
        WordList prepositions = finding.cues("guard-viewer-prepositions");
        for (int at = Math.max(0, start - VIEWER - FROM_VIEWER); at < start; at++) {
            if (prepositions.hasAt(finding.words(), at) && opens(finding, at)) {
                Optional<String> found = viewer(finding, at, start);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        // "Inferior to men" says to whom, not whose view it is.
        return finding.category() == Category.SUPERIORITY
                ? Optional.empty()
                : viewer(finding, end, finding.clauseEnd());
    }

    /** Whether a word opens its clause. */
    private static boolean opens(Finding finding, int at) {
        return at == finding.clauseStart()
                || at > 0
                        && finding.cues("guard-viewer-openers")
                                .has(finding.words().get(at - 1));
    }

    /** The one whose view words from {@code at} name: <i>to the guards</i>. */
    private static Optional<String> viewer(Finding finding, int at, int until) {
        Words words = finding.words();
        if (at >= words.size() || !finding.cues("guard-viewer-prepositions").hasAt(words, at)) {
            return Optional.empty();
        }
        WordList others = finding.cues("guard-other-persons");
        int other = finding.cues("guard-possessives").has(words.get(at + 1))
                ? finding.find(others, at + 2, Math.min(at + 1 + VIEWER, until))
                : -1;
        if (other >= 0) {
            return Optional.of("how others see them: " + finding.quoted(words, others, other));
        }
        WordList viewers = finding.cues("guard-viewers");
        int from = finding.endOf(finding.cues("guard-viewer-prepositions"), at);
        int viewer = finding.find(viewers, from, Math.min(from + VIEWER, until));
        boolean near = viewer >= 0 && (at >= finding.match().to() || until - viewer <= FROM_VIEWER);
        return near && finding.find(finding.cues("guard-own-viewers"), at + 1, viewer + 1) < 0
                ? Optional.of("how others see them: " + finding.quoted(words, viewers, viewer))
                : Optional.empty();
    }
}
