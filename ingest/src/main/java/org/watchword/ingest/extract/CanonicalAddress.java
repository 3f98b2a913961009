package org.watchword.ingest.extract;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.CanonicalClaim;
import org.watchword.model.LowerCase;

/**
 * The address a page gives itself: {@code link rel=canonical} (RFC 6596), else {@code og:url}.
 *
 * <p>Documents are identified by it, so it is not believed when it would make other pages of this one: an address on another
 * registered domain (a syndicated copy is a page of its own outlet), or one that {@link CanonicalClaim} finds implausible.
 */
final class CanonicalAddress {

    private static final Pattern NUMERIC_HOST = Pattern.compile("[\\d.]+|\\[.*|localhost");

    private CanonicalAddress() {}

    static @Nullable String of(PageElements page, MetaTags meta, String url) {
        for (Element link : page.tagged("link")) {
            if ((' ' + LowerCase.of(link.attr("rel")) + ' ').contains(" canonical ")) {
                String found = believed(link.attr("href"), url);
                if (found != null) {
                    return found;
                }
            }
        }
        String og = meta.first("og:url");
        return og == null ? null : believed(og, url);
    }

    /** The address of the page's AMP form as it names it, on the same site or an AMP cache; a claim like the other. */
    static @Nullable String amp(PageElements page, String url) {
        URI own = parse(url);
        for (Element link : page.tagged("link")) {
            String href = PlainText.line(link.attr("href"));
            if (link.attr("rel").strip().equalsIgnoreCase("amphtml") && !href.isEmpty() && href.length() <= 2_000) {
                String absolute = url.isEmpty() ? href : StringUtil.resolve(url, href);
                URI amp = parse(absolute);
                if (own != null && own.getHost() != null && amp != null && amp.getHost() != null && isWeb(amp)) {
                    boolean served = own.getHost().equalsIgnoreCase(CanonicalClaim.cachedHost(absolute));
                    return served || sameSite(own.getHost(), amp.getHost()) ? withoutFragment(absolute) : null;
                }
            }
        }
        return null;
    }

    private static @Nullable String believed(String href, String pageUrl) {
        String raw = PlainText.line(href);
        if (raw.isEmpty() || raw.length() > 2_000) {
            return null;
        }
        String absolute = pageUrl.isEmpty() ? raw : StringUtil.resolve(pageUrl, raw);
        URI canonical = parse(absolute);
        if (canonical == null || canonical.getHost() == null || !isWeb(canonical)) {
            return null;
        }
        URI own = parse(pageUrl);
        if (own == null || own.getHost() == null) {
            return withoutFragment(absolute);
        }
        boolean served = canonical.getHost().equalsIgnoreCase(CanonicalClaim.cachedHost(pageUrl));
        boolean site = served || sameSite(own.getHost(), canonical.getHost());
        return site && CanonicalClaim.isPlausible(pageUrl, absolute) ? withoutFragment(absolute) : null;
    }

    private static boolean isWeb(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    /** A page served from a bare address has no domain of its own to defend. */
    private static boolean sameSite(String own, String canonical) {
        String a = LowerCase.of(own);
        String b = LowerCase.of(canonical);
        if (a.equals(b) || NUMERIC_HOST.matcher(a).matches()) {
            return true;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(a, true);
        return domain != null && domain.equals(EffectiveTldFinder.getAssignedDomain(b, true));
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url.replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
