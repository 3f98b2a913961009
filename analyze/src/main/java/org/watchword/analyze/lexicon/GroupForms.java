package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that name groups in one language, found by their first word, the longest first. Immutable. */
final class GroupForms {

    /** What a form is. */
    enum Role {
        SINGULAR,
        PLURAL,
        ADJECTIVE,
        PLACE
    }

    /**
     * One form of a group's name.
     *
     * @param words folded
     * @param capital whether it is found with a capital letter only
     * @param group id
     * @param kind by which characteristic the group is protected
     */
    record Form(List<String> words, boolean capital, Role role, String group, GroupKind kind) {}

    private static final int LONG_ENOUGH = 4;

    private final String language;
    private final WordList capitals;
    private final Map<String, List<Form>> byFirst = new HashMap<>();
    private final Set<List<String>> adjectives = new HashSet<>();

    GroupForms(Lexicons lexicons, String language) {
        this.language = language;
        capitals = lexicons.listOrEmpty(language, "group-capital");
        for (Group group : lexicons.groups(language)) {
            add(group.singular(), Role.SINGULAR, group);
            add(group.plural(), Role.PLURAL, group);
            add(group.adjective(), Role.ADJECTIVE, group);
            add(group.place(), Role.PLACE, group);
        }
        byFirst.values()
                .forEach(forms -> forms.sort(
                        Comparator.comparingInt((Form form) -> form.words().size())
                                .reversed()));
    }

    /** The forms that stand at a word. */
    List<Form> at(Words words, int at) {
        List<Form> candidates = byFirst.get(words.get(at).folded());
        if (candidates == null) {
            return List.of();
        }
        return candidates.stream().filter(form -> fits(form, words, at)).toList();
    }

    /** Whether the words are an adjective too, so that only what follows tells whether a noun is meant. */
    boolean isAdjective(List<String> words) {
        return adjectives.contains(words);
    }

    private static boolean fits(Form form, Words words, int at) {
        if (at + form.words().size() > words.size()
                || (form.capital() && !words.get(at).capital())) {
            return false;
        }
        for (int k = 1; k < form.words().size(); k++) {
            if (!words.get(at + k).folded().equals(form.words().get(k))) {
                return false;
            }
        }
        return true;
    }

    private void add(List<String> forms, Role role, Group group) {
        for (String form : forms) {
            List<String> words = new ArrayList<>();
            for (String word : form.strip().split("[\\s]+|(?<=-)|(?=-)")) {
                words.addAll(Folding.term(word, language));
            }
            if (role == Role.ADJECTIVE) {
                adjectives.add(List.copyOf(words));
            }
            boolean capital = Character.isUpperCase(form.codePointAt(0)) && !plainInSmallLetters(form, role);
            byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(new Form(List.copyOf(words), capital, role, group.id(), group.kind()));
            if (words.contains("-")) {
                List<String> whole = Folding.term(form, language);
                byFirst.computeIfAbsent(whole.get(0), first -> new ArrayList<>())
                        .add(new Form(whole, capital, role, group.id(), group.kind()));
            }
        }
    }

    /**
     * Whether an English name means nothing else in small letters: people write <i>the velmaris</i>, <i>velmari families</i> where they are
     * careless. The list {@code group-capital} holds the names that do mean something else.
     */
    private boolean plainInSmallLetters(String form, Role role) {
        String small = form.toLowerCase(Locale.ROOT);
        boolean fitting =
                role == Role.PLURAL ? small.endsWith("s") : role != Role.PLACE && small.length() >= LONG_ENOUGH;
        return language.equals("en")
                && fitting
                && small.indexOf(' ') < 0
                && !capitals.startingWith(small).contains(List.of(small));
    }
}
