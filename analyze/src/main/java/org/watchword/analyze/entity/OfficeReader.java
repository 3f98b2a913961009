package org.watchword.analyze.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.Gazetteer.Kind;
import org.watchword.analyze.text.Token;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;
import org.watchword.model.LowerCase;

/**
 * Reads the office beside a person's name: <i>Foreign Minister Ada Renn</i>, <i>Marenthia's president, Orlan Tesk</i>, <i>Ada Renn, the
 * foreign minister of Marenthia</i>. Belongs to one sentence.
 */
final class OfficeReader {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "our", "his", "her");
    private static final Set<String> OF = Set.of("of", "for", "to", "at", "in");

    private final String text;
    private final List<Token> tokens;
    private final List<Entity> entities;
    private final Gazetteer gazetteer;

    /** @param entities the names of the sentence */
    OfficeReader(String text, List<Token> tokens, List<Entity> entities, Gazetteer gazetteer) {
        this.text = text;
        this.tokens = tokens;
        this.entities = entities;
        this.gazetteer = gazetteer;
    }

    /** What the words beside the person say; null when they say nothing. */
    @Nullable
    Office read(Entity person) {
        int from = tokenAt(person.start());
        int to = from;
        while (to < tokens.size() && tokens.get(to).start() < person.end()) {
            to++;
        }
        Office before = before(from);
        return before == null ? after(to) : before;
    }

    private @Nullable Office before(int name) {
        int end = name;
        boolean comma = end > 0 && is(end - 1, ",");
        if (comma) {
            end--;
        }
        // "the foreign minister of Marenthia, Ada Renn": only a comma can stand between such words and the name.
        if (comma && end > 1) {
            for (int head = end - 2; head >= 0 && head > end - 8; head--) {
                if (isHead(head) && head + 1 < end && OF.contains(lower(head + 1))) {
                    Office office = outward(head);
                    return office != null && officeEnd == end ? office : null;
                }
            }
        }
        if (end == 0 || !isHead(end - 1)) {
            return null;
        }
        // "the minister, Ada Renn" may list two people; with a country's or an article's word before it, it names one.
        int start = start(end - 1);
        String country = countryBefore(start);
        if (comma && country == null && !(start > 0 && lower(start - 1).equals("the"))) {
            return null;
        }
        return new Office(words(start, end), country);
    }

    private @Nullable Office after(int end) {
        if (end >= tokens.size() || !is(end, ",")) {
            return null;
        }
        int i = end + 1;
        if (i < tokens.size() && ARTICLES.contains(lower(i))) {
            i++;
        }
        Entity first = i < tokens.size() ? entityAt(i) : null;
        String country = null;
        if (first != null && (first.type() == EntityType.GROUP || first.type() == EntityType.LOCATION)) {
            country = country(first);
            i = after(first, i);
            if (i < tokens.size() && isPossessive(i)) {
                i++;
            }
        }
        int head = i;
        while (head < tokens.size() && (isModifier(head) || isHead(head)) && head < i + 6) {
            head++;
        }
        head--;
        if (head < i || !isHead(head)) {
            return null;
        }
        Office office = outward(head);
        // "Ada Renn, the minister's daughter" and "Ada Renn, spokesman Daniel Oren" are about somebody else.
        if (office == null || officeEnd < tokens.size() && (entityAt(officeEnd) != null || isPossessive(officeEnd))) {
            return null;
        }
        String own = office.country() == null ? country : office.country();
        return new Office(office.title(), own);
    }

    /** One past the last word of the office read last. */
    private int officeEnd;

    /** The office whose noun stands at {@code head}, with what follows it: "of Marenthia", "for foreign affairs of Marenthia". */
    private @Nullable Office outward(int head) {
        int start = start(head);
        int end = head + 1;
        String country = countryBefore(start);
        int i = end;
        while (i + 1 < tokens.size() && OF.contains(lower(i))) {
            int object = i + 1;
            if (lower(object).equals("the") && object + 1 < tokens.size()) {
                object++;
            }
            Entity named = entityAt(object);
            if (named == null && isNamed(head) && isCapitalized(object)) {
                int last = object;
                while (last < tokens.size() && isCapitalized(last) && entityAt(last) == null) {
                    last++;
                }
                country = words(object, last);
                i = last;
                break;
            }
            if (named == null) {
                int last = object;
                while (last < tokens.size()
                        && (tokens.get(last).is("NOUN")
                                || tokens.get(last).is("ADJ")
                                || tokens.get(last).is("PROPN")
                                || last > object && lower(last).equals("and"))
                        && entityAt(last) == null) {
                    last++;
                }
                if (last == object) {
                    break;
                }
                end = last;
                i = last;
                continue;
            }
            int past = after(named, object);
            String state = named.type() == EntityType.LOCATION ? stateOf(head, named) : null;
            if (state != null) {
                country = state;
                i = past;
                break;
            }
            if (named.type() != EntityType.LOCATION && named.type() != EntityType.ORGANIZATION) {
                break;
            }
            end = past;
            i = past;
        }
        officeEnd = Math.max(i, end);
        return new Office(words(start, end), country);
    }

    /** The place as a country: a listed one, or one no list knows beside an office of a whole state. */
    private @Nullable String stateOf(int head, Entity place) {
        if (gazetteer.isCountry(place.text())) {
            return place.text();
        }
        boolean known = gazetteer.type(place.text()).isPresent();
        return !known && gazetteer.is(Kind.STATEOFFICE, lower(head)) ? place.text() : null;
    }

    private @Nullable String countryBefore(int start) {
        int i = start - 1;
        if (i >= 0 && isPossessive(i)) {
            i--;
        }
        Entity named = i >= 0 ? entityAt(i) : null;
        return named == null ? null : country(named);
    }

    private @Nullable String country(Entity named) {
        if (named.type() == EntityType.GROUP) {
            return gazetteer.countryOf(named.text()).orElse(null);
        }
        boolean state = named.type() == EntityType.LOCATION
                && (gazetteer.isCountry(named.text())
                        || gazetteer.type(named.text()).isEmpty()
                                && text.startsWith("s", Math.min(named.end() + 1, text.length())));
        return state ? named.text() : null;
    }

    private int start(int head) {
        int start = head;
        while (start > 0 && (isModifier(start - 1) || isHead(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean isHead(int i) {
        String word = lower(i);
        return (gazetteer.is(Kind.OFFICE, word) || gazetteer.is(Kind.STATEOFFICE, word)) && entityAt(i) == null;
    }

    private boolean isModifier(int i) {
        return gazetteer.is(Kind.OFFICEWORD, lower(i)) && entityAt(i) == null;
    }

    /** "Prime minister", "foreign minister": what such an office is of is a state, also one that nobody has heard of. */
    private boolean isNamed(int head) {
        return gazetteer.is(Kind.STATEOFFICE, lower(head)) && head > 0 && isModifier(head - 1);
    }

    private boolean isCapitalized(int i) {
        return Character.isUpperCase(tokens.get(i).surface().codePointAt(0));
    }

    private boolean isPossessive(int i) {
        String word = tokens.get(i).surface();
        return word.equals("'s") || word.equals("\u2019s");
    }

    private boolean is(int i, String word) {
        return tokens.get(i).surface().equals(word);
    }

    private String lower(int i) {
        return LowerCase.of(tokens.get(i).surface());
    }

    private String words(int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end())
                .replaceAll("\\s+", " ");
    }

    private int tokenAt(int offset) {
        int i = 0;
        while (i < tokens.size() && tokens.get(i).end() <= offset) {
            i++;
        }
        return i;
    }

    private @Nullable Entity entityAt(int token) {
        Token t = tokens.get(token);
        for (Entity e : entities) {
            if (e.start() < t.end() && t.start() < e.end()) {
                return e;
            }
        }
        return null;
    }

    private int after(Entity e, int token) {
        int i = token;
        while (i < tokens.size() && tokens.get(i).start() < e.end()) {
            i++;
        }
        return i;
    }
}
