package org.watchword.desk.page;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The steps of a time line that takes in some months: months or, over more than {@value #MOST_MONTHS}, years. Steps with nothing in them
 * are there too: a gap must look like one.
 *
 * @param years whether a step is a year
 * @param keys {@code yyyy-MM} or {@code yyyy}, in order, at most {@value #MOST_STEPS}, the latest
 */
record MonthScale(boolean years, List<String> keys) {

    private static final int MOST_MONTHS = 48;
    private static final int MOST_STEPS = 150;

    MonthScale {
        keys = List.copyOf(keys);
    }

    /** @param months {@code yyyy-MM}, in any order; what is no month has no place on a time line */
    static MonthScale of(Collection<String> months) {
        TreeSet<YearMonth> known = new TreeSet<>();
        months.forEach(key -> month(key).ifPresent(known::add));
        if (known.isEmpty()) {
            return new MonthScale(false, List.of());
        }
        YearMonth last = known.last();
        boolean years = known.first().plusMonths(MOST_MONTHS).isBefore(last);
        List<String> keys = new ArrayList<>();
        YearMonth at = years ? known.first().withMonth(1) : known.first();
        for (YearMonth step = at; !step.isAfter(last); step = years ? step.plusYears(1) : step.plusMonths(1)) {
            keys.add(key(step, years));
        }
        return new MonthScale(years, keys.subList(Math.max(0, keys.size() - MOST_STEPS), keys.size()));
    }

    /** The step a month belongs to; empty for what is no month. */
    Optional<String> step(String month) {
        return month(month).map(found -> key(found, years));
    }

    String unit() {
        return years ? "year" : "month";
    }

    /** {@code May 2031}, {@code 2031}. */
    static String label(String key) {
        if (key.length() == 4) {
            return key;
        }
        YearMonth month = YearMonth.parse(key);
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + ' ' + month.getYear();
    }

    private static Optional<YearMonth> month(String key) {
        try {
            return Optional.of(YearMonth.parse(key)).filter(month -> month.getYear() >= 1 && month.getYear() <= 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String key(YearMonth month, boolean years) {
        return years ? String.format(Locale.ROOT, "%04d", month.getYear()) : month.toString();
    }
}
