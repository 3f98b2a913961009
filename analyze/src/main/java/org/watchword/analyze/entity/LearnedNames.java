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
    private final NameBounds bounds;

    LearnedNames(NameModel model, Gazetteer gazetteer) {
        this.model = model;
        bounds = new NameBounds(gazetteer);
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
        int covered = 0;
        List<FoundName> all = new NameTagger(model).find(sentences);
        for (int i = 0; i < all.size(); i++) {
            Candidate learned = plain(text, all.get(i));
            if (learned.end() <= covered) {
                continue;
            }
            while (next < read.size() && read.get(next).end() <= learned.start()) {
                addSure(read.get(next++), joined);
            }
            if (next < read.size() && read.get(next).start() < learned.end() && isWhole(read.get(next), all, i)) {
                covered = read.get(next).end();
                joined.add(read.get(next++));
                continue;
            }
            int overlapping = next;
            while (next < read.size() && read.get(next).start() < learned.end()) {
                next++;
            }
            covered = learned.end();
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

    private Candidate plain(String text, FoundName found) {
        String name =
                String.join(" ", text.substring(found.start(), found.end()).split("\\s+"));
        return bounds.settle(new Candidate(found.start(), found.end(), name, found.type(), false), text);
    }

    /** A listed name of several words, of which the model has found pieces: "Bosnia and Herzegovina". */
    private boolean isWhole(Candidate listed, List<FoundName> found, int first) {
        if (listed.name().indexOf(' ') < 0 || gazetteer.type(listed.name()).isEmpty()) {
            return false;
        }
        int i = first;
        while (i < found.size() && found.get(i).start() < listed.end()) {
            if (found.get(i).start() < listed.start() || found.get(i).end() > listed.end()) {
                return false;
            }
            i++;
        }
        return true;
    }

    /** A listed kind of people or place is what its list says, unless it is part of something longer. */
    private Candidate listed(Candidate learned, List<Candidate> read) {
        for (Candidate candidate : read) {
            boolean same = candidate.start() == learned.start() && candidate.end() == learned.end();
            EntityType listed = same ? gazetteer.type(candidate.name()).orElse(null) : null;
            boolean clear = listed == EntityType.GROUP
                    || listed == EntityType.LOCATION
                            && (candidate.name().indexOf(' ') > 0
                                    || gazetteer.isCountry(candidate.name())
                                    || learned.type() == EntityType.PERSON && !gazetteer.isGivenName(candidate.name()));
            if (clear) {
                return learned.as(listed);
            }
        }
        return learned;
    }
}
