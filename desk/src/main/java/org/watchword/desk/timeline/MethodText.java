package org.watchword.desk.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A method note as lines of a name and a sentence, for formats that people read. */
final class MethodText {

    private MethodText() {}

    static List<Map.Entry<String, String>> lines(MethodNote note) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        add(lines, "Timeline", note.title());
        add(lines, "Program", note.program());
        note.query().forEach((option, value) -> add(lines, "Query: " + option, value));
        add(lines, "Order", note.order());
        note.counts().forEach((count, value) -> add(lines, "Statements: " + count, Long.toString(value)));
        if (!note.first().isEmpty()) {
            add(lines, "Period of the statements", note.first() + " to " + note.last());
        }
        note.packs()
                .forEach((pack, flags) -> add(lines, "Rule pack " + pack, flags + (flags == 1 ? " flag" : " flags")));
        note.models().forEach(model -> add(lines, "Model", model));
        note.sources().forEach(source -> add(lines, "Source " + source.source(), source(source)));
        note.caveats().forEach(caveat -> add(lines, "Note", caveat));
        return lines;
    }

    private static void add(List<Map.Entry<String, String>> lines, String name, String value) {
        lines.add(Map.entry(WellFormed.text(name), WellFormed.text(value)));
    }

    private static String source(MethodNote.SourceNote source) {
        String statements = source.statements() + (source.statements() == 1 ? " statement" : " statements");
        String outlets = source.outlets().isEmpty() ? "" : String.join(", ", source.outlets()) + ": ";
        if (source.days().isEmpty()) {
            return outlets + statements + "; on which days it could be read is not known";
        }
        String gaps = gaps(source);
        return outlets + statements + "; read on " + source.covered() + " of "
                + source.days().size() + " days" + (gaps.isEmpty() ? "" : "; not read on " + gaps);
    }

    /** Days that tell nothing, those that follow each other as one stretch. */
    private static String gaps(MethodNote.SourceNote source) {
        List<String> stretches = new ArrayList<>();
        LocalDate begin = null;
        LocalDate end = null;
        for (Map.Entry<String, String> day : source.days().entrySet()) {
            LocalDate date = LocalDate.parse(day.getKey());
            boolean gap = day.getValue().startsWith("not-");
            if (gap && end != null && date.equals(end.plusDays(1))) {
                end = date;
            } else if (gap) {
                if (begin != null && end != null) {
                    stretches.add(stretch(begin, end));
                }
                begin = date;
                end = date;
            }
        }
        if (begin != null && end != null) {
            stretches.add(stretch(begin, end));
        }
        return String.join(", ", stretches);
    }

    private static String stretch(LocalDate begin, LocalDate end) {
        return begin.equals(end) ? begin.toString() : begin + " to " + end;
    }
}
