package org.watchword.ingest.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.LoadSettingsBuilder;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.watchword.ingest.address.TrackingParameters;
import org.watchword.ingest.discover.DatedUrl;
import org.watchword.ingest.discover.ListLinks;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.model.ConfigException;

/**
 * One YAML file of sources: a mapping with the single key {@code sources}, whose value is a list of sources. A relative {@code path} is
 * taken from the file's folder.
 */
final class SourceFile {

    private static final List<String> COMMON = List.of(
            "id",
            "outlet",
            "kind",
            "language",
            "country",
            "group",
            "enabled",
            "revisit",
            "revisitMin",
            "revisitMax",
            "speech",
            "speaker",
            "speakerOffice",
            "instance",
            "selectors",
            "note");
    private static final List<String> WEB = List.of(
            "url",
            "urls",
            "include",
            "exclude",
            "delay",
            "pageRevisit",
            "pageRevisitMin",
            "pageRevisitMax",
            "maxPages",
            "allowLoopback");
    private static final List<String> LISTS = List.of("pages", "maxAge", "archive", "backfill");
    private static final List<String> TABLE = List.of(
            "path", "include", "exclude", "delay", "pageRevisit", "pageRevisitMin", "pageRevisitMax", "allowLoopback");
    private static final List<String> KINDS = List.of("feed", "sitemap", "site", "list", "urls", "files", "warc");
    /** A site's sitemaps name its whole past; what is older than this is a matter of a backfill. */
    private static final Duration SITE_MAX_AGE = Duration.ofDays(7);

    private final Path file;
    private final TrackingParameters tracking;

    private SourceFile(Path file, TrackingParameters tracking) {
        this.file = file;
        this.tracking = tracking;
    }

    record Entry(Source source, String place) {}

    static List<Entry> read(Path file, TrackingParameters tracking) {
        return new SourceFile(file, tracking).entries();
    }

    private List<Entry> entries() {
        Optional<Node> root = compose();
        if (root.isEmpty()) {
            return List.of();
        }
        YamlMap top = YamlMap.of(file, root.get());
        top.allow(List.of("sources"));
        List<Entry> entries = new ArrayList<>();
        for (YamlMap map : top.maps("sources")) {
            entries.add(new Entry(source(map), map.place("id")));
        }
        return entries;
    }

    private Optional<Node> compose() {
        LoadSettingsBuilder settings =
                LoadSettings.builder().setLabel(file.toString()).setUseMarks(true);
        try {
            String yaml = Files.readString(file);
            return BoundedYaml.compose(settings, yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml);
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), 0, 0, "is not UTF-8", e);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(m -> m.getColumn() + 1).orElse(0);
            throw new ConfigException(file.toString(), line, column, "not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException | IOException e) {
            throw new ConfigException(file.toString(), 0, 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    private Source source(YamlMap map) {
        String kind = map.text("kind");
        return switch (kind) {
            case "feed" -> {
                map.allow(COMMON, WEB, LISTS);
                yield new Source.Feed(profile(map), urls(map), crawl(map), walk(map, null));
            }
            case "sitemap" -> {
                map.allow(COMMON, WEB, LISTS);
                yield new Source.Sitemap(profile(map), urls(map), crawl(map), walk(map, null));
            }
            case "site" -> {
                map.allow(COMMON, WEB, LISTS);
                yield new Source.Site(profile(map), urls(map), crawl(map), walk(map, SITE_MAX_AGE));
            }
            case "list" -> {
                map.allow(COMMON, WEB, LISTS, List.of("selector", "next"));
                String selector = selector(map, "selector");
                yield new Source.LinkList(profile(map), urls(map), selector, crawl(map), walk(map, null));
            }
            case "urls" -> {
                map.allow(COMMON, TABLE);
                yield new Source.Urls(profile(map), path(map), crawl(map));
            }
            case "files" -> {
                map.allow(COMMON, List.of("path"));
                yield new Source.Files(profile(map), path(map));
            }
            case "warc" -> {
                map.allow(COMMON, List.of("path", "include", "exclude"));
                yield new Source.Warc(profile(map), path(map), crawl(map));
            }
            default -> throw map.error("kind", "no such kind: '" + kind + "'; kinds: " + String.join(", ", KINDS));
        };
    }

    private static String selector(YamlMap map, String key) {
        String selector = map.text(key);
        ListLinks.problem(selector).ifPresent(problem -> {
            throw map.error(key, "'" + key + "' is " + problem);
        });
        return selector;
    }

    private static PageSelectors pageSelectors(YamlMap map) {
        map.allow(PageSelectors.Field.keys());
        var written = new EnumMap<PageSelectors.Field, String>(PageSelectors.Field.class);
        for (PageSelectors.Field field : PageSelectors.Field.values()) {
            if (map.has(field.key())) {
                written.put(field, selector(map, field.key()));
            }
        }
        return new PageSelectors(written);
    }

    private static Walk walk(YamlMap map, @Nullable Duration maxAge) {
        int pages = map.number("pages", 1);
        if (pages < 1) {
            throw map.error("pages", "at least one page of a list is read");
        }
        List<String> archive = map.texts("archive");
        for (String template : archive) {
            DatedUrl.problem(template).ifPresent(problem -> {
                throw map.error("archive", problem);
            });
            checkUrl(map, "archive", template);
        }
        Duration age = map.duration("maxAge");
        return new Walk(
                pages,
                map.has("next") ? selector(map, "next") : null,
                age == null ? maxAge : age,
                archive,
                backfill(map));
    }

    private static Walk.@Nullable Range backfill(YamlMap map) {
        String written = map.optionalText("backfill");
        try {
            return written == null ? null : Walk.Range.of(written);
        } catch (IllegalArgumentException e) {
            throw map.error("backfill", String.valueOf(e.getMessage()));
        }
    }

    private static Profile profile(YamlMap map) {
        String id = map.text("id");
        if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw map.error("id", "an id has 1 to 64 lower-case letters, digits, '-', '_' or '.': '" + id + "'");
        }
        return new Profile(
                id,
                map.text("outlet"),
                map.optionalText("language"),
                map.optionalText("country"),
                group(map),
                map.flag("enabled", true),
                revisit(map, "revisit"),
                map.flag("speech", false),
                map.optionalText("speaker"),
                map.optionalText("speakerOffice"),
                map.optionalText("instance"),
                map.has("selectors") ? pageSelectors(map.map("selectors")) : PageSelectors.NONE);
    }

    private static @Nullable String group(YamlMap map) {
        String group = map.optionalText("group");
        if (group != null && (group.isBlank() || group.length() > 64)) {
            throw map.error("group", "a group's name has 1 to 64 characters: '" + group + "'");
        }
        return group;
    }

    private Crawl crawl(YamlMap map) {
        return new Crawl(
                patterns(map, "include"),
                patterns(map, "exclude"),
                map.duration("delay"),
                revisit(map, "pageRevisit"),
                map.number("maxPages", 0),
                tracking,
                map.flag("allowLoopback", false));
    }

    private static Revisit revisit(YamlMap map, String key) {
        Revisit revisit = new Revisit(map.duration(key), map.duration(key + "Min"), map.duration(key + "Max"));
        Duration least = revisit.least() != null ? revisit.least() : revisit.start();
        String later = revisit.start() == null || revisit.least() == null ? key + "Max" : key;
        Duration next = revisit.start() != null ? revisit.start() : revisit.most();
        if (least != null && least.isZero()) {
            throw map.error(revisit.least() != null ? key + "Min" : key, "must be longer than zero");
        }
        if (least != null && next != null && next.compareTo(least) < 0) {
            throw map.error(later, "must not be shorter than " + key + "Min");
        }
        if (next != null && revisit.most() != null && revisit.most().compareTo(next) < 0) {
            throw map.error(key + "Max", "must not be shorter than " + key);
        }
        return revisit;
    }

    private static List<UrlPattern> patterns(YamlMap map, String key) {
        List<UrlPattern> patterns = new ArrayList<>();
        for (String written : map.texts(key)) {
            try {
                patterns.add(UrlPattern.of(written));
            } catch (IllegalArgumentException e) {
                throw map.error(key, e.getMessage() + ": '" + written + "'");
            }
        }
        return patterns;
    }

    private static List<String> urls(YamlMap map) {
        List<String> urls = new ArrayList<>(map.texts("url"));
        urls.addAll(map.texts("urls"));
        if (urls.isEmpty()) {
            throw map.error("id", "a source of this kind needs 'url' or 'urls'");
        }
        for (String url : urls) {
            checkUrl(map, map.has("url") ? "url" : "urls", url);
        }
        return urls;
    }

    private static void checkUrl(YamlMap map, String key, String url) {
        if (!url.matches("(?i)https?://[^/\\s]++\\S*+")) {
            throw map.error(key, "not an http or https address: '" + url + "'");
        }
    }

    private Path path(YamlMap map) {
        Path folder = file.toAbsolutePath().getParent();
        Path written = Path.of(map.text("path"));
        return folder == null ? written : folder.resolve(written).normalize();
    }
}
