package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.passage.DifferenceText;
import org.watchword.desk.passage.DifferenceText.Part;
import org.watchword.model.Analysis;
import org.watchword.model.Edit;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;

/**
 * One change of a page.
 *
 * @param documentId the page's id
 * @param revision what changed
 * @param parts the difference, in words; empty when it cannot be shown
 * @param headline the headline's difference, in words; empty when it has none
 */
public record RevisionView(String documentId, Revision revision, List<Part> parts, List<Part> headline) {

    static RevisionView of(String documentId, Revision revision, Optional<Analysis> later) {
        List<Part> parts = later.map(
                        analysis -> DifferenceText.of(analysis.document().text(), revision.edits()))
                .orElse(List.of());
        boolean same = revision.isOfHeadlineOnly();
        return new RevisionView(documentId, revision, same ? List.of() : parts, headline(revision));
    }

    private static List<Part> headline(Revision revision) {
        return brief(revision.headline(), Integer.MAX_VALUE);
    }

    /** The edits alone, without the text around them. */
    static RevisionView brief(String documentId, Revision revision, int most) {
        return new RevisionView(documentId, revision, brief(revision.edits(), most), headline(revision));
    }

    private static List<Part> brief(List<Edit> edits, int most) {
        List<Part> parts = new ArrayList<>();
        edits.stream().limit(most).forEach(edit -> {
            parts.add(new Part(DifferenceText.Change.SKIPPED, ""));
            add(parts, DifferenceText.Change.REMOVED, edit.removed());
            add(parts, DifferenceText.Change.ADDED, edit.added());
        });
        return parts;
    }

    private static void add(List<Part> parts, DifferenceText.Change change, String words) {
        if (!words.isEmpty()) {
            parts.add(new Part(change, words.length() <= BRIEF ? words : words.substring(0, wordEnd(words)) + " …"));
            parts.add(new Part(DifferenceText.Change.SAME, " "));
        }
    }

    private static final int BRIEF = 240;

    private static int wordEnd(String words) {
        int space = words.lastIndexOf(' ', BRIEF);
        return space > 0 ? space : words.offsetByCodePoints(0, BRIEF / 2);
    }

    /** {@code 12 words removed, 3 added}. */
    public String counts() {
        return Labels.count(revision.removed(), "word", "words") + " removed, " + Labels.number(revision.added())
                + " added";
    }

    public String what() {
        return switch (revision.kind()) {
            case EXTENDED -> "Words added";
            case SHORTENED -> "Words taken away";
            case REWORDED -> "Reworded";
            case HEADLINE -> "Headline changed, text left as it was";
            case MARKS -> "Punctuation or spelling of characters only";
            case LAYOUT -> "Spacing and paragraphs only";
        };
    }

    /** Whether and how the page owns up to the change, in a sentence. */
    public String standing() {
        String announced = revision.announced();
        if (announced != null) {
            return announced.startsWith("note: ")
                    ? "The page says so: “" + announced.substring("note: ".length()) + "”"
                    : "The page gives a new date of modification: " + announced.substring("modified ".length());
        }
        return revision.silent()
                ? "Silent: no new date of modification and no note of correction was found on the page."
                : "No words changed.";
    }

    public boolean isShown() {
        return !parts.isEmpty() || !headline.isEmpty() || revision.kind() == RevisionKind.LAYOUT;
    }

    public String fromHref() {
        return Paths.document(documentId, revision.from());
    }

    public String toHref() {
        return Paths.document(documentId, revision.to());
    }

    public String anchor() {
        return "r-" + revision.at().toEpochMilli();
    }
}
