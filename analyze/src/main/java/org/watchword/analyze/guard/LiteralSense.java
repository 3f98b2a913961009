package org.watchword.analyze.guard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.model.Category;

/**
 * Real animals, diseases, products and games: <i>dog handlers</i>, <i>the infected were tested in the clinic</i>, <i>in the cup final
 * they are the Wolves</i>. Of a group that is called rats no clinic and no zoo in the sentence makes literal rats: there the words of a
 * field count only beside a state that people can be in, or as the stage on which somebody plays a part.
 */
final class LiteralSense implements Guard {

    private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");

    private static final int STAGE_REACH = 5;
    /** Words between whom one will beat and the day. */
    private static final int FIXTURE_REACH = 4;
    /** Words between a negator and the stage it denies: <i>no football match</i>. */
    private static final int OPENING = 2;

    @Override
    public String name() {
        return "literal";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        int end = finding.match().to();
        Optional<String> other = OtherSubject.lowers(finding);
        if (other.isPresent()) {
            return other;
        }
        WordList heads = finding.cues("guard-literal-heads");
        if (end < words.size() && heads.hasAt(words, end)) {
            Word next = words.get(end);
            return Optional.of("the words go on to “" + next.surface() + "”: not said of the group");
        }
        if (team(finding)) {
            return Optional.of("a name: “" + words.get(end - 1).surface() + "”");
        }
        Optional<String> contest = contest(finding);
        if (contest.isPresent()) {
            return contest;
        }
        Optional<String> year = year(finding);
        if (year.isPresent()) {
            return year;
        }
        Optional<String> species = species(finding);
        if (species.isPresent()) {
            return species;
        }
        if (finding.category() == Category.THREAT_VEILED) {
            WordList topics = finding.cues("guard-topics");
            int topic = finding.find(topics, 0, words.size());
            if (topic >= 0) {
                return Optional.of("what may come is said: " + finding.quoted(words, topics, topic));
            }
        }
        Optional<String> stage = stage(finding);
        if (stage.isPresent()) {
            return stage;
        }
        int from = finding.match().from();
        WordList fields = finding.cues("guard-literal-fields");
        if (finding.seesClauses()
                && finding.target() != null
                && finding.find(finding.cues("guard-literal-states"), from, end) < 0) {
            return Optional.empty();
        }
        int at = finding.find(fields, 0, from);
        if (at < 0) {
            at = finding.find(fields, end, words.size());
        }
        return at < 0 ? Optional.empty() : Optional.of("a literal sense is near: " + finding.quoted(words, fields, at));
    }

    /** <i>The Velmari plague of 1720</i>: an event that has a year. */
    private static Optional<String> year(Finding finding) {
        Words words = finding.words();
        int of = finding.match().to();
        boolean dated = Questions.nominal(finding)
                && !pointed(finding)
                && of + 1 < words.size()
                && finding.cues("guard-year-prepositions").has(words.get(of))
                && YEAR.matcher(words.folded(of + 1)).matches();
        return dated ? Optional.of("an event of the year " + words.folded(of + 1)) : Optional.empty();
    }

    /** <i>These Velmari rats</i>: somebody points at people. */
    private static boolean pointed(Finding finding) {
        GroupMention target = finding.target();
        return target != null
                && finding.find(finding.cues("guard-pointing"), Math.max(0, target.outer() - 2), target.from()) >= 0;
    }

    /**
     * <i>German cockroaches are killed with bait gel</i>: animals named after a land, where their science or their trade is near. Not
     * <i>these German cockroaches</i>, at whom somebody points.
     */
    private static Optional<String> species(Finding finding) {
        Words words = finding.words();
        GroupMention target = finding.target();
        int end = finding.match().to();
        if (target == null
                || target.to() != end - 1
                || !Questions.nominal(finding)
                || !finding.category().id().startsWith("dehumanization.")
                || pointed(finding)) {
            return Optional.empty();
        }
        WordList biology = finding.cues("guard-biology");
        int at = finding.find(biology, 0, finding.match().from());
        at = at < 0 ? finding.find(biology, end, words.size()) : at;
        return at < 0 ? Optional.empty() : Optional.of("an animal of that name: " + finding.quoted(words, biology, at));
    }

    /**
     * <i>The Wolves</i>, <i>the Rats</i>: a capital within the sentence, after an article, is a name; but the Devil is the devil. After
     * the group's own name only where a game is near: <i>the Velmari Devils won the derby</i>.
     */
    private static boolean team(Finding finding) {
        Words words = finding.words();
        int last = finding.match().to() - 1;
        GroupMention target = finding.target();
        String surface = words.get(last).surface();
        if (target == null
                || target.to() > last
                || !words.get(last).capital()
                || finding.mentions().get(finding.sentence()).stream()
                        .anyMatch(mention -> mention.from() <= last && last < mention.to())
                || surface.codePoints().noneMatch(Character::isLowerCase)) {
            return false;
        }
        return target.to() == last
                ? finding.find(finding.cues("guard-literal-fields"), 0, words.size()) >= 0
                : words.folded(last - 1).equals("the")
                        && finding.category().id().startsWith("dehumanization.")
                        && finding.category() != Category.DEHUMANIZATION_DEMON;
    }

    /** <i>We will crush the Velmaris in the cup</i>: a contest of sport or votes. */
    private static Optional<String> contest(Finding finding) {
        Words words = finding.words();
        Match match = finding.match();
        WordList contests = finding.cues("guard-contests");
        if (finding.find(finding.cues("guard-contest-verbs"), match.from(), match.to()) < 0) {
            return Optional.empty();
        }
        int at = finding.find(contests, 0, words.size());
        return at < 0
                ? fixture(finding)
                : Optional.of("a contest, not violence: " + finding.quoted(words, contests, at));
    }

    /** <i>We will beat the Velmaris on Saturday</i>: of verbs that seldom mean a body, a weekday is enough. */
    private static Optional<String> fixture(Finding finding) {
        Match match = finding.match();
        WordList days = finding.cues("guard-fixture-days");
        int day = finding.find(days, match.from(), match.to() + FIXTURE_REACH);
        return day < 0 || finding.find(finding.cues("guard-fixture-verbs"), match.from(), match.to()) < 0
                ? Optional.empty()
                : Optional.of("a contest, not violence: " + finding.quoted(finding.words(), days, day));
    }

    /** <i>In the children's play</i>, <i>on the chessboard</i>, <i>at the carnival</i>: where one plays a part. */
    private static Optional<String> stage(Finding finding) {
        Words words = finding.words();
        if (Questions.nominal(finding) && pointed(finding)) {
            return Optional.empty();
        }
        WordList stages = finding.cues("guard-stages");
        WordList prepositions = finding.cues("guard-stage-prepositions");
        int end = finding.clauseEnd();
        for (int at = finding.find(stages, finding.scopeStart(), end);
                at >= 0;
                at = finding.find(stages, at + 1, end)) {
            boolean inside =
                    at >= finding.match().from() && at < finding.match().to();
            if (!inside
                    && opened(finding, prepositions, at)
                    && !finding.cues("guard-figurative").has(words.get(Math.min(at + 1, words.size() - 1)))
                    && !finding.denied(at, OPENING)
                    && !coordinated(finding, at)) {
                return Optional.of("a part that is played: " + finding.quoted(words, stages, at));
            }
        }
        return Optional.empty();
    }

    /** The nearest preposition before the word is one of place: not <i>at the door of the stadium</i>. */
    private static boolean opened(Finding finding, WordList prepositions, int at) {
        for (int back = at - 1; back >= Math.max(0, at - STAGE_REACH); back--) {
            Word word = finding.words().get(back);
            if (prepositions.has(word)) {
                return true;
            }
            if (finding.cues("guard-prepositions").has(word)) {
                return false;
            }
        }
        return false;
    }

    /** The word stands in another clause: <i>they are dogs, and we were at the match</i>. */
    private static boolean coordinated(Finding finding, int at) {
        for (int between = finding.match().to(); between < at; between++) {
            if (finding.words().folded(between).equals(",")
                    || finding.words().folded(between).equals("and")) {
                return true;
            }
        }
        return false;
    }
}
