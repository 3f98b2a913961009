package org.watchword.desk.digest;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.model.Category;
import org.watchword.model.Severity;

/**
 * A language in which a digest can be written: its labels, from {@code labels/TAG.properties}, and its dates, numbers and plurals (CLDR, as
 * ICU has it, so that they are the same on every JDK). Thread-safe.
 */
public final class DigestLanguage {

    /** What a digest is written in when nothing else is asked for, and what one was written in that does not say. */
    public static final String DEFAULT = "en";

    private static final List<String> KNOWN = List.of("ar", "de", "en", "es", "fr", "hy", "ru", "tr");
    private static final String LOCALE = "locale";

    private final String tag;
    private final SortedMap<String, String> labels;
    private final ULocale locale;

    private DigestLanguage(String tag, SortedMap<String, String> labels) {
        this.tag = tag;
        this.labels = labels;
        this.locale = ULocale.forLanguageTag(labels.getOrDefault(LOCALE, tag));
    }

    /** BCP 47 tags of all there are. */
    public static List<String> known() {
        return KNOWN;
    }

    /** @throws IllegalArgumentException when there are no labels in that language */
    public static DigestLanguage of(String tag) {
        if (!KNOWN.contains(tag)) {
            throw new IllegalArgumentException("no digest can be written in '" + tag + "'");
        }
        Properties read = new Properties();
        try (InputStream in = DigestLanguage.class.getResourceAsStream("labels/" + tag + ".properties")) {
            read.load(new InputStreamReader(Objects.requireNonNull(in, tag), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the labels of " + tag, e);
        }
        TreeMap<String, String> labels = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> labels.put(key, read.getProperty(key)));
        return new DigestLanguage(tag, labels);
    }

    public String tag() {
        return tag;
    }

    public boolean isRightToLeft() {
        return locale.isRightToLeft();
    }

    /** All labels as they are written, for whoever checks them. */
    SortedMap<String, String> labels() {
        return labels;
    }

    /** A label without places to fill in. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * A label with its places filled in.
     *
     * @throws IllegalArgumentException when there is no such label
     */
    public String say(String key, Map<String, ?> values) {
        String pattern = labels.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("the language " + tag + " has no label '" + key + "'");
        }
        return new MessageFormat(pattern, locale).format(Map.copyOf(values));
    }

    /** What a category is called where no family stands above it. */
    public String category(Category category) {
        return say("category." + category.id());
    }

    /** What a value of the category filter is called: a category, or a family of them. */
    String categoryOrFamily(String value) {
        return labels.containsKey("category." + value)
                ? say("category." + value)
                : labels.containsKey("family." + value) ? say("family." + value) : value;
    }

    public String severity(Severity severity) {
        return say("severity." + severity.id());
    }

    /** The name of a language, by its BCP 47 tag; the tag itself when it has none. */
    String language(String other) {
        return LocaleDisplayNames.getInstance(locale).localeDisplayName(ULocale.forLanguageTag(other));
    }

    /** {@code a, b or c}. */
    String anyOf(Collection<String> values) {
        return ListFormatter.getInstance(locale, ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(values);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With at most one digit behind the decimal sign. */
    public String number(double number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** A number that names something, such as an issue: without marks between its digits. */
    public String plain(long number) {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        format.setGroupingUsed(false);
        return format.format(number);
    }

    public String day(Instant at, ZoneId zone) {
        return date("yMMMd", at, zone);
    }

    public String minute(Instant at, ZoneId zone) {
        return date("yMMMdHHmm", at, zone);
    }

    private String date(String skeleton, Instant at, ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        // The rules of the zone are the JDK's, by which everything else is reckoned.
        return format.format(Date.from(at.atZone(zone).toLocalDateTime().toInstant(ZoneOffset.UTC)));
    }
}
