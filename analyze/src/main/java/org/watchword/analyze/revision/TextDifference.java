package org.watchword.analyze.revision;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.watchword.analyze.revision.BoundedDiff.Block;
import org.watchword.model.Edit;
import org.watchword.model.RevisionKind;

/**
 * The difference of two texts in whole words. White space between words does not count.
 *
 * @param edits where they differ, in order
 * @param kind what led from one to the other
 * @param removed words of the earlier text that are gone, counted
 * @param added words of the later text that are new, counted
 * @param exact whether the edits are word by word; false when the texts differ too much for that
 */
record TextDifference(List<Edit> edits, RevisionKind kind, int removed, int added, boolean exact) {

    /** More places than these are told as one. */
    static final int MAX_EDITS = 2_000;

    /** Texts longer than this, in UTF-16 units, are compared by paragraphs only. */
    private static final int MAX_LENGTH = 2_000_000;

    /** So few words alike between two longer edits are a coincidence ("of the"), and make neither easier to read. */
    private static final int COINCIDENCE = 2;

    private static final Normalizer2 FORM = Normalizer2.getNFKCInstance();

    static TextDifference between(String from, String to) {
        List<WordToken> before = WordToken.of(from);
        List<WordToken> after = WordToken.of(to);
        BoundedDiff diff = new BoundedDiff();
        boolean byWords = Math.max(from.length(), to.length()) <= MAX_LENGTH;
        List<Block> places = new ArrayList<>();
        for (Block lines : lines(diff, before, after)) {
            if (byWords) {
                List<Block> inside = diff.blocks(
                        texts(before.subList(lines.fromStart(), lines.fromEnd())),
                        texts(after.subList(lines.toStart(), lines.toEnd())));
                joined(inside).forEach(place -> places.add(place.moved(lines.fromStart(), lines.toStart())));
            } else {
                places.add(lines);
            }
        }
        List<Block> told = places.size() > MAX_EDITS ? List.of(Block.around(places)) : places;
        List<Edit> edits =
                told.stream().map(place -> edit(place, before, after, from, to)).toList();
        return new TextDifference(
                edits,
                kind(told, before, after),
                told.stream()
                        .mapToInt(p -> words(before, p.fromStart(), p.fromEnd()))
                        .sum(),
                told.stream()
                        .mapToInt(p -> words(after, p.toStart(), p.toEnd()))
                        .sum(),
                byWords && diff.isExact() && places.size() <= MAX_EDITS);
    }

    /** The lines that differ, as ranges of words. */
    private static List<Block> lines(BoundedDiff diff, List<WordToken> before, List<WordToken> after) {
        Paragraphs from = Paragraphs.of(before);
        Paragraphs to = Paragraphs.of(after);
        return diff.blocks(from.texts(), to.texts()).stream()
                .map(b -> new Block(
                        from.starts().get(b.fromStart()),
                        from.starts().get(b.fromEnd()),
                        to.starts().get(b.toStart()),
                        to.starts().get(b.toEnd())))
                .toList();
    }

    private static List<String> texts(List<WordToken> tokens) {
        return tokens.stream().map(WordToken::text).toList();
    }

    /** Edits that only a word or two parts, and that are longer than what parts them, become one. */
    private static List<Block> joined(List<Block> places) {
        List<Block> joined = new ArrayList<>();
        for (Block place : places) {
            Block last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            int gap = last == null ? 0 : place.fromStart() - last.fromEnd();
            if (last != null && gap <= COINCIDENCE && last.size() > 2 * gap && place.size() > 2 * gap) {
                joined.set(joined.size() - 1, Block.around(List.of(last, place)));
            } else {
                joined.add(place);
            }
        }
        return joined;
    }

    private static Edit edit(Block place, List<WordToken> before, List<WordToken> after, String from, String to) {
        int fromStart = start(before, place.fromStart(), place.fromEnd());
        int fromEnd = Math.max(fromStart, end(before, place.fromEnd()));
        int toStart = start(after, place.toStart(), place.toEnd());
        int toEnd = Math.max(toStart, end(after, place.toEnd()));
        return new Edit(
                fromStart, fromEnd, toStart, toEnd, from.substring(fromStart, fromEnd), to.substring(toStart, toEnd));
    }

    /** Where the words begin; for no words, where the word before them ends. */
    private static int start(List<WordToken> words, int first, int end) {
        return first < end ? words.get(first).start() : end(words, first);
    }

    private static int end(List<WordToken> words, int end) {
        return end == 0 ? 0 : words.get(end - 1).end();
    }

    private static int words(List<WordToken> tokens, int from, int to) {
        return (int) tokens.subList(from, to).stream().filter(WordToken::isWord).count();
    }

    private static RevisionKind kind(List<Block> places, List<WordToken> before, List<WordToken> after) {
        if (places.isEmpty()) {
            return RevisionKind.LAYOUT;
        }
        if (places.stream().allMatch(p -> folded(before.subList(p.fromStart(), p.fromEnd()))
                .equals(folded(after.subList(p.toStart(), p.toEnd()))))) {
            return RevisionKind.MARKS;
        }
        boolean removes = places.stream().anyMatch(p -> words(before, p.fromStart(), p.fromEnd()) > 0);
        boolean adds = places.stream().anyMatch(p -> words(after, p.toStart(), p.toEnd()) > 0);
        return removes && adds ? RevisionKind.REWORDED : adds ? RevisionKind.EXTENDED : RevisionKind.SHORTENED;
    }

    /** The words alone, in one case and one form of each character. */
    private static String folded(List<WordToken> tokens) {
        return tokens.stream()
                .filter(WordToken::isWord)
                .map(t -> UCharacter.foldCase(FORM.normalize(t.text()), true))
                .collect(Collectors.joining());
    }
}
