package org.watchword.ingest.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether English on a page puts the month first in 03/04/2021. Americans do, most others do not: the country in the page's host name
 * or the region of its language tells; where neither does, the American order is taken.
 */
final class DateOrder {

    /** Code for English with the day first. */
    static final String DAY_FIRST = "en-GB";

    private static final Set<String> DAY_FIRST_REGIONS = Set.of(
            "GB", "UK", "IE", "AU", "NZ", "IN", "ZA", "SG", "MY", "HK", "NG", "KE", "GH", "PK", "LK", "BD", "UG", "TZ",
            "ZW", "MT", "CY", "JM", "TT", "150", "001");

    private DateOrder() {}

    /** Two letters for {@link DateText}, or {@link #DAY_FIRST}; empty when the language is unknown. */
    static String language(@Nullable String tag, List<String> addresses) {
        String code = tag == null || tag.length() < 2 ? "" : tag.substring(0, 2);
        if (!code.equals("en")) {
            return code;
        }
        String region = Locale.forLanguageTag(String.valueOf(tag)).getCountry();
        boolean dayFirst = DAY_FIRST_REGIONS.contains(region)
                || addresses.stream().map(DateOrder::country).anyMatch(DAY_FIRST_REGIONS::contains);
        return dayFirst ? DAY_FIRST : code;
    }

    private static String country(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
