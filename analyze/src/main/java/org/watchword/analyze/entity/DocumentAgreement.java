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
    /** "Rita" where the document has "Hurricane Rita". */
    private final Set<String> storms = new HashSet<>();

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
            if (NameBounds.STORM.matcher(candidate.name()).matches()) {
                storms.add(surname(candidate.name()));
            }
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
        if (storms.contains(name)) {
            return null;
        }
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

    /** Names found in one place and overlooked in another, and surnames of persons named in full. */
    private void addMissing(List<Sentence> sentences, List<Candidate> agreed) {
        Map<String, List<Candidate>> known = known(agreed);
        List<Candidate> missing = new ArrayList<>();
        int next = 0;
        for (Sentence sentence : sentences) {
            List<Token> tokens = sentence.tokens();
            int i = 0;
            while (i < tokens.size()) {
                Token token = tokens.get(i);
                while (next < agreed.size() && agreed.get(next).end() <= token.start()) {
                    next++;
                }
                int free = next < agreed.size() ? agreed.get(next).start() : Integer.MAX_VALUE;
                Candidate found = free < token.end() ? null : missing(tokens, i, free, known);
                if (found != null) {
                    missing.add(found);
                }
                int end = found == null ? token.end() : found.end();
                while (i < tokens.size() && tokens.get(i).start() < end) {
                    i++;
                }
            }
        }
        if (!missing.isEmpty()) {
            agreed.addAll(missing);
            agreed.sort(Comparator.comparingInt(Candidate::start));
        }
    }

    /** The names that are the same wherever they stand, by their first word. */
    private Map<String, List<Candidate>> known(List<Candidate> agreed) {
        Map<String, List<Candidate>> known = new HashMap<>();
        for (Candidate c : agreed) {
            if (c.type() != null) {
                int space = c.name().indexOf(' ');
                String first = space < 0 ? c.name() : c.name().substring(0, space);
                List<Candidate> same = known.computeIfAbsent(first, f -> new ArrayList<>());
                if (same.stream().noneMatch(s -> s.name().equals(c.name()))) {
                    same.add(c);
                }
            }
        }
        return known;
    }

    private @Nullable Candidate missing(List<Token> tokens, int i, int free, Map<String, List<Candidate>> known) {
        Token first = tokens.get(i);
        Candidate longest = null;
        for (Candidate name : known.getOrDefault(first.surface(), List.of())) {
            int end = end(tokens, i, name.name());
            // One word at the head of a sentence has its capital from there.
            boolean told = name.name().indexOf(' ') > 0
                    || i > 0 && Character.isUpperCase(first.surface().charAt(0));
            if (told && end > 0 && end <= free && (longest == null || end > longest.end())) {
                longest = new Candidate(first.start(), end, name.name(), name.type(), false);
            }
        }
        if (longest == null && surnames.contains(first.surface()) && !isOther(first.surface())) {
            return new Candidate(first.start(), first.end(), first.surface(), EntityType.PERSON, false);
        }
        return longest;
    }

    /** Where a name ends that begins at word {@code i}; -1 when other words stand there. */
    private static int end(List<Token> tokens, int i, String name) {
        int at = 0;
        for (int j = i; j < tokens.size(); j++) {
            Token token = tokens.get(j);
            if (j > i && token.start() > tokens.get(j - 1).end()) {
                if (at >= name.length() || name.charAt(at) != ' ') {
                    return -1;
                }
                at++;
            }
            if (!name.startsWith(token.surface(), at)) {
                return -1;
            }
            at += token.surface().length();
            if (at == name.length()) {
                return token.end();
            }
        }
        return -1;
    }

    private static String surname(String name) {
        int space = name.lastIndexOf(' ');
        String last = name.substring(space + 1);
        return AFTER_SURNAME.contains(last) && space > 0 ? surname(name.substring(0, space)) : last;
    }
}
