package org.watchword.analyze.rule.term;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.watchword.analyze.rule.term.Term.Target;
import org.watchword.model.Category;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;
import org.watchword.model.Severity;

/**
 * Reads a list of terms: CSV with a head line, commas or semicolons between the columns. Columns {@code term} and {@code category} must be
 * there; the others may. A line that cannot be used becomes a problem, the rest stay.
 *
 * @param terms in the order of the file
 * @param problems lines that were refused
 */
record TermList(List<Term> terms, List<TermProblem> problems) {

    private static final Set<String> COLUMNS = new TreeSet<>(Set.of(
            "term",
            "category",
            "severity",
            "language",
            "description",
            "forms",
            "case",
            "target",
            "group",
            "author",
            "date",
            "reference",
            "false positives"));
    /** Categories that may concern an event, a perpetrator, a monument or land instead of a group named in the sentence. */
    private static final Set<Category> WITHOUT_GROUP = Set.of(
            Category.GLORIFICATION, Category.DENIAL_ATROCITY, Category.DENIAL_HERITAGE, Category.CLAIM_TERRITORIAL);

    TermList {
        terms = List.copyOf(terms);
        problems = List.copyOf(problems);
    }

    /**
     * @param file names the list in references and errors
     * @param defaults for columns a list need not have
     * @param groups ids of the groups there are
     * @throws ConfigException when the head line cannot be used
     */
    static TermList read(String file, String csv, TermDefaults defaults, Set<String> groups) {
        String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Term> terms = new ArrayList<>();
        List<TermProblem> problems = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            columns(file, parser.getHeaderNames());
            long before = parser.getCurrentLineNumber();
            for (CSVRecord row : parser) {
                int line = (int) before + 1;
                before = parser.getCurrentLineNumber();
                try {
                    terms.add(new Row(row, line, file, defaults, groups).term());
                } catch (IllegalArgumentException e) {
                    problems.add(new TermProblem(line, String.valueOf(e.getMessage())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read as CSV", e);
        } catch (UncheckedIOException e) {
            throw new ConfigException(file + ": no CSV: " + e.getMessage());
        }
        return new TermList(terms, problems);
    }

    private static void columns(String file, List<String> names) {
        for (String name : names) {
            if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new ConfigException(
                        file, 1, 1, NearestKey.unknown(name, COLUMNS).replace("key", "column"), null);
            }
        }
        for (String needed : List.of("term", "category")) {
            if (names.stream().noneMatch(needed::equalsIgnoreCase)) {
                throw new ConfigException(file, 1, 1, "column '" + needed + "' is missing in the first line", null);
            }
        }
    }

    /** One line; its methods throw IllegalArgumentException with a message for the one who wrote it. */
    private record Row(CSVRecord row, int line, String file, TermDefaults defaults, Set<String> groups) {

        Term term() {
            if (!row.isConsistent()) {
                throw new IllegalArgumentException(
                        "found " + row.size() + " columns, expected as many as the first line has");
            }
            String words = text("term", "");
            if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException("the term is empty");
            }
            String language = text("language", defaults.language());
            if (!language.equals(defaults.language())) {
                throw new IllegalArgumentException("the language is '" + language + "', but these rules are for '"
                        + defaults.language() + "': import it to a folder of its own");
            }
            Category category = category();
            Target target = oneOf("target", Target.class, Target.GROUP);
            return new Term(
                    line,
                    words,
                    Arrays.stream(text("forms", "").split("[;|]"))
                            .map(String::strip)
                            .filter(form -> !form.isEmpty())
                            .toList(),
                    exact(),
                    category,
                    oneOf("severity", Severity.class, Severity.MEDIUM),
                    checked(target, category),
                    group(target),
                    text("description", "“" + words + "”, a term of " + file + "."),
                    text("author", defaults.author()),
                    date(),
                    text("reference", file + ", line " + line),
                    text("false positives", "any other sense of the term: made from a list, not yet read in context"));
        }

        private String text(String column, String otherwise) {
            String value = row.isMapped(column)
                    ? row.get(column).replaceAll("[\\p{Cc}\\s]+", " ").strip()
                    : "";
            return value.isEmpty() ? otherwise : value;
        }

        private Category category() {
            String id = text("category", "");
            return Category.find(id)
                    .orElseThrow(() -> new IllegalArgumentException(NearestKey.unknown(
                                    id,
                                    Arrays.stream(Category.values())
                                            .map(Category::id)
                                            .collect(Collectors.toSet()))
                            .replace("key", "category")));
        }

        private <E extends Enum<E>> E oneOf(String column, Class<E> values, E otherwise) {
            String value = text(column, otherwise.name().toLowerCase(Locale.ROOT));
            for (E known : values.getEnumConstants()) {
                if (known.name().equalsIgnoreCase(value)) {
                    return known;
                }
            }
            throw new IllegalArgumentException(column + " is '" + value + "', expected one of "
                    + Arrays.stream(values.getEnumConstants())
                            .map(known -> known.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }

        private static Target checked(Target target, Category category) {
            if (target == Target.NONE && !WITHOUT_GROUP.contains(category)) {
                throw new IllegalArgumentException("a flag of category '" + category.id()
                        + "' needs a group: target must be 'group', or 'itself' with the group that the term names");
            }
            return target;
        }

        private String group(Target target) {
            String group = text("group", "");
            if (target != Target.ITSELF) {
                if (!group.isEmpty()) {
                    throw new IllegalArgumentException("a group is named, but the target is not 'itself'");
                }
                return "";
            }
            if (group.isEmpty()) {
                throw new IllegalArgumentException("which group does the term name? Column 'group' is empty");
            }
            if (!groups.contains(group)) {
                throw new IllegalArgumentException("no lexicon has a group '" + group + "'"
                        + NearestKey.of(group, groups)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
            return group;
        }

        private boolean exact() {
            String value = text("case", "any");
            if (!value.equals("any") && !value.equals("exact")) {
                throw new IllegalArgumentException("case is '" + value + "', expected any or exact");
            }
            return value.equals("exact");
        }

        private String date() {
            try {
                return LocalDate.parse(text("date", defaults.date().toString())).toString();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "expected a date like 2026-01-31, found '" + text("date", "") + "'", e);
            }
        }
    }
}
