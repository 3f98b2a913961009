package org.watchword.analyze.entity;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.name.FoundName;
import org.watchword.analyze.name.NameModel;
import org.watchword.analyze.name.NameTagger;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.EntityType;

/** Puts what a model has learned together with what lists and shapes tell. Immutable. */
final class LearnedNames {

    private final NameModel model;
    private final Gazetteer gazetteer;

    LearnedNames(NameModel model, Gazetteer gazetteer) {
        this.model = model;
        this.gazetteer = gazetteer;
    }

    /**
     * The names of a document in order of start, not overlapping.
     *
     * @param read what lists and shapes tell; counts where the model finds nothing and the place itself tells the type
     */
    List<Candidate> join(String text, List<Sentence> sentences, List<Candidate> read) {
        List<Candidate> joined = new ArrayList<>();
        int next = 0;
        for (FoundName found : new NameTagger(model).find(sentences)) {
            Candidate learned = plain(text, found);
            while (next < read.size() && read.get(next).end() <= learned.start()) {
                addSure(read.get(next++), joined);
            }
            int overlapping = next;
            while (next < read.size() && read.get(next).start() < learned.end()) {
                next++;
            }
            joined.add(listed(learned, read.subList(overlapping, next)));
        }
        while (next < read.size()) {
            addSure(read.get(next++), joined);
        }
        return joined;
    }

    private static void addSure(Candidate candidate, List<Candidate> into) {
        if (candidate.sure() && candidate.type() != null) {
            into.add(candidate);
        }
    }

    /** A title before a person is no part of the name. */
    private Candidate plain(String text, FoundName found) {
        int start = found.start();
        if (found.type() == EntityType.PERSON) {
            for (int space = text.indexOf(' ', start);
                    space > 0 && space < found.end();
                    space = text.indexOf(' ', start)) {
                if (!gazetteer.isTitle(text.substring(start, space))) {
                    break;
                }
                start = space + 1;
            }
        }
        String name = String.join(" ", text.substring(start, found.end()).split("\\s+"));
        return new Candidate(start, found.end(), name, found.type(), false);
    }

    /** A listed kind of people or place is what its list says, unless it is part of something longer. */
    private Candidate listed(Candidate learned, List<Candidate> read) {
        for (Candidate candidate : read) {
            boolean same = candidate.start() == learned.start() && candidate.end() == learned.end();
            EntityType listed = same ? gazetteer.type(candidate.name()).orElse(null) : null;
            boolean clear = listed == EntityType.GROUP
                    || listed == EntityType.LOCATION
                            && (candidate.name().indexOf(' ') > 0 || gazetteer.isCountry(candidate.name()));
            if (clear) {
                return learned.as(listed);
            }
        }
        return learned;
    }
}
