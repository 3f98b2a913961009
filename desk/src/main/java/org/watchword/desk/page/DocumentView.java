package org.watchword.desk.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Piece;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.FlagStatus;
import org.watchword.model.PageHistory;
import org.watchword.model.Statement;

/**
 * The page of one captured version of a document.
 *
 * @param document the version
 * @param language what it is written in
 * @param blocks its text in order
 * @param statements how many were found in it
 * @param flagged how many of them are flagged
 * @param history how the page has changed
 */
public record DocumentView(
        Document document, String language, List<Block> blocks, int statements, long flagged, PageHistory history) {

    /**
     * A stretch of text that is one statement's, or nobody's.
     *
     * @param statement whose; null for text between statements
     * @param first whether the statement begins here
     * @param pieces the words
     */
    public record Block(@Nullable Statement statement, boolean first, List<Piece> pieces) {

        /** Where an address within the page points; null where no statement begins. */
        public @Nullable String anchor() {
            return statement == null || !first ? null : "s-" + statement.id();
        }

        public String href() {
            return statement == null ? "" : Paths.statement(statement.id());
        }

        /** Who says it and what it is marked for, for a reader who hovers or listens. */
        public String title() {
            if (statement == null) {
                return "";
            }
            var speaker = statement.speaker();
            String voice = "Statement of "
                    + (speaker == null
                            ? "the outlet"
                            : Objects.requireNonNullElse(speaker.name(), "somebody the text does not name"));
            String chips = String.join(
                    ", ",
                    FlagChip.of(statement.flags()).stream()
                            .map(chip -> chip.label().toLowerCase(Locale.ROOT) + ": " + chip.name())
                            .toList());
            return chips.isEmpty() ? voice : voice + "; " + chips;
        }
    }

    static DocumentView of(Analysis analysis) {
        String text = analysis.document().text();
        List<Statement> statements = analysis.annotation().statements().stream()
                .filter(statement -> statement.end() <= text.length() && statement.start() < statement.end())
                .sorted(Comparator.comparingInt(Statement::start)
                        .thenComparing(Statement::end, Comparator.reverseOrder()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        Set<Statement> begun = new HashSet<>();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        statements.forEach(statement -> cuts.addAll(List.of(statement.start(), statement.end())));
        ArrayDeque<Statement> open = new ArrayDeque<>();
        int next = 0;
        int from = cuts.pollFirst();
        for (int to : cuts) {
            int at = from;
            while (next < statements.size() && statements.get(next).start() <= at) {
                open.push(statements.get(next++));
            }
            open.removeIf(statement -> statement.end() <= at);
            // The one that began last is the innermost: a quotation within a statement is shown as its own.
            Statement innermost = open.peek();
            blocks.add(block(innermost, innermost != null && begun.add(innermost), text.substring(at, to), at));
            from = to;
        }
        long flagged = statements.stream()
                .filter(statement -> statement.flags().stream().anyMatch(flag -> flag.status() == FlagStatus.FLAGGED))
                .count();
        return new DocumentView(
                analysis.document(),
                analysis.annotation().language(),
                blocks,
                statements.size(),
                flagged,
                analysis.history());
    }

    private static Block block(@Nullable Statement statement, boolean first, String words, int at) {
        MarkedText marked = new MarkedText(words);
        if (statement != null) {
            marked.markFlags(statement.flags(), at);
        }
        return new Block(statement, first, marked.pieces());
    }

    public String title() {
        String title = document.title();
        return title == null || title.isBlank() ? document.url() : title;
    }

    public @Nullable String original() {
        return Labels.webLink(document.url());
    }

    public String versionsHref() {
        return Paths.versions(document.id());
    }

    public String apiHref() {
        return "/api" + Paths.document(document.id(), document.textSha256());
    }
}
