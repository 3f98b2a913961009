package org.watchword.ingest.source;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pattern for addresses, written as a glob: {@code *} stands for any characters but {@code /}, {@code **} for any characters. A glob
 * that starts with {@code /} is matched against path and query, any other against the whole address. {@code regex:} in front makes the
 * rest a Java regular expression that must be found in the address. At most 200 characters.
 *
 * <p>Addresses are written by strangers, and a pattern that goes back and forth over one made for it could take for ever: after a
 * million looks at its characters the address counts as not matching, and the log names both.
 */
public final class UrlPattern {

    static final int MAX_LENGTH = 200;
    private static final int MAX_URL_LENGTH = 4096;
    private static final int MAX_LOOKS = 1_000_000;
    private static final String REGEX = "regex:";
    private static final Logger LOG = LoggerFactory.getLogger(UrlPattern.class);

    private final String written;
    private final Pattern pattern;
    private final boolean pathOnly;

    private UrlPattern(String written, Pattern pattern, boolean pathOnly) {
        this.written = written;
        this.pattern = pattern;
        this.pathOnly = pathOnly;
    }

    /** @throws IllegalArgumentException when the pattern is empty, too long or no regular expression; the message says which */
    public static UrlPattern of(String written) {
        if (written.isBlank() || written.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a URL pattern has 1 to " + MAX_LENGTH + " characters");
        }
        if (!written.startsWith(REGEX)) {
            return new UrlPattern(written, Pattern.compile(glob(written)), written.startsWith("/"));
        }
        try {
            return new UrlPattern(written, Pattern.compile(written.substring(REGEX.length())), false);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression: " + e.getDescription(), e);
        }
    }

    /** Addresses longer than 4,096 characters match nothing. */
    public boolean matches(String url) {
        if (url.length() > MAX_URL_LENGTH) {
            return false;
        }
        return matches(url, MAX_LOOKS);
    }

    /** @param looks at characters of the address, after which it counts as not matching */
    boolean matches(String url, int looks) {
        try {
            return pattern.matcher(new BoundedText(pathOnly ? pathAndQuery(url) : url, looks))
                    .find();
        } catch (BoundedText.SpentException | StackOverflowError e) {
            LOG.warn("the pattern {} takes too long over {}, which counts as not matching it", written, url);
            return false;
        }
    }

    private static String pathAndQuery(String url) {
        int authority = url.indexOf("://");
        int path = authority < 0 ? -1 : url.indexOf('/', authority + 3);
        return path < 0 ? "/" : url.substring(path);
    }

    private static String glob(String written) {
        StringBuilder regex = new StringBuilder("\\A");
        int i = 0;
        while (i < written.length()) {
            if (written.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else if (written.charAt(i) == '*') {
                regex.append("[^/]*");
                i++;
            } else {
                int next = written.indexOf('*', i);
                int end = next < 0 ? written.length() : next;
                regex.append(Pattern.quote(written.substring(i, end)));
                i = end;
            }
        }
        return regex.append("\\z").toString();
    }

    @Override
    public String toString() {
        return written;
    }
}
