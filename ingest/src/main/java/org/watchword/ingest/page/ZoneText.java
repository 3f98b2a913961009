package org.watchword.ingest.page;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time zone as it is written behind a time of day. */
public final class ZoneText {

    private static final int MOST_MINUTES = 18 * 60;
    private static final Pattern NUMERIC = Pattern.compile("(?:GMT|UTC|UT)?([+-])(\\d{1,2}):?(\\d{2})?");

    /** Of RFC 822 and of the European press, in minutes from UTC. IST is left out: India, Israel and Ireland use it. */
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("WET", 0),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("BST", 60),
            Map.entry("CET", 60),
            Map.entry("CEST", 120),
            Map.entry("MEZ", 60),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180));

    private ZoneText() {}

    /** The offset of {@code MEZ}, {@code GMT+3} or {@code -0530}; empty for what is neither a known name nor an offset of up to 18 h. */
    public static Optional<ZoneOffset> offset(String written) {
        String zone = written.toUpperCase(Locale.ROOT).replace('\u2212', '-').replaceAll("\\s", "");
        Integer known = NAMES.get(zone);
        if (known != null) {
            return Optional.of(ZoneOffset.ofTotalSeconds(known * 60));
        }
        Matcher m = NUMERIC.matcher(zone);
        if (!m.matches()) {
            return Optional.empty();
        }
        int rest = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        int minutes = Integer.parseInt(m.group(2)) * 60 + rest;
        if (rest > 59 || minutes > MOST_MINUTES) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds((m.group(1).equals("-") ? -minutes : minutes) * 60));
    }
}
