package org.watchword.desk.review;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.timeline.CellText;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.RabatFactor;
import org.watchword.model.review.Review;
import tools.jackson.databind.json.JsonMapper;

/** How decisions are taken away: every one that was ever made, none left out because a later one replaced it. */
public enum ReviewFormat {
    /** A table (RFC 4180); a cell that a spreadsheet would take for a formula gets an apostrophe before it. */
    CSV("text/csv; charset=utf-8"),
    /** The records as they are kept, one a line. */
    JSONL("application/x-ndjson; charset=utf-8");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String contentType;

    ReviewFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** In small letters, as in file names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the whole log.
     *
     * @return how many decisions
     */
    public long write(ReviewLog log, OutputStream out) throws IOException {
        long[] count = {0};
        try {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (this == JSONL) {
                log.read(decision -> {
                    count[0]++;
                    line(text, JSON.writeValueAsString(decision));
                });
            } else {
                CSVPrinter printer = new CSVPrinter(
                        text,
                        CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get());
                printer.printRecord(headings());
                log.read(decision -> {
                    count[0]++;
                    row(printer, decision);
                });
            }
            text.flush();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        return count[0];
    }

    private static void line(Writer text, String line) {
        try {
            text.write(line);
            text.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(CSVPrinter printer, Review decision) {
        try {
            printer.printRecord(cells(decision).stream().map(CellText::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(
                "id",
                "at",
                "reviewer",
                "kind",
                "statementId",
                "documentId",
                "verdict",
                "flag",
                "reason",
                "note",
                "correctedSpeaker",
                "correctedTarget",
                "correctedCategory",
                "attributed",
                "rules",
                "packs",
                "categories",
                "before",
                "after",
                "basedOn"));
        Arrays.stream(RabatFactor.values()).map(f -> "worksheet-" + f.id()).forEach(headings::add);
        return headings;
    }

    private static List<String> cells(Review decision) {
        List<JudgedFlag> judged = decision.judged();
        List<String> cells = new ArrayList<>(List.of(
                decision.id(),
                decision.at().toString(),
                decision.reviewer(),
                decision.kind().id(),
                decision.statementId(),
                decision.documentId(),
                decision.verdict().id(),
                text(decision.flag()),
                decision.reason(),
                decision.note(),
                text(decision.correction().speaker()),
                text(decision.correction().target()),
                text(decision.correction().category()),
                text(decision.attributed()),
                judged.stream().map(JudgedFlag::rule).collect(Collectors.joining(" ")),
                judged.stream().map(JudgedFlag::pack).distinct().collect(Collectors.joining(" ")),
                judged.stream().map(f -> f.category().id()).distinct().collect(Collectors.joining(" ")),
                decision.before().state().id(),
                decision.after().state().id(),
                text(decision.basedOn())));
        Arrays.stream(RabatFactor.values())
                .map(factor -> decision.worksheet().getOrDefault(factor, ""))
                .forEach(cells::add);
        return cells;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
