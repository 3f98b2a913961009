package org.watchword.desk.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.review.Precision;
import org.watchword.index.StatementQuery.Sort;
import org.watchword.index.StatementRecord;
import org.watchword.model.FlagStatus;

/** How data is written for a reader. Times are UTC. */
public final class Labels {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** BCP 47, as far as its form goes. */
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+");

    private Labels() {}

    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    public static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** {@code 1 statement}, {@code 2,000 statements}. */
    public static String count(long count, String one, String many) {
        return number(count) + ' ' + (count == 1 ? one : many);
    }

    /** As a heading begins. */
    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A share of 1 as a percentage; a dash where there is none. */
    public static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ENGLISH, "%.0f %%", share * 100);
    }

    /** {@code 61–97 %}; a dash where nothing was decided. */
    public static String interval(Precision precision) {
        return precision.low() == null || precision.high() == null
                ? "–"
                : String.format(Locale.ENGLISH, "%.0f–%.0f %%", precision.low() * 100, precision.high() * 100);
    }

    /** The language's English name; the tag itself when it has none. */
    public static String language(String tag) {
        if (tag.equals("und")) {
            return "Undetermined";
        }
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    /** The tag where a browser and a screen reader may be told it; null, which leaves the attribute out, where it is none or unknown. */
    public static @Nullable String lang(String tag) {
        return tag.equals("und") || !LANGUAGE_TAG.matcher(tag).matches() ? null : tag;
    }

    /** How a page was edited, by the id of {@link org.watchword.model.PageEdits}. */
    public static String edited(String id) {
        return switch (id) {
            case "silent" -> "silently edited";
            case "announced" -> "edited, and says so";
            default -> id;
        };
    }

    /** Where a statement stands in review, by the id of {@link org.watchword.model.review.ReviewState}. */
    public static String review(String id) {
        return switch (id) {
            case "unreviewed" -> "not reviewed";
            case "needs-context" -> "needs context";
            case "out-of-scope" -> "out of scope";
            default -> id;
        };
    }

    /** How it came there, by the id of {@link org.watchword.model.review.Agreement}. */
    public static String agreement(String id) {
        return switch (id) {
            case "single" -> "one reviewer";
            case "agreed" -> "two or more agree";
            case "disputed" -> "two or more differ";
            default -> id;
        };
    }

    public static String status(FlagStatus status) {
        return switch (status) {
            case FLAGGED -> "Flagged";
            case CONTEXT -> "In context";
            case CANDIDATE -> "Candidate";
        };
    }

    public static String sort(Sort sort) {
        return switch (sort) {
            case DATE -> "Newest";
            case OLDEST -> "Oldest";
            case RELEVANCE -> "Best match";
            case SEVERITY -> "Gravest";
        };
    }

    /** The date to show: of publication or, when the page gives none, of capture, saying so. */
    public static String date(StatementRecord statement) {
        Instant published = statement.publishedAt();
        return published != null ? day(published) : "captured " + day(statement.capturedAt());
    }

    /** Start of that date, for machines. */
    public static String isoDate(StatementRecord statement) {
        Instant published = statement.publishedAt();
        return (published != null ? published : statement.capturedAt()).toString();
    }

    /** The address when it can safely be followed, that is an absolute http or https one; otherwise null. */
    public static @Nullable String webLink(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            boolean web = scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
            return web && uri.getHost() != null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
