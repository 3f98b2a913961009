package org.watchword.analyze.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.EntityType;

/**
 * Makes the names of one document agree: who is named in full once is known by surname, a surname is no place there, and a name has
 * the type it has most often. A place seen once inside another kind of name stays what it is.
 */
final class DocumentAgreement {

    /** What the place itself tells counts more than a guess. */
    private static final int SURE = 3;

    private static final Set<String> AFTER_SURNAME = Set.of("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV");

    private final Gazetteer gazetteer;
    private final Set<String> surnames = new HashSet<>();
    private final Map<String, Map<EntityType, Integer>> votes = new HashMap<>();

    private DocumentAgreement(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The candidates with types that agree, and the names the others prove, in order of start. */
    static List<Candidate> reach(List<Candidate> candidates, List<Sentence> sentences, Gazetteer gazetteer) {
        DocumentAgreement agreement = new DocumentAgreement(gazetteer);
        candidates.forEach(agreement::vote);
        List<Candidate> agreed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            agreed.add(candidate.as(agreement.type(candidate)));
        }
        agreement.addMissing(sentences, agreed);
        return agreed;
    }

    private void vote(Candidate candidate) {
        EntityType type = candidate.type();
        if (type == null) {
            return;
        }
        votes.computeIfAbsent(candidate.name(), n -> new EnumMap<>(EntityType.class))
                .merge(type, candidate.sure() ? SURE : 1, Integer::sum);
        if (type == EntityType.PERSON && candidate.name().indexOf(' ') > 0) {
            surnames.add(surname(candidate.name()));
        }
    }

    private @Nullable EntityType type(Candidate candidate) {
        String name = candidate.name();
        if (surnames.contains(name) && !isOther(name)) {
            return EntityType.PERSON;
        }
        return candidate.sure() ? candidate.type() : most(name, candidate.type());
    }

    private @Nullable EntityType most(String name, @Nullable EntityType own) {
        EntityType best = own;
        int most = own == null ? 0 : votes.getOrDefault(name, Map.of()).getOrDefault(own, 0);
        for (Map.Entry<EntityType, Integer> vote :
                votes.getOrDefault(name, Map.of()).entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }

    /** A surname that is a country or a people as well proves nothing. */
    private boolean isOther(String name) {
        EntityType listed = gazetteer.type(name).orElse(null);
        return listed == EntityType.GROUP || listed == EntityType.LOCATION && gazetteer.isCountry(name);
    }

    private void addMissing(List<Sentence> sentences, List<Candidate> agreed) {
        List<Candidate> missing = new ArrayList<>();
        int next = 0;
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                while (next < agreed.size() && agreed.get(next).end() <= token.start()) {
                    next++;
                }
                boolean covered = next < agreed.size() && agreed.get(next).start() < token.end();
                if (!covered && surnames.contains(token.surface()) && !isOther(token.surface())) {
                    missing.add(new Candidate(token.start(), token.end(), token.surface(), EntityType.PERSON, false));
                }
            }
        }
        if (!missing.isEmpty()) {
            agreed.addAll(missing);
            agreed.sort(Comparator.comparingInt(Candidate::start));
        }
    }

    private static String surname(String name) {
        int space = name.lastIndexOf(' ');
        String last = name.substring(space + 1);
        return AFTER_SURNAME.contains(last) && space > 0 ? surname(name.substring(0, space)) : last;
    }
}
