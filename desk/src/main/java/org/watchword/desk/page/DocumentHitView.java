package org.watchword.desk.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.watchword.desk.passage.Mark;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Piece;
import org.watchword.index.DocumentHit;
import org.watchword.model.Category;
import org.watchword.model.PageEdits;

/**
 * A document on the search page.
 *
 * @param document what was found
 * @param passages its words where the search found some, those marked; otherwise its beginning
 */
public record DocumentHitView(DocumentHit document, List<List<Piece>> passages) {

    private static final int MOST_NAMES = 3;

    static DocumentHitView of(DocumentHit document) {
        return new DocumentHitView(
                document,
                document.passages().stream()
                        .map(passage -> {
                            MarkedText text = new MarkedText(passage.text());
                            passage.highlights().forEach(span -> text.mark(Mark.HIT, span));
                            return text.pieces();
                        })
                        .toList());
    }

    public String href() {
        return Paths.document(document.documentId());
    }

    /** Its headline or, when it has none, its address. */
    public String title() {
        return Objects.requireNonNullElse(document.title(), document.url());
    }

    public String date() {
        Instant published = document.publishedAt();
        return published == null ? "captured " + Labels.day(document.capturedAt()) : Labels.day(published);
    }

    public String isoDate() {
        Instant published = document.publishedAt();
        return (published == null ? document.capturedAt() : published).toString();
    }

    /** {@code 4 statements, 2 of them flagged}. */
    public String statements() {
        if (document.statements() == 0) {
            return "no statement";
        }
        String all = Labels.count(document.statements(), "statement", "statements");
        return document.flagged() == 0 ? all : all + ", " + Labels.number(document.flagged()) + " flagged";
    }

    /** Names of the categories it was marked with. */
    public List<String> categories() {
        return document.category().stream()
                .map(id -> Category.find(id).map(CategoryNames::fullName).orElse(id))
                .toList();
    }

    /** The first who speak on it. */
    public List<String> speakers() {
        return document.speaker().stream().limit(MOST_NAMES).toList();
    }

    /** How many more speak on it; 0 when all are named. */
    public int otherSpeakers() {
        return Math.max(0, document.speaker().size() - MOST_NAMES);
    }

    public String speakerHref(String name) {
        return Paths.speaker(name);
    }

    public boolean isSilentlyEdited() {
        return document.edited() == PageEdits.SILENT;
    }
}
