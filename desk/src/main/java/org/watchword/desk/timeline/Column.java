package org.watchword.desk.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Flag;
import org.watchword.model.NearestKey;
import org.watchword.model.Speaker;

/** The columns of tables, in their order. Names are stable; new ones are added at the end. Several values are separated by {@code ; }. */
public enum Column {
    DATE("published or, where unknown, captured; rows are in this order, those of one moment by id", row -> row.date()
            .toString()),
    SPEAKER(
            "the speaker's name in the fullest form known, or the words that name the speaker; empty: the outlet",
            TimelineRow::speaker),
    SPEAKER_AS_NAMED("the words that name the speaker where the quote stands", row -> of(row, Speaker::text)),
    OFFICE("what the text says the speaker is", row -> of(row, Speaker::office)),
    COUNTRY("the country of that office", row -> of(row, Speaker::country)),
    WORDS("the words, in the original", row -> row.statement().text()),
    TRANSLATION("left empty, to be filled in", row -> ""),
    LANGUAGE("BCP 47 tag", row -> row.statement().language()),
    STATUS("flagged, context (a guard took it back) or unflagged", TimelineRow::status),
    CATEGORIES("what rules found", row -> joined(row.categories())),
    TARGETS("groups the words are about", row -> joined(row.targets())),
    SEVERITY("the gravest flag that counts: low, medium, high", row -> row.counting()
            .map(Flag::severity)
            .max(Enum::compareTo)
            .map(severity -> severity.id())
            .orElse("")),
    RULES("rules that matched", row -> joined(flags(row, Flag::rule))),
    PACKS("their packs, name@hash", row -> joined(flags(row, Flag::pack))),
    GUARDS(
            "why flags do not count",
            row -> joined(row.statement().flags().stream()
                    .flatMap(flag -> flag.guards().stream())
                    .map(guard -> guard.guard() + ": " + guard.reason())
                    .distinct()
                    .toList())),
    OUTLET("who published it", row -> row.statement().outlet()),
    SOURCE("id of the source", row -> row.statement().source()),
    TITLE("headline", row -> text(row.statement().title())),
    URL("address of the page", row -> row.statement().url()),
    PERMALINK(
            "address of the statement on this desk",
            (row, links) -> links.statement(row.statement().id())),
    PUBLISHED_AT("as the page says, UTC", row -> text(row.statement().publishedAt())),
    CAPTURED_AT(
            "when the bytes were received, UTC",
            row -> row.statement().capturedAt().toString()),
    ID("of the statement", row -> row.statement().id()),
    DOCUMENT_ID("of the page", row -> row.statement().documentId()),
    TEXT_SHA256("digest of the page's text", row -> row.statement().textSha256()),
    START(
            "first UTF-16 unit in that text",
            row -> Integer.toString(row.statement().start())),
    END("one past the last", row -> Integer.toString(row.statement().end())),
    ARCHIVE_FILE("WARC file", row -> archived(row, ArchiveRef::file)),
    ARCHIVE_OFFSET("byte offset of the record in it", row -> archived(row, ref -> Long.toString(ref.offset()))),
    ARCHIVE_RECORD("WARC-Record-ID", row -> archived(row, ArchiveRef::recordId)),
    ARCHIVE_SHA256("digest of the payload", row -> archived(row, ArchiveRef::sha256)),
    VANISHED_AT(
            "when the page was first captured without the words",
            row -> text(row.statement().vanishedAt())),
    EDITED(
            "how the page was edited since: none, announced, silent",
            row -> row.statement().edited().id()),
    STORY("pages with copies of one text share it", row -> row.statement().story()),
    COPIES(
            "statements with these words in the story, where copies are collapsed; else 1",
            row -> Long.toString(row.copies()));

    private final String meaning;
    private final BiFunction<TimelineRow, Links, String> value;

    Column(String meaning, Function<TimelineRow, String> value) {
        this(meaning, (row, links) -> value.apply(row));
    }

    Column(String meaning, BiFunction<TimelineRow, Links, String> value) {
        this.meaning = meaning;
        this.value = value;
    }

    /** As it heads the column. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands in it. */
    public String meaning() {
        return meaning;
    }

    String of(TimelineRow row, Links links) {
        return WellFormed.text(value.apply(row, links));
    }

    public static List<Column> all() {
        return List.of(values());
    }

    /**
     * The columns named in a list with commas.
     *
     * @throws IllegalArgumentException at a name that is none, with the nearest one that is
     */
    public static List<Column> parse(String list) {
        List<Column> columns = new ArrayList<>();
        for (String name : list.split(",")) {
            String wanted = name.strip();
            Optional<Column> found =
                    Arrays.stream(values()).filter(c -> c.id().equals(wanted)).findFirst();
            columns.add(found.orElseThrow(() -> new IllegalArgumentException("no column '" + wanted + "'"
                    + NearestKey.of(
                                    wanted,
                                    Arrays.stream(values()).map(Column::id).toList())
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElseGet(() -> "; columns are "
                                    + Arrays.stream(values()).map(Column::id).collect(Collectors.joining(", "))))));
        }
        return List.copyOf(columns);
    }

    /** What is told of a speaker, if it is told. */
    private interface Part {
        @Nullable
        String of(Speaker speaker);
    }

    private static String of(TimelineRow row, Part part) {
        Speaker speaker = row.statement().speaker();
        return speaker == null ? "" : text(part.of(speaker));
    }

    private static String archived(TimelineRow row, Function<ArchiveRef, String> part) {
        ArchiveRef archive = row.statement().archive();
        return archive == null ? "" : part.apply(archive);
    }

    private static List<String> flags(TimelineRow row, Function<Flag, String> part) {
        return row.statement().flags().stream().map(part).distinct().toList();
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
