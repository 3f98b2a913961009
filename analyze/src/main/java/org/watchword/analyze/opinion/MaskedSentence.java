package org.watchword.analyze.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.LowerCase;

/**
 * The folded words of a sentence with every name of a group, and every other name, replaced by a placeholder: nothing that is learned
 * or judged can hang on who is meant. A picture character counts as the words of its Unicode name.
 *
 * @param words the words
 * @param slots indices of the words that stand for a group
 */
record MaskedSentence(List<String> words, List<Integer> slots) {

    static final String GROUP = "{group}";
    private static final String NAME = "{name}";

    /** Pictures that show people or the signs of a faith name a group, as its name does. */
    private static final Set<String> PEOPLE_IN_PICTURES = Set.of(
            "man",
            "men",
            "woman",
            "women",
            "person",
            "people",
            "boy",
            "girl",
            "couple",
            "family",
            "baby",
            "bride",
            "mosque",
            "synagogue",
            "church",
            "kaaba",
            "david",
            "crescent",
            "menorah",
            "wheelchair",
            "turban",
            "headscarf",
            "rainbow",
            "flag");

    private static final int FIRST_PICTURE = 0x2190;

    /**
     * The words from {@code from} to before {@code to}.
     *
     * @param mentions all mentions of the sentence
     */
    static MaskedSentence of(Words words, int from, int to, List<GroupMention> mentions) {
        @Nullable String[] slots = new @Nullable String[words.size()];
        for (GroupMention mention : mentions) {
            for (int at = mention.from(); at < mention.to(); at++) {
                String slot = slot(mention.sort());
                if (slots[at] == null || slot.equals(GROUP)) {
                    slots[at] = slot;
                }
            }
        }
        boolean shouted = isShouted(words, slots);
        List<String> masked = new ArrayList<>(words.size());
        List<Integer> places = new ArrayList<>();
        for (int at = from; at < to; at++) {
            Word word = words.get(at);
            String slot = slots[at];
            if (slot == null && at > from && !shouted && isName(word)) {
                slot = NAME;
            }
            if (slot != null) {
                if (masked.isEmpty() || !masked.get(masked.size() - 1).equals(slot)) {
                    if (!slot.equals(NAME)) {
                        places.add(masked.size());
                    }
                    masked.add(slot);
                }
            } else {
                addPlain(word, masked, places);
            }
        }
        return new MaskedSentence(List.copyOf(masked), List.copyOf(places));
    }

    private static String slot(GroupMention.Sort sort) {
        return switch (sort) {
            case NAME, MEMBER, PRONOUN -> GROUP;
            case ATTRIBUTE -> "{attribute}";
            case PLACE -> "{place}";
            case COMBATANT -> "{combatant}";
            case TRADE -> "{trade}";
        };
    }

    private static boolean isName(Word word) {
        return word.capital()
                && !word.folded().equals("i")
                && word.surface().length() > 1
                && !word.surface().startsWith("I'")
                && !word.surface().startsWith("I’");
    }

    /** Most words begin with capitals, names of groups not counted: then capitals tell no names. */
    private static boolean isShouted(Words words, @Nullable String[] slots) {
        int plain = 0;
        int capitals = 0;
        for (int at = 0; at < words.size(); at++) {
            if (slots[at] == null && words.get(at).isWord()) {
                plain++;
                capitals += words.get(at).capital() ? 1 : 0;
            }
        }
        return capitals * 2 > plain;
    }

    private static void addPlain(Word word, List<String> masked, List<Integer> places) {
        String folded = word.folded();
        int first = folded.isEmpty() ? 0 : folded.codePointAt(0);
        if (first >= FIRST_PICTURE && !Character.isLetter(first)) {
            folded.codePoints().forEach(picture -> addPicture(picture, masked, places));
            return;
        }
        masked.add(folded.codePoints().anyMatch(Character::isDigit) ? "0" : folded);
    }

    private static void addPicture(int picture, List<String> masked, List<Integer> places) {
        String name = Character.getName(picture);
        if (name == null
                || Character.getType(picture) == Character.NON_SPACING_MARK
                || name.startsWith("EMOJI MODIFIER")) {
            return;
        }
        List<String> words = List.of(LowerCase.of(name).split("[ -]"));
        if (words.stream().anyMatch(PEOPLE_IN_PICTURES::contains)) {
            if (masked.isEmpty() || !masked.get(masked.size() - 1).equals(GROUP)) {
                places.add(masked.size());
                masked.add(GROUP);
            }
        } else if (words.size() < 4) {
            words.stream().filter(w -> !w.equals("face") && !w.equals("sign")).forEach(masked::add);
        }
    }
}
