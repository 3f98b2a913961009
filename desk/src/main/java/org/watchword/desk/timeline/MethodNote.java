package org.watchword.desk.timeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How a timeline was made, so that another can judge it and make it again. It names no time of export: that stands in the custody log.
 *
 * @param title of the timeline
 * @param program name and version
 * @param query what was asked, by the names of the options
 * @param order of the rows
 * @param counts {@code found}, {@code exported}, and of these {@code flagged}, {@code context}, {@code unflagged}; {@code copies} left out
 * @param first date of the first row; empty when there is none
 * @param last date of the last row
 * @param sources what each contributed, and on which days it could be read
 * @param packs rule packs whose flags are in the rows, with the number of flags
 * @param models language models of the program that made this
 * @param columns of a table, with what stands in them
 * @param caveats what must not be read into it
 */
@JsonPropertyOrder({
    "title", "program", "query", "order", "counts", "first", "last", "sources", "packs", "models", "columns", "caveats"
})
public record MethodNote(
        String title,
        String program,
        Map<String, String> query,
        String order,
        Map<String, Long> counts,
        String first,
        String last,
        List<SourceNote> sources,
        SortedMap<String, Long> packs,
        List<String> models,
        Map<String, String> columns,
        List<String> caveats) {

    /**
     * What is known of one source.
     *
     * @param source its id
     * @param outlets names under which its pages were published
     * @param statements rows from it; a source without any may have been silent, or not have been read: see its days
     * @param days what each day of the period tells, {@code yyyy-MM-dd} to {@code published}, {@code nothing-new}, {@code not-reached} or
     *     {@code not-looked-at}; empty when it is not known
     */
    @JsonPropertyOrder({"source", "outlets", "statements", "days"})
    public record SourceNote(String source, List<String> outlets, long statements, SortedMap<String, String> days) {

        /** Days on which the source could be read. */
        long covered() {
            return days.values().stream()
                    .filter(kind -> kind.equals("published") || kind.equals("nothing-new"))
                    .count();
        }
    }

    /** As a file of its own, in JSON. */
    public byte[] toJson() {
        return Json.note(this);
    }
}
