package org.watchword.analyze.entity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

/** Names by gazetteer, by shape and by the document's own consistency. English; other languages get none. Immutable. */
public final class NameFinder implements EntityFinder {

    private final Gazetteer gazetteer;

    public NameFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** @param languagesFolder holds one folder per language tag; {@code en/*.tsv} are read */
    public static NameFinder load(Path languagesFolder) {
        return new NameFinder(Gazetteer.load(languagesFolder.resolve("en")));
    }

    /** The names the finder was built with. */
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    @Override
    public List<Entity> find(String text, String language, List<Sentence> sentences) {
        if (!language.equals("en")) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        CandidateReader reader = new CandidateReader(gazetteer);
        for (Sentence sentence : sentences) {
            reader.read(sentence, candidates);
        }
        agree(candidates);
        List<Entity> found = new ArrayList<>();
        for (Candidate c : candidates) {
            EntityType type = c.type();
            if (type != null) {
                found.add(new Entity(c.start(), c.end(), type, text.substring(c.start(), c.end())));
            }
        }
        return found;
    }

    /** Whoever is known by full name is known by surname; a name sure in one place has the same type in the others. */
    private void agree(List<Candidate> candidates) {
        Set<String> surnames = new HashSet<>();
        Map<String, EntityType> sure = new HashMap<>();
        for (Candidate c : candidates) {
            if (c.sure() && c.type() != null) {
                sure.putIfAbsent(c.name(), c.type());
                if (c.type() == EntityType.PERSON) {
                    surnames.add(c.name().substring(c.name().lastIndexOf(' ') + 1));
                }
            }
        }
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            boolean single = c.name().indexOf(' ') < 0;
            if (single
                    && surnames.contains(c.name())
                    && gazetteer.type(c.name()).orElse(null) != EntityType.GROUP) {
                candidates.set(i, c.as(EntityType.PERSON));
            } else if (!c.sure() && sure.containsKey(c.name())) {
                candidates.set(i, c.as(sure.get(c.name())));
            }
        }
    }
}
