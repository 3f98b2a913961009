package org.watchword.analyze.entity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;

/** The persons of one document, each in the fullest form the document gives. Immutable once built. */
public final class PersonNames {

    private final Gazetteer gazetteer;
    private final Map<String, Set<String>> bySurname = new LinkedHashMap<>();
    private final Map<String, Gender> genders = new LinkedHashMap<>();

    private PersonNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Gathers the persons of an annotated text. */
    public static PersonNames of(AnnotatedText text, Gazetteer gazetteer) {
        return of(text.text(), text.entities(), gazetteer);
    }

    static PersonNames of(String text, List<Entity> entities, Gazetteer gazetteer) {
        PersonNames names = new PersonNames(gazetteer);
        List<Entity> persons =
                entities.stream().filter(e -> e.type() == EntityType.PERSON).toList();
        for (Entity person : persons) {
            String name = names.plain(person.text());
            if (name.indexOf(' ') > 0) {
                names.bySurname
                        .computeIfAbsent(surname(name), s -> new LinkedHashSet<>())
                        .add(name);
            }
        }
        for (Entity person : persons) {
            String fullest = names.fullest(person.text());
            Gender gender = names.gender(text, person);
            names.genders.merge(fullest, gender, PersonNames::agree);
        }
        return names;
    }

    /**
     * The person a mention stands for: title taken off, surname made full when the document has exactly one person of that surname.
     * Two of the same surname leave the mention as it is, since telling them apart would be a guess.
     */
    public String fullest(String mention) {
        String name = plain(mention);
        Set<String> candidates = bySurname.getOrDefault(surname(name), Set.of());
        if (candidates.isEmpty()) {
            return name;
        }
        if (name.indexOf(' ') < 0) {
            return candidates.size() == 1 ? candidates.iterator().next() : longestIfSame(candidates, name);
        }
        String first = name.substring(0, name.indexOf(' '));
        return candidates.stream()
                .filter(c -> c.startsWith(first + ' '))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(name);
    }

    /** Gender as titles and given names tell it; {@link Gender#UNKNOWN} when they tell nothing or disagree. */
    public Gender gender(String fullest) {
        return genders.getOrDefault(fullest, Gender.UNKNOWN);
    }

    private Gender gender(String text, Entity person) {
        int space = person.text().indexOf(' ');
        Gender byTitle = gazetteer.gender(wordBefore(text, person.start()));
        if (byTitle != Gender.UNKNOWN || space < 0) {
            return byTitle;
        }
        return gazetteer.gender(person.text().substring(0, space));
    }

    private static String wordBefore(String text, int start) {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int from = end;
        while (from > 0
                && end - from < 24
                && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        return text.substring(from, end);
    }

    /** "Ana Oren" and "Ana Maria Oren" are one; "Ana Oren" and "Leo Oren" are two. */
    private static String longestIfSame(Set<String> candidates, String name) {
        String longest = "";
        for (String candidate : candidates) {
            longest = candidate.length() > longest.length() ? candidate : longest;
        }
        String first = longest.substring(0, longest.indexOf(' ') + 1);
        return candidates.stream().allMatch(c -> c.startsWith(first)) ? longest : name;
    }

    private String plain(String mention) {
        String name = String.join(" ", mention.strip().split("\\s+"));
        for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ')) {
            if (!gazetteer.isTitle(name.substring(0, space))) {
                break;
            }
            name = name.substring(space + 1);
        }
        return name.endsWith("'s") || name.endsWith("\u2019s") ? name.substring(0, name.length() - 2) : name;
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static Gender agree(Gender a, Gender b) {
        if (a == Gender.UNKNOWN) {
            return b;
        }
        return b == Gender.UNKNOWN || a == b ? a : Gender.UNKNOWN;
    }
}
