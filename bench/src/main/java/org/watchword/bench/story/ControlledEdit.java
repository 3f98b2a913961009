package org.watchword.bench.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What outlets do to a text they take over, and what only looks like it. */
enum ControlledEdit {
    RECASED("capitals, no punctuation", true, e -> e.text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\p{P}&&[^'’]]", " ")),
    CREDITED(
            "headline, dateline and agency credit added",
            true,
            e -> "OTHER HEADLINE OVER THE SAME REPORT\n\nMARENTHIA CITY, 3 May (Harbour Wire) – " + e.text
                    + "\n\nReporting by Ada Renn; editing by Orlan Tesk. © Harbour Wire. All rights reserved."),
    CUT_75("first 75 % kept", true, e -> e.beginning(0.75)),
    CUT_50("first 50 % kept", true, e -> e.beginning(0.5)),
    CUT_33("first 33 % kept", true, e -> e.beginning(0.33)),
    CUT_25("first 25 % kept", true, e -> e.beginning(0.25)),
    THINNED("every third sentence left out", true, e -> e.sentences((i, s) -> i % 3 == 2 ? "" : s)),
    REORDERED("sentences in another order", true, Work::shuffled),
    WORDS_1("1 % of words changed", true, e -> e.words(0.01)),
    WORDS_2("2 % of words changed", true, e -> e.words(0.02)),
    WORDS_5("5 % of words changed", true, e -> e.words(0.05)),
    WORDS_10("10 % of words changed", true, e -> e.words(0.10)),
    WORDS_15("15 % of words changed", true, e -> e.words(0.15)),
    WORDS_20("20 % of words changed", true, e -> e.words(0.20)),
    SENTENCES_10("10 % of sentences replaced", true, e -> e.replaced(0.10)),
    SENTENCES_20("20 % of sentences replaced", true, e -> e.replaced(0.20)),
    SENTENCES_30("30 % of sentences replaced", true, e -> e.replaced(0.30)),
    LONGER("half as much of another text after it", true, e -> e.text + "\n\n" + e.other(0.5)),
    CUT_AND_WORDED(
            "first 50 % kept, 5 % of words changed",
            true, e -> new Work(e.beginning(0.5), e.others, e.random).words(0.05)),

    LIVE_PAGE(
            "stands in the middle of a page of many texts",
            false,
            e -> e.other(2) + "\n\n" + e.text + "\n\n" + e.other(2)),
    FORM(
            "the same form with other numbers, and 10 % of words changed",
            false, e -> new Work(e.renumbered(), e.others, e.random).words(0.10)),
    QUOTED(
            "a fifth of it quoted in another text",
            false,
            e -> e.other(0.5) + "\n\n" + e.part(0.4, 0.6) + "\n\n" + e.other(0.5)),
    OPENING("another text after its first tenth", false, e -> e.beginning(0.1) + "\n\n" + e.other(0.9));

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    private final String what;
    private final boolean copy;
    private final Function<Work, String> edit;

    ControlledEdit(String what, boolean copy, Function<Work, String> edit) {
        this.what = what;
        this.copy = copy;
        this.edit = edit;
    }

    String what() {
        return what;
    }

    /** Whether what comes out is still the same story. */
    boolean isCopy() {
        return copy;
    }

    /** Whether the text has what the edit needs. */
    boolean fits(String text) {
        return this != FORM || NUMBER.matcher(text).results().count() >= 6;
    }

    /** @param others texts that material is taken from */
    String of(String text, List<String> others, Random random) {
        return edit.apply(new Work(text, others, random));
    }

    private record Work(String text, List<String> others, Random random) {

        String beginning(double share) {
            return part(0, share);
        }

        String part(double from, double to) {
            String[] words = text.split("(?<=\\s)");
            return String.join(
                    "", Arrays.asList(words).subList((int) (from * words.length), (int) Math.ceil(to * words.length)));
        }

        /** About as many words of other texts as {@code share} of this one. */
        String other(double share) {
            int wanted = (int) (share * text.split("\\s+").length);
            StringBuilder taken = new StringBuilder();
            while (wanted > 0) {
                String[] words = another().split("\\s+");
                int n = Math.min(wanted, words.length);
                taken.append(String.join(" ", Arrays.asList(words).subList(0, n)))
                        .append("\n\n");
                wanted -= n;
            }
            return taken.toString();
        }

        String another() {
            return others.get(random.nextInt(others.size()));
        }

        interface Sentences {
            String at(int i, String sentence);
        }

        String sentences(Sentences change) {
            String[] sentences = SENTENCE.split(text);
            return String.join(
                    " ",
                    IntStream.range(0, sentences.length)
                            .mapToObj(i -> change.at(i, sentences[i]))
                            .toList());
        }

        String replaced(double share) {
            return sentences((i, sentence) -> {
                if (random.nextDouble() >= share) {
                    return sentence;
                }
                String[] from = SENTENCE.split(another());
                return from[random.nextInt(from.length)];
            });
        }

        String shuffled() {
            List<String> sentences = new ArrayList<>(Arrays.asList(SENTENCE.split(text)));
            Collections.shuffle(sentences, random);
            return String.join(" ", sentences);
        }

        String words(double share) {
            String[] material = another().split("\\s+");
            StringBuilder changed = new StringBuilder();
            for (String word : text.split("(?<=\\s)")) {
                if (random.nextDouble() >= share) {
                    changed.append(word);
                } else {
                    switch (random.nextInt(3)) {
                        case 0 -> changed.append(' ');
                        case 1 ->
                            changed.append(word)
                                    .append(material[random.nextInt(material.length)])
                                    .append(' ');
                        default ->
                            changed.append(material[random.nextInt(material.length)])
                                    .append(' ');
                    }
                }
            }
            return changed.toString();
        }

        String renumbered() {
            return NUMBER.matcher(text).replaceAll(n -> {
                int length = n.group().length();
                return String.valueOf(
                        (int) (Math.pow(10, Math.min(8, length)) * (1 + random.nextInt(8)) / 10) + random.nextInt(10));
            });
        }
    }
}
