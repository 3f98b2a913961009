package org.watchword.ingest.discover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in addresses: read from an address, and written into the templates of archives. */
public final class DatedUrl {

    private static final Pattern DATE =
            Pattern.compile("[/_-]((?:19|20)\\d{2})([/_-]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final List<String> KNOWN = List.of("yyyy", "yy", "MM", "M", "dd", "d");

    private DatedUrl() {}

    /** The day that an address names, as in {@code /2024/05/17/}; empty when it names none or two. */
    public static Optional<LocalDate> day(String url) {
        Matcher m = DATE.matcher(url);
        LocalDate found = null;
        while (m.find()) {
            try {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
                if (found != null && !found.equals(day)) {
                    return Optional.empty();
                }
                found = day;
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(found);
    }

    /** What is wrong with a template, or empty. */
    public static Optional<String> problem(String template) {
        Matcher m = PLACEHOLDER.matcher(template);
        boolean year = false;
        while (m.find()) {
            if (!KNOWN.contains(m.group(1))) {
                return Optional.of(
                        "no such placeholder: '" + m.group() + "'; placeholders: {yyyy} {yy} {MM} {M} {dd} {d}");
            }
            year |= m.group(1).startsWith("y");
        }
        return year
                ? Optional.empty()
                : Optional.of("an archive's address needs a year: {yyyy}, and where it has them {MM} and {dd}");
    }

    /** The addresses of a template for every day, month or year from {@code from} to {@code to}, the latest first. */
    public static List<String> fill(String template, LocalDate from, LocalDate to) {
        boolean days = template.contains("{d");
        boolean months = template.contains("{M");
        List<String> urls = new ArrayList<>();
        LocalDate first = days ? from : months ? from.withDayOfMonth(1) : from.withDayOfYear(1);
        LocalDate at = days ? to : months ? to.withDayOfMonth(1) : to.withDayOfYear(1);
        while (!at.isBefore(first)) {
            urls.add(fill(template, at));
            at = days ? at.minusDays(1) : months ? at.minusMonths(1) : at.minusYears(1);
        }
        return urls;
    }

    private static String fill(String template, LocalDate day) {
        return PLACEHOLDER.matcher(template).replaceAll(m -> switch (m.group(1)) {
            case "yyyy" -> "%04d".formatted(day.getYear());
            case "yy" -> "%02d".formatted(day.getYear() % 100);
            case "MM" -> "%02d".formatted(day.getMonthValue());
            case "M" -> String.valueOf(day.getMonthValue());
            case "dd" -> "%02d".formatted(day.getDayOfMonth());
            default -> String.valueOf(day.getDayOfMonth());
        });
    }
}
