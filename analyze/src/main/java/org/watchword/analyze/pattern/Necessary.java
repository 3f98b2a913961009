package org.watchword.analyze.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Word;
import org.watchword.model.EntityType;

/**
 * What a sentence must hold for a pattern to match: at least one key of each clause.
 *
 * <p>A key is a folded word; two words that follow one another, with {@link #PAIR} between them; {@code stem*} or {@code *ending}; {@code {NAME}} and its like for
 * a group named in that way; {@code %PERSON} and its like for a name of that type. The last two hold capitals and are never a folded word.
 *
 * @param clauses sets of keys; none when the pattern may match anything
 */
public record Necessary(List<Set<String>> clauses) {

    /** A larger clause excludes little and costs much. */
    private static final int LARGEST = 4000;

    private static final int MOST_CLAUSES = 12;
    private static final int MOST_PAIRS = 24;
    /** Between two words that follow one another; no word holds it. */
    public static final char PAIR = '\u001F';

    private static final List<String> GROUPS = Arrays.stream(GroupMention.Sort.values())
            .map(sort -> '{' + sort.name() + '}')
            .toList();
    private static final List<String> NAMES =
            Arrays.stream(EntityType.values()).map(type -> '%' + type.name()).toList();
    private static final Necessary NOTHING = new Necessary(List.of());

    public Necessary {
        clauses = clauses.stream().<Set<String>>map(Set::copyOf).toList();
    }

    /** The keys that a sentence has besides its words and their lemmas, each at least once. */
    public static void moreKeys(SentenceView sentence, KeyLengths lengths, Consumer<String> keys) {
        sentence.sorts().forEach(sort -> keys.accept(group(sort)));
        sentence.types().forEach(type -> keys.accept(NAMES.get(type.ordinal())));
        if (lengths.stems().isEmpty() && lengths.endings().isEmpty()) {
            return;
        }
        for (Word word : sentence.words().all()) {
            String form = word.folded();
            for (int length : lengths.stems()) {
                if (length <= form.length()) {
                    keys.accept(form.substring(0, length) + '*');
                }
            }
            for (int length : lengths.endings()) {
                if (length <= form.length()) {
                    keys.accept('*' + form.substring(form.length() - length));
                }
            }
        }
    }

    /** How long the stems and endings are that some pattern asks for, in UTF-16 units. */
    public record KeyLengths(Set<Integer> stems, Set<Integer> endings) {

        public static KeyLengths of(Set<String> keys) {
            Set<Integer> stems = new HashSet<>();
            Set<Integer> endings = new HashSet<>();
            for (String key : keys) {
                if (key.length() > 1 && key.endsWith("*")) {
                    stems.add(key.length() - 1);
                } else if (key.length() > 1 && key.startsWith("*")) {
                    endings.add(key.length() - 1);
                }
            }
            return new KeyLengths(stems, endings);
        }
    }

    static Necessary of(Element element) {
        if (element instanceof Element.One one) {
            return of(keys(one.test()));
        } else if (element instanceof Element.Terms list) {
            return of(list.list().firstWords());
        } else if (element instanceof Element.Slot slot) {
            Set<String> keys = new HashSet<>();
            slot.sorts().forEach(sort -> keys.add(group(sort)));
            return of(keys);
        } else if (element instanceof Element.Named named) {
            return of(Set.of('%' + named.type().name()));
        } else if (element instanceof Element.Sequence sequence) {
            return all(sequence.parts());
        } else if (element instanceof Element.Choice choice) {
            return any(choice.ways());
        } else if (element instanceof Element.Repeat repeat) {
            return repeat.min() > 0 ? of(repeat.part()) : NOTHING;
        } else if (element instanceof Element.Capture capture) {
            return of(capture.part());
        } else if (element instanceof Element.Part part) {
            return of(part.part());
        } else if (element instanceof Element.Ahead ahead) {
            return ahead.wanted() ? of(ahead.part()) : NOTHING;
        }
        return NOTHING;
    }

    private static Necessary of(Set<String> keys) {
        return keys.isEmpty() || keys.size() > LARGEST ? NOTHING : new Necessary(List.of(keys));
    }

    private static String group(GroupMention.Sort sort) {
        return GROUPS.get(sort.ordinal());
    }

    private static Necessary all(List<Element> parts) {
        Set<Set<String>> clauses = new LinkedHashSet<>();
        boolean paired = false;
        for (int k = 0; k < parts.size(); k++) {
            Set<String> words = forms(parts.get(k));
            Set<String> after = k + 1 < parts.size() ? forms(parts.get(k + 1)) : Set.of();
            boolean pairs = !words.isEmpty() && !after.isEmpty() && words.size() * after.size() <= MOST_PAIRS;
            if (pairs) {
                clauses.add(pairs(words, after));
            } else if (!paired || words.isEmpty()) {
                clauses.addAll(of(parts.get(k)).clauses());
            }
            paired = pairs;
        }
        return new Necessary(clauses.stream()
                .sorted((a, b) -> Integer.compare(a.size(), b.size()))
                .limit(MOST_CLAUSES)
                .toList());
    }

    private static Set<String> pairs(Set<String> firsts, Set<String> seconds) {
        Set<String> pairs = new HashSet<>();
        firsts.forEach(first -> seconds.forEach(second -> pairs.add(first + PAIR + second)));
        return pairs;
    }

    /** The folded words one of which a part is, in no other form and alone; none when it may be anything else. */
    private static Set<String> forms(Element element) {
        if (element instanceof Element.Part part) {
            return forms(part.part());
        } else if (element instanceof Element.One one) {
            return forms(one.test());
        } else if (element instanceof Element.Choice choice) {
            return union(choice.ways().stream().map(Necessary::forms).toList());
        }
        return Set.of();
    }

    private static Set<String> forms(WordTest test) {
        if (test instanceof WordTest.Form form) {
            return Set.of(form.folded());
        }
        return test instanceof WordTest.OneOf oneOf
                ? union(oneOf.tests().stream().map(Necessary::forms).toList())
                : Set.of();
    }

    private static Set<String> union(List<Set<String>> sets) {
        Set<String> all = new HashSet<>();
        sets.forEach(all::addAll);
        return sets.stream().anyMatch(Set::isEmpty) ? Set.of() : all;
    }

    /** One key of every way, and one of the groups when every way names one. */
    private static Necessary any(List<Element> ways) {
        Set<String> words = new HashSet<>();
        Set<String> groups = new HashSet<>();
        boolean eachHasWords = true;
        boolean eachHasGroups = true;
        for (Element way : ways) {
            List<Set<String>> clauses = of(way).clauses();
            eachHasWords &= addSmallest(clauses, false, words);
            eachHasGroups &= addSmallest(clauses, true, groups);
        }
        List<Set<String>> found = new ArrayList<>();
        if (eachHasWords && words.size() <= LARGEST) {
            found.add(words);
        }
        if (eachHasGroups) {
            found.add(groups);
        }
        return found.isEmpty() ? mixed(ways) : new Necessary(found);
    }

    /** Some ways need a word, others only a group. */
    private static Necessary mixed(List<Element> ways) {
        Set<String> keys = new HashSet<>();
        for (Element way : ways) {
            List<Set<String>> clauses = of(way).clauses();
            if (!addSmallest(clauses, false, keys) && !addSmallest(clauses, true, keys)) {
                return NOTHING;
            }
        }
        return of(keys);
    }

    private static boolean addSmallest(List<Set<String>> clauses, boolean group, Set<String> keys) {
        Set<String> smallest = Set.of();
        for (Set<String> clause : clauses) {
            boolean wanted = clause.stream().anyMatch(key -> key.startsWith("{")) == group;
            if (wanted && (smallest.isEmpty() || clause.size() < smallest.size())) {
                smallest = clause;
            }
        }
        keys.addAll(smallest);
        return !smallest.isEmpty();
    }

    /** Keys one of which a word has when a test holds; none when it may hold for any word. */
    private static Set<String> keys(WordTest test) {
        if (test instanceof WordTest.Form form) {
            return Set.of(form.folded());
        } else if (test instanceof WordTest.Exact exact) {
            // A contraction's parts share its spelling.
            boolean whole = exact.folded().codePoints().allMatch(Character::isLetterOrDigit);
            return whole ? Set.of(exact.folded()) : Set.of();
        } else if (test instanceof WordTest.Lemma lemma) {
            Set<String> forms = new HashSet<>(lemma.forms());
            forms.add(lemma.lemma());
            if (lemma.lemma().equals("be")) {
                forms.add("'s");
            }
            return forms;
        } else if (test instanceof WordTest.Prefix prefix) {
            return Set.of(prefix.folded() + '*');
        } else if (test instanceof WordTest.Suffix suffix) {
            return Set.of('*' + suffix.folded());
        } else if (test instanceof WordTest.Listed listed) {
            return listed.list().firstWords();
        } else if (test instanceof WordTest.Both both) {
            Set<String> first = keys(both.first());
            Set<String> second = keys(both.second());
            return first.isEmpty() || (!second.isEmpty() && second.size() < first.size()) ? second : first;
        } else if (test instanceof WordTest.OneOf oneOf) {
            Set<String> all = new HashSet<>();
            for (WordTest way : oneOf.tests()) {
                Set<String> keys = keys(way);
                if (keys.isEmpty()) {
                    return Set.of();
                }
                all.addAll(keys);
            }
            return all;
        }
        return Set.of();
    }
}
