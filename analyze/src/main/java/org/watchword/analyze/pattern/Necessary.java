package org.watchword.analyze.pattern;

import java.util.HashSet;
import java.util.Set;

/**
 * What a sentence must hold for a pattern to match.
 *
 * @param terms one of these words, as form or lemma; empty when no word is needed
 * @param group whether a group must be named
 */
public record Necessary(Set<String> terms, boolean group) {

    private static final int MOST_TERMS = 4000;
    /** Words in nearly every sentence: needing one of them excludes nothing. */
    private static final Set<String> EVERYWHERE = Set.of(
            "be", "is", "are", "was", "were", "the", "a", "an", "of", "to", "and", "in", "that", "it", "not", "have",
            "will", "we", "they", "them", "their", "our", "us", "for", "from", "with", "do", "all", "this", "these",
            "on", "no");

    public Necessary {
        terms = Set.copyOf(terms);
    }

    private static final Necessary NOTHING = new Necessary(Set.of(), false);

    static Necessary of(Element element) {
        if (element instanceof Element.One one) {
            return new Necessary(terms(one.test()), false);
        } else if (element instanceof Element.Terms list) {
            return new Necessary(list.list().firstWords(), false);
        } else if (element instanceof Element.Slot) {
            return new Necessary(Set.of(), true);
        } else if (element instanceof Element.Sequence sequence) {
            return sequence.parts().stream().map(Necessary::of).reduce(NOTHING, Necessary::and);
        } else if (element instanceof Element.Choice choice) {
            return choice.ways().stream()
                    .map(Necessary::of)
                    .reduce(Necessary::or)
                    .orElse(NOTHING);
        } else if (element instanceof Element.Repeat repeat) {
            return repeat.min() > 0 ? of(repeat.part()) : NOTHING;
        } else if (element instanceof Element.Capture capture) {
            return of(capture.part());
        } else if (element instanceof Element.Part part) {
            return of(part.part());
        }
        return NOTHING;
    }

    private static Set<String> terms(WordTest test) {
        if (test instanceof WordTest.Form form) {
            return Set.of(form.folded());
        } else if (test instanceof WordTest.Lemma lemma) {
            Set<String> forms = new HashSet<>(lemma.forms());
            forms.add(lemma.lemma());
            if (lemma.lemma().equals("be")) {
                forms.add("'s");
            }
            return forms;
        } else if (test instanceof WordTest.Listed listed) {
            return listed.list().firstWords();
        } else if (test instanceof WordTest.Both both) {
            Set<String> first = terms(both.first());
            return first.isEmpty() ? terms(both.second()) : first;
        } else if (test instanceof WordTest.OneOf oneOf) {
            Set<String> all = new HashSet<>();
            for (WordTest way : oneOf.tests()) {
                Set<String> terms = terms(way);
                if (terms.isEmpty()) {
                    return Set.of();
                }
                all.addAll(terms);
            }
            return all;
        }
        return Set.of();
    }

    private Necessary and(Necessary other) {
        return new Necessary(cost() <= other.cost() ? terms : other.terms, group || other.group);
    }

    private Necessary or(Necessary other) {
        if (terms.isEmpty() || other.terms.isEmpty()) {
            return new Necessary(Set.of(), group && other.group);
        }
        Set<String> all = new HashSet<>(terms);
        all.addAll(other.terms);
        return new Necessary(all, group && other.group);
    }

    /** How often a sentence is expected to hold one of the terms: common words weigh more; no terms weigh most. */
    private int cost() {
        if (terms.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        int common = (int) terms.stream().filter(EVERYWHERE::contains).count();
        return Math.min(MOST_TERMS, terms.size()) + common * MOST_TERMS;
    }
}
