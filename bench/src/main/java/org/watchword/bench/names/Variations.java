package org.watchword.bench.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.name.WordKnowledge;
import org.watchword.bench.names.LabelledText.Label;
import org.watchword.model.EntityType;

/**
 * Makes more texts of those there are: in small letters, in capitals, and with other persons in them. The names are those of statesmen
 * of all countries, since the corpora know mostly persons of a few.
 */
final class Variations {

    private final List<String> persons;
    private final NewsSentences news;
    private final Random random;

    Variations(NameLists lists, NewsSentences news, long seed) {
        this.news = news;
        persons = lists.names(WordKnowledge.SPEAKER);
        random = new Random(seed);
    }

    /** Another form of a text; of half of them there is none. */
    Optional<LabelledText> of(TrainingText text) {
        LabelledText source = text.relabelled();
        return switch (random.nextInt(12)) {
            case 0 -> Optional.of(with(source, source.text().toLowerCase(Locale.ROOT)));
            case 1 -> Optional.of(with(source, source.text().toUpperCase(Locale.ROOT)));
            case 2, 3, 4, 5 -> Optional.of(renamed(source));
            default -> Optional.empty();
        };
    }

    private static LabelledText with(LabelledText source, String text) {
        // A letter that changes its length with its case would shift the labels.
        return text.length() == source.text().length()
                ? new LabelledText(source.corpus(), source.id(), text, source.labels())
                : source;
    }

    private LabelledText renamed(LabelledText source) {
        Map<String, String> others = new HashMap<>();
        StringBuilder text = new StringBuilder();
        List<Label> labels = new ArrayList<>();
        int last = 0;
        for (Label label : source.labels()) {
            text.append(source.text(), last, label.start());
            String name = source.text().substring(label.start(), label.end());
            String other = other(label.type(), name, others);
            labels.add(new Label(text.length(), text.length() + other.length(), label.type()));
            text.append(other);
            last = label.end();
        }
        text.append(source.text(), last, source.text().length());
        return new LabelledText(source.corpus(), source.id(), text.toString(), labels);
    }

    private String other(@Nullable EntityType type, String name, Map<String, String> others) {
        if (type == EntityType.PERSON) {
            return other(name, others);
        }
        if (type != EntityType.LOCATION && type != EntityType.ORGANIZATION) {
            return others.computeIfAbsent(name, n -> n);
        }
        EntityType kind = type == EntityType.LOCATION ? EntityType.LOCATION : EntityType.ORGANIZATION;
        // Half of the places and organizations stay, for what is told of them is told of no other.
        boolean stays = random.nextBoolean();
        return others.computeIfAbsent(name, n -> stays || n.length() < 3 ? n : news.another(kind));
    }

    /** The same person gets the same other name, a surname the surname of the other. */
    private String other(String name, Map<String, String> others) {
        String known = others.get(name);
        if (known != null) {
            return known;
        }
        String person = persons.get(random.nextInt(persons.size()));
        int space = name.lastIndexOf(' ');
        String surname = person.substring(person.lastIndexOf(' ') + 1);
        if (space < 0) {
            others.put(name, surname);
            return surname;
        }
        others.put(name, person);
        others.putIfAbsent(name.substring(space + 1), surname);
        return person;
    }
}
