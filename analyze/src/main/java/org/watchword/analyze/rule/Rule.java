package org.watchword.analyze.rule;

import java.util.List;
import org.watchword.analyze.guard.Guard;
import org.watchword.analyze.pattern.Pattern;
import org.watchword.model.Category;
import org.watchword.model.Severity;

/**
 * One rule of a pack.
 *
 * @param id unique among all packs
 * @param category what a match indicates
 * @param severity how grave its author holds such words to be
 * @param status how far it has been proven
 * @param description what it finds, one sentence
 * @param references where it comes from
 * @param author who answers for it
 * @param date when it was last changed, ISO 8601
 * @param patterns any of them matches
 * @param guards what may lower its matches
 * @param examples what it must and must not find
 * @param falsePositives known cases in which it errs
 * @param namesGroup id of the group that the words themselves name (a slur, a code word); empty when a slot of the pattern finds the group
 * @param about where the group is named that the words are said of
 * @param passage what else must, and must not, be said beside a match
 */
public record Rule(
        String id,
        Category category,
        Severity severity,
        RuleStatus status,
        String description,
        List<String> references,
        String author,
        String date,
        List<Pattern> patterns,
        List<Guard> guards,
        List<RuleExample> examples,
        List<String> falsePositives,
        String namesGroup,
        About about,
        Passage passage) {

    public Rule {
        references = List.copyOf(references);
        patterns = List.copyOf(patterns);
        guards = List.copyOf(guards);
        examples = List.copyOf(examples);
        falsePositives = List.copyOf(falsePositives);
    }
}
