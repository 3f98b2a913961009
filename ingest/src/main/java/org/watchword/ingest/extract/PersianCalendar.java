package org.watchword.ingest.extract;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The solar Hijri calendar of Iran and Afghanistan, by the arithmetic rule of 8 leap years in 33, which agrees with the observed
 * calendar for the years 1178 to 1502 (1799 to 2123).
 */
final class PersianCalendar {

    private static final long FIRST_DAY = LocalDate.of(622, 3, 21).toEpochDay();
    private static final int FIRST_YEAR = 1178;
    private static final int LAST_YEAR = 1502;

    /** Iranian names, then the Arabic names of the zodiac that Afghanistan uses; Arabic and Persian spellings of yeh and kaf. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("فروردین", 1),
            Map.entry("اردیبهشت", 2),
            Map.entry("خرداد", 3),
            Map.entry("تیر", 4),
            Map.entry("مرداد", 5),
            Map.entry("امرداد", 5),
            Map.entry("شهریور", 6),
            Map.entry("مهر", 7),
            Map.entry("آبان", 8),
            Map.entry("آذر", 9),
            Map.entry("دی", 10),
            Map.entry("بهمن", 11),
            Map.entry("اسفند", 12),
            Map.entry("حمل", 1),
            Map.entry("ثور", 2),
            Map.entry("جوزا", 3),
            Map.entry("سرطان", 4),
            Map.entry("اسد", 5),
            Map.entry("سنبله", 6),
            Map.entry("میزان", 7),
            Map.entry("عقرب", 8),
            Map.entry("قوس", 9),
            Map.entry("جدی", 10),
            Map.entry("دلو", 11),
            Map.entry("حوت", 12));

    private PersianCalendar() {}

    /** Number of the month, 0 for a word that names none. */
    static int month(String word) {
        return MONTHS.getOrDefault(word.replace('ي', 'ی').replace('ك', 'ک'), 0);
    }

    /** The Gregorian day; null when the calendar has no such day or the rule does not hold for the year. */
    static @Nullable LocalDate day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return null;
        }
        long before = 365L * (year - 1) + Math.floorDiv(8L * year + 21, 33);
        int inYear = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
        return LocalDate.ofEpochDay(FIRST_DAY + before + inYear + day - 1);
    }

    private static int length(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || Math.floorMod(25 * year + 11, 33) < 8 ? 30 : 29;
    }
}
