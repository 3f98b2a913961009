package org.watchword.ingest.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.Subscriptions;
import org.watchword.ingest.discover.Subscriptions.Outline;

/**
 * Makes a source file out of a feed reader's subscriptions: every feed a source that is not enabled, until somebody has looked at it.
 * What a catalogue has already, what stands twice and what is no address is refused.
 *
 * @param yaml the source file
 * @param taken how many sources it holds
 * @param refused what is not in it, with line and reason
 */
public record SubscriptionImport(String yaml, int taken, List<Refusal> refused) {

    private static final int MAX_ID = 64;
    private static final int MAX_GROUP = 64;

    public SubscriptionImport {
        refused = List.copyOf(refused);
    }

    /**
     * An outline that became no source.
     *
     * @param line in the OPML file
     * @param what its title or address
     */
    public record Refusal(int line, String what, String reason) {}

    /**
     * @param opml the file
     * @param name of the file, for messages and notes
     * @throws DiscoveryException when it is no OPML
     */
    public static SubscriptionImport of(byte[] opml, String name, SourceCatalog catalog) throws DiscoveryException {
        Maker maker = new Maker(name, catalog);
        Subscriptions.read(opml, name).forEach(maker::take);
        return new SubscriptionImport(maker.yaml.toString(), maker.taken, maker.refused);
    }

    private static final class Maker {

        private final String name;
        private final Map<String, String> known = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final List<Refusal> refused = new ArrayList<>();
        private final StringBuilder yaml;
        private int taken;

        Maker(String name, SourceCatalog catalog) {
            this.name = name;
            for (Source source : catalog.all()) {
                ids.add(source.id());
                if (source instanceof Source.Web web) {
                    web.urls().forEach(url -> WebAddress.of(url)
                            .ifPresent(address -> known.put(address.identity(), "source " + source.id())));
                }
            }
            this.yaml = new StringBuilder("# Feeds of " + name.replaceAll("\\p{Cntrl}", " ")
                    + ". None is collected before 'enabled: false' is taken away; look at each first with\n"
                    + "# 'watchword sources check --online ID'.\nsources:\n");
        }

        void take(Outline outline) {
            String feed = outline.feed();
            if (feed == null) {
                refuse(outline, "no address of a feed (xmlUrl)");
                return;
            }
            Optional<WebAddress> address = WebAddress.of(feed);
            if (address.isEmpty()) {
                refuse(outline, "not an http or https address: '" + feed + "'");
                return;
            }
            String url = address.get().url();
            String before = known.putIfAbsent(address.get().identity(), "line " + outline.line());
            if (before != null) {
                refuse(outline, url + " is there already: " + before);
                return;
            }
            taken++;
            String outlet = outline.title() == null ? address.get().host() : outline.title();
            yaml.append("  - id: ").append(id(outlet, address.get().host())).append('\n');
            line("outlet", outlet);
            line("kind", "feed");
            line("url", url);
            if (isLanguage(outline.language())) {
                line("language", outline.language());
            }
            String folder = outline.folder();
            if (folder != null) {
                line(
                        "group",
                        folder.substring(0, Math.min(folder.length(), MAX_GROUP))
                                .strip());
            }
            yaml.append("    enabled: false\n");
            line("note", "From " + name + ", line " + outline.line() + ". Not looked at yet; robots.txt not seen.");
        }

        private void refuse(Outline outline, String reason) {
            String title = outline.title();
            refused.add(new Refusal(outline.line(), title == null ? "an outline without a title" : title, reason));
        }

        /** Of Latin letters in the title, else of the host; with a number where others have it. */
        private String id(String outlet, String host) {
            String slug = slug(outlet);
            String base = slug.length() < 2 ? slug(host) : slug;
            base = base.isEmpty() ? "feed" : base.substring(0, Math.min(base.length(), MAX_ID - 6));
            String id = base;
            for (int n = 2; !ids.add(id); n++) {
                id = base + '-' + n;
            }
            return id;
        }

        private static String slug(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-+|-+$", "");
        }

        private static boolean isLanguage(@Nullable String tag) {
            return tag != null && tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*+");
        }

        /** Quoted, for a title may look like any other kind of YAML. */
        private void line(String key, @Nullable String value) {
            yaml.append("    ").append(key).append(": \"");
            String text = value == null ? "" : value;
            text.codePoints().forEach(c -> {
                if (c == '"' || c == '\\') {
                    yaml.append('\\').appendCodePoint(c);
                } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || isSurrogate(c)) {
                    yaml.append(' ');
                } else {
                    yaml.appendCodePoint(c);
                }
            });
            yaml.append("\"\n");
        }

        private static boolean isSurrogate(int c) {
            return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        }
    }
}
