package org.watchword.analyze.guard;

import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;

/** Tells a reader by which words, in which sentence, a group was named that a flag's own words leave unnamed. */
final class Resolved {

    private Resolved() {}

    static String reason(Finding finding, GroupMention target) {
        Words words = finding.words();
        int here = finding.sentence();
        int pronoun = target.target().start();
        boolean inside = words.size() > 0
                && pronoun >= words.get(0).start()
                && pronoun < words.get(words.size() - 1).end();
        if (!inside) {
            boolean after = pronoun >= words.get(words.size() - 1).end();
            return "about “" + target.target().text() + "”, the only group named in the sentence "
                    + (after ? "after" : "before");
        }
        String of = "“" + target.target().text() + "” = ";
        for (int s = here; s >= 0; s--) {
            GroupMention named = null;
            for (GroupMention mention : finding.mentions().get(s)) {
                boolean name = mention.sort() == GroupMention.Sort.NAME || mention.sort() == GroupMention.Sort.MEMBER;
                if (name
                        && mention.target().start() < pronoun
                        && mention.target().group().equals(target.target().group())) {
                    named = mention;
                }
            }
            if (named != null) {
                return of + "“" + named.target().text() + "”, named "
                        + (s == here
                                ? "in the same sentence"
                                : here - s == 1 ? "in the sentence before" : "two sentences before");
            }
        }
        return of + target.target().group();
    }
}
