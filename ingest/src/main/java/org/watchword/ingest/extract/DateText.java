package org.watchword.ingest.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.ZoneText;
import org.watchword.model.LowerCase;

/**
 * Reads a date, perhaps with a time, out of machine-written or human-written text. A date without a time is midnight UTC; a time
 * without a zone is taken as UTC, which keeps the day. Dates before 1995 are not publication dates of web pages and are passed over,
 * unless the page states them as such.
 */
final class DateText {

    private static final int FIRST_YEAR = 1995;

    /** Of what a page states about an article or a speech that it took over from paper. */
    private static final int FIRST_STATED = 1900;

    private static final int LAST_YEAR = 2099;

    /** UTF-16 units of a text. */
    private static final int MOST_READ = 400;

    private static final Pattern CLOCK_INSIDE = Pattern.compile(
            "([\\p{L}]{3,})\\.? (\\d{1,2}),? \\d\\d:\\d\\d(?::\\d\\d)? (?:[A-Z]{2,5} |[+-]\\d{4} )?((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)(?:[-/]|\\.\\s?)(0?[1-9]|1[0-2])(?:[-/]|\\.\\s?)(0?[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=T?\\d{4}|T|\\b)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?((?:19|20)\\d\\d|\\d\\d)(?!\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|-?го|\\.)?,?[\\s./-]*(?:de |of |d[’'])?\\s?([\\p{L}][\\p{L}\\p{M}]+)[.,]?[\\s/-]*(?:de |del |of )?,?\\s?((?:19|20)\\d\\d|'\\d\\d)(?!\\d)");
    /** A year of two digits without an apostrophe, where nothing but a time follows: "12-Jan-21". */
    private static final Pattern DAY_MONTH_SHORT = Pattern.compile(
            "(?<![\\d.])(\\d{1,2})\\.?[-/ ]\\s?([\\p{L}][\\p{L}\\p{M}]{2,})\\.?[-/ ](\\d\\d)(?=\\s*$|[,|]?\\s+\\d{1,2}:\\d\\d)");

    private static final Pattern MONTH_DAY = Pattern.compile(
            "([\\p{L}][\\p{L}\\p{M}]{2,})[.,]?[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?\\.?,?[\\s-]*((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile(
            "((?:19|20)\\d\\d)(?:\\.?| m\\.),?\\s+([\\p{L}][\\p{L}\\p{M}]{2,})\\.?\\s+(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_DAY_MONTH = Pattern.compile(
            "((?:19|20)\\d\\d)(?:\\.? gada| жылғы| ж\\.)\\s+(\\d{1,2})\\.?\\s+([\\p{L}][\\p{L}\\p{M}]{2,})");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?iu)(?<!\\d)(\\d{1,2})\\s+tháng\\s+(\\d{1,2})[,\\s]+(?:năm\\s+)?((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern PERSIAN_NAMED =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?([\\p{L}]+)(?:\\s?ماه)?،?\\s?(1[34]\\d\\d)(?!\\d)");
    private static final Pattern PERSIAN =
            Pattern.compile("(?<![\\d/])(1[34]\\d\\d)[/.-](\\d{1,2})[/.-](\\d{1,2})(?![\\d/])");
    private static final Pattern EASTERN =
            Pattern.compile("((?:19|20)\\d\\d)\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?<!\\d)([01]?\\d|2[0-3])[:.h]([0-5]\\d)(?::([0-5]\\d)(?:[.,]\\d{1,9})?)?\\s*([ap]\\.?m\\b\\.?)?\\s*"
                    + "(z\\b|(?:gmt|utc)?\\s*[+\\-−]\\s?\\d{1,2}:?(?:\\d\\d)?|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|bst|cet|cest|mez|mesz|eet|eest|msk|ist)?(?![\\p{L}\\d])");
    private static final Pattern COMPACT_TIME =
            Pattern.compile("^T?([01]\\d|2[0-3])([0-5]\\d)([0-5]\\d)?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern TWO_WORDS = Pattern.compile("(كانون|تشرين)\\s(?=ال)");
    private static final Pattern EPOCH = Pattern.compile("(1\\d{9})(?:\\d{3})?");

    private static final List<Form> FORMS = List.of(Form.values());

    private final Months months = new Months();

    /**
     * The date a metadata field gives.
     *
     * @param language two-letter code of the page, empty when unknown; decides names and 03/04
     */
    @Nullable
    PageDate field(@Nullable String value, String language) {
        return field(value, language, FIRST_YEAR);
    }

    /** As {@link #field}, where the page states the day of the article's publication, which may be older than the web. */
    @Nullable
    PageDate stated(@Nullable String value, String language) {
        PageDate date = field(value, language, FIRST_STATED);
        return date == null || isZero(date.day()) ? null : date;
    }

    /** What programs write for no date. */
    private static boolean isZero(LocalDate day) {
        return day.equals(LocalDate.EPOCH)
                || day.equals(LocalDate.EPOCH.minusDays(1))
                || day.equals(LocalDate.of(FIRST_STATED, 1, 1));
    }

    private @Nullable PageDate field(@Nullable String value, String language, int firstYear) {
        if (value == null || value.length() > 100) {
            return null;
        }
        String text = value.strip();
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long second = Long.parseLong(epoch.group(1));
            return plausible(
                    new PageDate(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC), true, 0, text.length()),
                    firstYear);
        }
        return visible(text, language, firstYear);
    }

    /** The first date in text a person reads. */
    @Nullable
    PageDate visible(String text, String language) {
        return visible(text, language, FIRST_YEAR);
    }

    private @Nullable PageDate visible(String text, String language, int firstYear) {
        String cut = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
        if (!DateMarks.perhaps(cut)) {
            return null;
        }
        String head = plain(cut);
        DateMarks marks = DateMarks.of(head);
        Found best = null;
        for (Form form : FORMS) {
            if (!form.needs.test(marks)) {
                continue;
            }
            Matcher m = form.pattern.matcher(head);
            while (m.find() && (best == null || m.start() < best.start)) {
                LocalDate date = date(form, m.toMatchResult(), language);
                if (date != null && date.getYear() >= firstYear) {
                    best = new Found(date, m.start(), m.end(), form);
                    break;
                }
            }
        }
        return best == null ? null : plausible(withTime(best, head), firstYear);
    }

    private record Found(LocalDate date, int start, int end, Form form) {

        PageDate at(OffsetDateTime moment, boolean timed) {
            return new PageDate(moment, timed, start, end);
        }
    }

    private enum Form {
        YMD(ISO, DateMarks::year),
        PACKED(COMPACT, DateMarks::year),
        ASIAN(EASTERN, DateMarks::eastern),
        CLOCK(CLOCK_INSIDE, DateMarks::year),
        DMY_NAMED(DAY_MONTH, marks -> marks.year() || marks.shortened()),
        DMY_SHORT(DAY_MONTH_SHORT, marks -> marks.digits() >= 3),
        MDY_NAMED(MONTH_DAY, DateMarks::year),
        YMD_NAMED(YEAR_MONTH_DAY, DateMarks::year),
        YDM_NAMED(YEAR_DAY_MONTH, DateMarks::year),
        VI(VIETNAMESE, DateMarks::year),
        FA_NAMED(PERSIAN_NAMED, DateMarks::persian),
        FA(PERSIAN, DateMarks::persian),
        DMY(NUMERIC, marks -> marks.digits() >= 4);

        final Pattern pattern;
        final Predicate<DateMarks> needs;

        Form(Pattern pattern, Predicate<DateMarks> needs) {
            this.pattern = pattern;
            this.needs = needs;
        }
    }

    private @Nullable LocalDate date(Form form, MatchResult m, String language) {
        return switch (form) {
            case YMD, PACKED, ASIAN -> of(m.group(1), number(m.group(2)), m.group(3));
            case DMY_NAMED, DMY_SHORT -> of(m.group(3), months.of(m.group(2), language), m.group(1));
            case CLOCK, MDY_NAMED -> of(m.group(3), months.of(m.group(1), language), m.group(2));
            case YMD_NAMED -> of(m.group(1), months.of(m.group(2), language), m.group(3));
            case YDM_NAMED -> of(m.group(1), months.of(m.group(3), language), m.group(2));
            case VI -> of(m.group(3), number(m.group(2)), m.group(1));
            case FA_NAMED -> persian(m.group(3), PersianCalendar.month(m.group(2)), m.group(1));
            case FA ->
                language.equals("fa") || language.equals("ps")
                        ? persian(m.group(1), number(m.group(2)), m.group(3))
                        : null;
            case DMY -> {
                int a = number(m.group(1));
                int b = number(m.group(3));
                // Only the dotless forms of American English put the month first.
                boolean monthFirst = b > 12
                        || (a <= 12 && language.equals("en") && m.group(2).equals("/"));
                yield monthFirst ? of(m.group(4), a, m.group(3)) : of(m.group(4), b, m.group(1));
            }
        };
    }

    private static @Nullable LocalDate of(String year, int month, String day) {
        int y = number(year.startsWith("'") ? year.substring(1) : year);
        y = y < 100 ? 2000 + y : y;
        if (month < 1 || month > 12 || y < FIRST_STATED || y > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(y, month, number(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate persian(String year, int month, String day) {
        LocalDate date = PersianCalendar.day(number(year), month, number(day));
        return date == null || date.getYear() < FIRST_YEAR ? null : date;
    }

    /** Digits of any script as ASCII, and the Arabic months of two words as one; every unit keeps its place. */
    private static String plain(String text) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c > 0x7F && Character.isDigit(c)) {
                out.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        Matcher m = TWO_WORDS.matcher(text);
        while (m.find()) {
            out.setCharAt(m.end(1), Months.JOINT);
        }
        return out.toString();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static PageDate withTime(Found found, String text) {
        String rest = text.substring(found.end, Math.min(text.length(), found.end + 60));
        if (found.form == Form.PACKED) {
            Matcher packed = COMPACT_TIME.matcher(rest);
            if (packed.find()) {
                LocalTime time = LocalTime.of(number(packed.group(1)), number(packed.group(2)));
                return found.at(found.date.atTime(time).atOffset(offset(packed.group(4))), true);
            }
        }
        Matcher m = TIME.matcher(found.form == Form.CLOCK ? text.substring(found.start, found.end) : rest);
        if (!m.find() || m.start() > 25) {
            String before = text.substring(Math.max(0, found.start - 40), found.start);
            m = TIME.matcher(before);
            if (!m.find() || before.length() - m.end() > 20) {
                return found.at(found.date.atStartOfDay().atOffset(ZoneOffset.UTC), false);
            }
        }
        int hour = number(m.group(1));
        String half = m.group(4) == null ? "" : LowerCase.of(m.group(4));
        if (half.startsWith("p") && hour < 12) {
            hour += 12;
        } else if (half.startsWith("a") && hour == 12) {
            hour = 0;
        }
        LocalTime time = LocalTime.of(hour, number(m.group(2)), m.group(3) == null ? 0 : number(m.group(3)));
        return found.at(found.date.atTime(time).atOffset(offset(m.group(5))), true);
    }

    /** A zone that cannot be read is taken for UTC: the day, which is what matters most, is then off by one at most. */
    private static ZoneOffset offset(@Nullable String zone) {
        return zone == null ? ZoneOffset.UTC : ZoneText.offset(zone).orElse(ZoneOffset.UTC);
    }

    private static @Nullable PageDate plausible(PageDate date, int firstYear) {
        int year = date.at().getYear();
        return year < firstYear || year > LAST_YEAR ? null : date;
    }
}
