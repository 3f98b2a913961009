package org.watchword.analyze.entity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.name.NameModel;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

/** Names by a learned model, by gazetteer, by shape and by the document's own consistency. English; other languages get none. Immutable. */
public final class NameFinder implements EntityFinder {

    private final Gazetteer gazetteer;
    private final LearnedNames learned;
    private final Aliases aliases;

    public NameFinder(Gazetteer gazetteer, NameModel model, Aliases aliases) {
        this.gazetteer = gazetteer;
        this.aliases = aliases;
        learned = new LearnedNames(model, gazetteer);
    }

    /** @param languagesFolder holds one folder per language tag, of which {@code en/*.tsv} are read, and {@code aliases.yaml} */
    public static NameFinder load(Path languagesFolder) {
        return new NameFinder(
                Gazetteer.load(languagesFolder.resolve("en")),
                NameModel.load(NameModel.ENGLISH),
                Aliases.load(languagesFolder));
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
        List<Candidate> joined = learned.join(text, sentences, candidates);
        List<Entity> found = new ArrayList<>();
        for (Candidate c : DocumentAgreement.reach(joined, sentences, gazetteer)) {
            EntityType type = c.type();
            if (type != null) {
                found.add(new Entity(c.start(), c.end(), type, text.substring(c.start(), c.end())));
            }
        }
        return named(text, found);
    }

    /** Gives each mention the name it stands for, where that is another than its words. */
    private List<Entity> named(String text, List<Entity> entities) {
        PersonNames persons = PersonNames.of(text, entities, gazetteer);
        List<Entity> named = new ArrayList<>(entities.size());
        for (Entity e : entities) {
            String full = e.type() == EntityType.PERSON ? persons.fullest(e.text()) : e.text();
            String name = aliases.name(full);
            named.add(name.equals(e.text()) ? e : new Entity(e.start(), e.end(), e.type(), e.text(), name));
        }
        return named;
    }
}
