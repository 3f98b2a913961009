package org.watchword.analyze.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Edit;
import org.watchword.model.PageHistory;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;

/** All captures of one page, and what changed from each to the next. */
public final class CaptureSequence {

    /** Words told over all revisions of a page, in UTF-16 units, the newest first; older revisions are told in numbers only. */
    static final int MAX_WORDS_TOLD = 1_000_000;

    /** A date of modification appears without its time zone often enough to be a day off. */
    private static final Duration ZONES = Duration.ofDays(1);

    private final SortedSet<Capture> captures;

    public CaptureSequence(Iterable<Capture> captures) {
        this.captures = new TreeSet<>();
        captures.forEach(this.captures::add);
    }

    /**
     * The history that follows from the captures.
     *
     * @param texts the text of a digest; empty when it is not kept
     * @param known a history of the same page: what it tells of two texts is not worked out again
     */
    public PageHistory history(Function<String, Optional<String>> texts, CorrectionNotes notes, PageHistory known) {
        Map<Pair, Revision> told = new HashMap<>();
        known.revisions().stream()
                .filter(r -> !r.edits().isEmpty() && !r.isOfHeadlineOnly())
                .forEach(r -> told.put(new Pair(r.from(), r.to()), r));
        List<Revision> revisions = new ArrayList<>();
        Capture before = null;
        for (Capture capture : captures) {
            if (before != null) {
                List<Edit> headline = headline(before, capture);
                if (!before.textSha256().equals(capture.textSha256())) {
                    revisions.add(revision(before, capture, headline, texts, notes, told));
                } else if (!headline.isEmpty()) {
                    revisions.add(ofHeadline(before, capture, headline));
                }
            }
            before = capture;
        }
        int versions =
                (int) captures.stream().map(Capture::textSha256).distinct().count();
        return new PageHistory(Math.max(1, versions), withinBounds(revisions), List.of());
    }

    private record Pair(String from, String to) {}

    /** Where the words of two headlines differ; nothing for other punctuation, case or spacing. */
    private static List<Edit> headline(Capture before, Capture after) {
        String from = before.title();
        String to = after.title();
        if (from == null || to == null || from.equals(to)) {
            return List.of();
        }
        TextDifference difference = TextDifference.between(from, to);
        return difference.kind().changesWords() ? difference.edits() : List.of();
    }

    private static Revision ofHeadline(Capture before, Capture after, List<Edit> headline) {
        TextDifference words = TextDifference.between(
                Objects.requireNonNullElse(before.title(), ""), Objects.requireNonNullElse(after.title(), ""));
        Instant modified = after.modifiedAt();
        String announced = modified != null && isNews(modified, before) ? "modified " + modified : null;
        return new Revision(
                before.textSha256(),
                before.at(),
                after.textSha256(),
                after.at(),
                announced == null,
                announced,
                RevisionKind.HEADLINE,
                words.removed(),
                words.added(),
                true,
                List.of(),
                headline);
    }

    private static Revision revision(
            Capture before,
            Capture after,
            List<Edit> headline,
            Function<String, Optional<String>> texts,
            CorrectionNotes notes,
            Map<Pair, Revision> told) {
        Optional<String> to = texts.apply(after.textSha256());
        Revision known = told.get(new Pair(before.textSha256(), after.textSha256()));
        TextDifference difference = known == null
                ? difference(texts.apply(before.textSha256()), to)
                : new TextDifference(known.edits(), known.kind(), known.removed(), known.added(), known.exact());
        String announced = announced(before, after, to.orElse(""), difference.edits(), notes);
        return new Revision(
                before.textSha256(),
                before.at(),
                after.textSha256(),
                after.at(),
                announced == null && (difference.kind().changesWords() || !headline.isEmpty()),
                announced,
                difference.kind(),
                difference.removed(),
                difference.added(),
                difference.exact(),
                difference.edits(),
                headline);
    }

    private static TextDifference difference(Optional<String> from, Optional<String> to) {
        return from.isPresent() && to.isPresent()
                ? TextDifference.between(from.get(), to.get())
                : new TextDifference(List.of(), RevisionKind.REWORDED, 0, 0, false);
    }

    private static @Nullable String announced(
            Capture before, Capture after, String later, List<Edit> edits, CorrectionNotes notes) {
        Instant modified = after.modifiedAt();
        if (modified != null && isNews(modified, before)) {
            return "modified " + modified;
        }
        return notes.in(later, edits).map(note -> "note: " + note).orElse(null);
    }

    /** Whether the date was not on the page before, and can speak of a change made since. */
    private static boolean isNews(Instant modified, Capture before) {
        Instant earlier = before.modifiedAt();
        return earlier == null ? !modified.isBefore(before.at().minus(ZONES)) : modified.isAfter(earlier);
    }

    private static List<Revision> withinBounds(List<Revision> revisions) {
        List<Revision> bounded = new ArrayList<>(revisions);
        long words = 0;
        for (int i = bounded.size() - 1; i >= 0; i--) {
            Revision r = bounded.get(i);
            words += r.edits().stream()
                    .mapToLong(e -> e.removed().length() + e.added().length())
                    .sum();
            if (words > MAX_WORDS_TOLD) {
                bounded.set(
                        i,
                        new Revision(
                                r.from(),
                                r.fromAt(),
                                r.to(),
                                r.at(),
                                r.silent(),
                                r.announced(),
                                r.kind(),
                                r.removed(),
                                r.added(),
                                false,
                                List.of(),
                                r.headline()));
            }
        }
        return bounded;
    }
}
