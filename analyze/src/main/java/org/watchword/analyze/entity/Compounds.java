package org.watchword.analyze.entity;

import java.util.List;
import java.util.Optional;
import org.watchword.analyze.text.Token;
import org.watchword.model.EntityType;

/** Names inside hyphenated words: "Oslo-based", "Swiss-owned", "US-Swiss", "Italian-American". Immutable. */
final class Compounds {

    private final Gazetteer gazetteer;

    Compounds(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A found name without the small word that is tied to its end: "Ostrava Minor-based". */
    Candidate cut(Candidate name) {
        int hyphen = name.name().indexOf('-', name.name().lastIndexOf(' ') + 1);
        if (hyphen < 2 || !isSmall(name.name(), hyphen + 1)) {
            return name;
        }
        int tied = name.name().length() - hyphen;
        String rest = name.name().substring(0, hyphen);
        EntityType type = gazetteer.type(rest).orElse(name.type());
        return new Candidate(name.start(), name.end() - tied, rest, type, name.sure());
    }

    /** Adds the listed names a hyphenated word is made of; answers whether there are any. */
    boolean read(Token token, List<Candidate> into) {
        String word = token.surface();
        int hyphen = word.indexOf('-');
        if (hyphen < 2 || !Character.isUpperCase(word.charAt(0))) {
            return false;
        }
        Optional<EntityType> first = gazetteer.type(word.substring(0, hyphen));
        if (first.isEmpty()) {
            return false;
        }
        if (isSmall(word, hyphen + 1)) {
            into.add(candidate(token, 0, hyphen, first.get()));
            return true;
        }
        Optional<EntityType> second = gazetteer.type(word.substring(hyphen + 1));
        if (second.isEmpty()) {
            return false;
        }
        if (first.equals(second) && first.get() == EntityType.GROUP) {
            into.add(candidate(token, 0, word.length(), EntityType.GROUP));
        } else {
            into.add(candidate(token, 0, hyphen, first.get()));
            into.add(candidate(token, hyphen + 1, word.length(), second.get()));
        }
        return true;
    }

    private static Candidate candidate(Token token, int from, int to, EntityType type) {
        return new Candidate(
                token.start() + from, token.start() + to, token.surface().substring(from, to), type, true);
    }

    private static boolean isSmall(String word, int from) {
        for (int i = from; i < word.length(); i++) {
            if (!Character.isLowerCase(word.charAt(i)) && word.charAt(i) != '-') {
                return false;
            }
        }
        return from + 2 < word.length();
    }
}
