package org.watchword.ingest.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/**
 * Whether the canonical address that a page claims (RFC 6596) can be its own. Documents are identified by it, so a wrong one, which broken
 * templates write into every page, would make all articles of an outlet one document and lose all but the first.
 */
public final class CanonicalClaim {

    /** Last parts of a path that name the form in which a page is shown, not another page. */
    private static final Pattern FORM =
            Pattern.compile("(?i)/?(?:amp|amp\\.html?|\\.amp|print|mobile|index\\.(?:html?|php|amp))/?");

    private static final Pattern ERROR = Pattern.compile(
            "(?i)(?:^|/)(?:404|403|500|error(?:[_-]?pages?)?|not-?found|page-not-found|undefined|null|nan)(?:\\.\\w+)?/?$");
    /** What a template was to put in and did not: {@code {{url}}}, {@code <%= url %>}, {@code ${url}}. */
    private static final Pattern TEMPLATE = Pattern.compile("(?i)(?:\\{|%7b){2}|\\$(?:\\{|%7b)|(?:<|%3c)(?:%|%25)");

    /** Addresses of the AMP cache: the page's host, with dashes for dots, is repeated in the path. */
    private static final Pattern AMP_CACHE =
            Pattern.compile("(?i)https://[^/]+\\.cdn\\.ampproject\\.org/[cv]/(?:s/)?([^/?#]+)/.*");

    private CanonicalClaim() {}

    /**
     * Not the home page, an error page, an unfilled template, or a folder the page lies in, unless the page is another form of it
     * ({@code /story/amp} of {@code /story}). Whose site it is on is for others to judge.
     *
     * @param page absolute address of the page that makes the claim
     * @param claimed absolute
     */
    public static boolean isPlausible(String page, String claimed) {
        if (TEMPLATE.matcher(claimed).find()) {
            return false;
        }
        String own = path(page);
        String canonical = path(claimed);
        if (own == null || canonical == null || own.equals(canonical)) {
            return canonical != null;
        }
        if (canonical.equals("/")) {
            return query(claimed) != null;
        }
        if (ERROR.matcher(canonical).find()) {
            return false;
        }
        String folder = canonical.endsWith("/") ? canonical : canonical + '/';
        return !own.startsWith(folder)
                || FORM.matcher(own.substring(folder.length())).matches();
    }

    /** The host whose page an AMP cache serves at this address; null for other addresses. */
    public static @Nullable String cachedHost(String page) {
        Matcher cached = AMP_CACHE.matcher(page);
        return cached.matches() ? LowerCase.of(cached.group(1)) : null;
    }

    private static @Nullable String path(String url) {
        URI uri = parsed(url);
        String path = uri == null ? null : uri.getRawPath();
        return path == null ? null : path.isEmpty() ? "/" : path;
    }

    private static @Nullable String query(String url) {
        URI uri = parsed(url);
        return uri == null ? null : uri.getRawQuery();
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url.replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
