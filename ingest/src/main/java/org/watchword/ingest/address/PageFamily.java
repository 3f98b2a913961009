package org.watchword.ingest.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.model.ContentHash;

/**
 * Addresses that may be forms of one page, for a phone, for AMP or for print, by how sites commonly write them: {@code m.} and
 * {@code amp.} hosts, {@code /amp/} in the path, {@code ?amp=1}, {@code ?outputType=amp}; besides, http and https, with {@code www.} and
 * without, with a slash at the end and without. That they are one page is for their words to tell.
 */
public final class PageFamily {

    private static final Pattern AMP_CACHE =
            Pattern.compile("(?i)^[a-z]+://[^/]+\\.cdn\\.ampproject\\.org/[cv]/(?:s/)?(.*)$");
    private static final Set<String> FORM_HOSTS = Set.of("www", "m", "mobile", "amp", "wap", "touch");
    private static final Set<String> FORM_FOLDERS = Set.of("amp", "amphtml");
    private static final Set<String> FIRST_FOLDERS = Set.of("m", "mobile");
    private static final Pattern LAST = Pattern.compile("print|mobile|m|index\\.(?:html?|php)");
    private static final Pattern AMP_ENDING = Pattern.compile("[.-]amp(?=$|\\.html?$)");
    private static final Pattern FORM_PARAMETER = Pattern.compile(
            "amp(?:=.*)?|amp_.*|usqp=.*|(?:m|mobile|print)(?:=(?:1|true|yes|on)?)?|(?:outputtype|output|view|type|format|mode)=(?:amp|mobile|print)");

    private PageFamily() {}

    /** @param url {@link WebAddress#identity()}; a fragment does not count */
    public static long of(String url) {
        return Long.parseUnsignedLong(ContentHash.sha256Hex(plain(url)), 0, 16, 16) >>> 1;
    }

    /** The address without what tells forms apart. */
    static String plain(String url) {
        Matcher cached = AMP_CACHE.matcher(url);
        String bare = cached.matches() ? cached.group(1) : url.replaceFirst("^[a-zA-Z]+://", "");
        int hash = bare.indexOf('#');
        bare = hash < 0 ? bare : bare.substring(0, hash);
        int question = bare.indexOf('?');
        String query = question < 0 ? "" : bare.substring(question + 1);
        String front = question < 0 ? bare : bare.substring(0, question);
        int slash = front.indexOf('/');
        String host = slash < 0 ? front : front.substring(0, slash);
        return host(host) + path(slash < 0 ? "" : front.substring(slash)) + query(query);
    }

    private static String host(String host) {
        List<String> labels =
                new ArrayList<>(List.of(host.toLowerCase(Locale.ROOT).split("\\.", -1)));
        for (int i = labels.size() - 3; i >= 0; i--) {
            if (FORM_HOSTS.contains(labels.get(i))) {
                labels.remove(i);
            }
        }
        return String.join(".", labels);
    }

    private static String path(String path) {
        List<String> folders = new ArrayList<>();
        for (String folder : path.split("/", -1)) {
            String lower = folder.toLowerCase(Locale.ROOT);
            boolean form = FORM_FOLDERS.contains(lower) || (folders.isEmpty() && FIRST_FOLDERS.contains(lower));
            if (!folder.isEmpty() && !form) {
                folders.add(folder);
            }
        }
        int last = folders.size() - 1;
        if (last > 0 && LAST.matcher(folders.get(last).toLowerCase(Locale.ROOT)).matches()) {
            folders.remove(last);
        } else if (last >= 0) {
            folders.set(last, AMP_ENDING.matcher(folders.get(last)).replaceFirst(""));
        }
        return '/' + String.join("/", folders);
    }

    private static String query(String query) {
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()
                    && !FORM_PARAMETER
                            .matcher(parameter.toLowerCase(Locale.ROOT))
                            .matches()) {
                kept.add(parameter);
            }
        }
        return kept.isEmpty() ? "" : '?' + String.join("&", kept);
    }
}
