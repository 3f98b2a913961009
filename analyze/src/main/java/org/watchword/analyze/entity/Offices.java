package org.watchword.analyze.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

/** The offices of the persons of one document, as the document gives them first. Immutable once built. */
public final class Offices {

    private final Map<String, Office> byName = new HashMap<>();

    private Offices() {}

    /** Gathers what the text says beside the names of persons. */
    public static Offices of(AnnotatedText text, Gazetteer gazetteer) {
        Offices offices = new Offices();
        List<Entity> entities = text.entities();
        int next = 0;
        for (Sentence sentence : text.sentences()) {
            List<Entity> here = new ArrayList<>();
            while (next < entities.size() && entities.get(next).start() < sentence.end()) {
                here.add(entities.get(next++));
            }
            if (here.stream().anyMatch(e -> e.type() == EntityType.PERSON)) {
                OfficeReader reader = new OfficeReader(text.text(), sentence.tokens(), here, gazetteer);
                for (Entity e : here) {
                    Office office = e.type() == EntityType.PERSON ? reader.read(e) : null;
                    if (office != null) {
                        offices.byName.merge(e.fullName(), office, Offices::fuller);
                    }
                }
            }
        }
        return offices;
    }

    /** The first office stays; a country is taken over from a later mention of the same office. */
    private static Office fuller(Office first, Office later) {
        boolean same = first.title().equalsIgnoreCase(later.title());
        return first.country() == null && same ? later : first;
    }

    /** The office of a person by full name; empty when the text gives none. */
    public Optional<Office> of(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }
}
