package org.watchword.ingest.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.ingest.page.PageSelectors.Field;
import org.watchword.model.LowerCase;
import org.watchword.model.Turn;

/**
 * Reads the article of any news or speech page by its structure and its text. What is known of a single site comes in as
 * {@link PageSelectors}, never as code. Safe for use by many threads.
 *
 * <p>Reasons for refusal: {@code no-article} (a menu, a section front, an empty or walled page), {@code not-html} (bytes or content
 * type of something else), {@code too-large} (more than 32 MiB), {@code too-complex} (more than 400,000 tags), {@code unreadable}
 * (the page broke the reader, which is a fault of ours to be reported).
 */
public final class HtmlExtractor implements PageExtractor {

    private static final Logger LOG = LoggerFactory.getLogger(HtmlExtractor.class);

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_TAGS = 400_000;
    private static final Pattern OTHER_MEDIA = Pattern.compile(
            "(?i)^\\s*(?:image|audio|video|font)/.*|^\\s*application/(?!xhtml|xml|octet-stream)(?:[\\w.+-]+).*|^\\s*text/(?:css|javascript|csv|calendar).*");

    private final DateText dates;
    private final Hints hints;
    private final PageSelectors selectors;

    public HtmlExtractor() {
        this(new DateText(), new Hints(), PageSelectors.NONE);
    }

    private HtmlExtractor(DateText dates, Hints hints, PageSelectors selectors) {
        this.dates = dates;
        this.hints = hints;
        this.selectors = selectors;
    }

    @Override
    public HtmlExtractor with(PageSelectors selected) {
        return selected.equals(selectors) ? this : new HtmlExtractor(dates, hints, selected);
    }

    @Override
    public Extraction extract(Page page) {
        Reading reading = read(page);
        Extraction.Refused refused = reading.refused();
        return refused != null ? refused : reading.article();
    }

    /** The page as text: by byte order mark, content type, what the page declares, or the look of its bytes. */
    public static String decoded(byte[] body, @Nullable String contentType) {
        return PageDecoder.decode(body, contentType);
    }

    @Override
    public List<String> robotsMeta(Page page, String agent) {
        return RobotsMeta.read(page, agent);
    }

    /** Never throws. */
    Reading read(Page page) {
        byte[] body = page.body();
        if (body.length > MOST_BYTES) {
            return Reading.refused(
                    "too-large", "page of " + body.length + " bytes, at most " + MOST_BYTES + " are read");
        }
        String contentType = page.contentType();
        if ((contentType != null && OTHER_MEDIA.matcher(contentType).matches()) || isBinary(body)) {
            return Reading.refused("not-html", "content type " + contentType + " is not a web page");
        }
        try {
            return read(PageDecoder.decode(body, contentType), page);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("cannot read {}: {}", page.url(), e.toString());
            return Reading.refused("unreadable", "the page could not be read: " + e);
        }
    }

    private Reading read(String source, Page captured) {
        if (tags(source) > MOST_TAGS) {
            return Reading.refused("too-complex", "page of more than " + MOST_TAGS + " tags");
        }
        if (isFeed(source)) {
            return Reading.refused("not-html", "the page is a feed");
        }
        Document html = Jsoup.parse(source, captured.url());
        PageFacts page = PageFacts.of(html, captured.url(), hints);
        var selected = new SelectedFields(selectors, html);
        ReadText text = text(selected, page);
        return reading(page, selected, text, captured.capturedAt());
    }

    /** @param blocks the text by paragraphs, none where it was taken from the structured data */
    private record ReadText(PageLayout layout, List<Block> blocks, String text) {

        static ReadText of(PageLayout layout, List<Block> blocks) {
            return new ReadText(layout, blocks, blocks.stream().map(Block::text).collect(Collectors.joining("\n\n")));
        }
    }

    private static ReadText text(SelectedFields selected, PageFacts page) {
        Document body = selected.body();
        if (body != null) {
            PageLayout layout = PageLayout.of(body.body(), page.hints());
            return ReadText.of(layout, layout.blocks());
        }
        Document kept = selected.kept();
        PageFacts left = kept.equals(page.html()) ? page : PageFacts.of(kept, page.url(), page.hints());
        PageLayout layout = PageLayout.of(kept.body(), page.hints());
        StructuredBody structured = StructuredBody.of(left);
        ReadText read =
                ReadText.of(layout, Transcript.completed(layout, new ArticleText(left, layout, structured).read()));
        if (structured != null && structured.text().length() > 2.5 * read.text.length()) {
            return new ReadText(layout, List.of(), structured.text());
        }
        return read.text.isEmpty()
                ? new ReadText(layout, List.of(), String.join("\n\n", ScriptState.paragraphs(left)))
                : read;
    }

    private Reading reading(PageFacts page, SelectedFields selected, ReadText read, @Nullable Instant capturedAt) {
        String text = read.text;
        String siteName = siteName(page);
        String title = either(selected.line(Field.TITLE), Headline.of(page, siteName));
        String language = DeclaredLanguage.checked(DeclaredLanguage.of(page), text);
        var found = new PublicationDates(page, dates, language, title, capturedAt, selected);
        List<Turn> turns = new Transcript(read.layout, read.blocks).turns();
        SpeechSpeaker speaker = SpeechSpeaker.selected(selected, turns);
        speaker = speaker != null ? speaker : SpeechSpeaker.of(page, title, read.blocks);
        OffsetDateTime published = found.published();
        OffsetDateTime modified = found.modified();
        boolean spoken = speaker != null || !turns.isEmpty();
        var article = new Extraction.Article(
                title,
                either(Byline.selected(selected), Byline.of(page, read.layout, siteName)),
                siteName,
                either(selected.line(Field.SECTION), Surroundings.section(page)),
                Surroundings.image(page),
                published == null ? null : published.toInstant(),
                modified == null ? null : modified.toInstant(),
                language,
                page.canonical(),
                CanonicalAddress.amp(page.elements(), page.url()),
                speaker == null ? null : speaker.name(),
                speaker == null ? null : speaker.office(),
                either(selected.line(Field.EVENT), spoken ? SpeechEvent.of(page, title, read.layout) : null),
                text,
                turns);
        return new Reading(
                article,
                published,
                modified,
                text.isEmpty()
                        ? new Extraction.Refused("no-article", "nothing on the page reads as an article")
                        : null);
    }

    private static @Nullable String either(@Nullable String selected, @Nullable String found) {
        return selected != null ? selected : found;
    }

    private static @Nullable String siteName(PageFacts page) {
        String name =
                page.meta().first("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher");
        if (name == null && page.article() != null) {
            var publishers = page.structured().objects(page.article(), "publisher");
            name = publishers.isEmpty() ? null : JsonLd.text(publishers.get(0), "name");
        }
        return name == null || name.length() > 100 ? null : name;
    }

    private static int tags(String source) {
        int tags = 0;
        for (int at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
            tags++;
        }
        return tags;
    }

    private static boolean isFeed(String source) {
        String head = LowerCase.of(source.substring(0, Math.min(source.length(), 600)));
        return head.contains("<rss")
                || head.contains("<feed ")
                || head.contains("<rdf:rdf")
                || head.contains("<urlset");
    }

    /** PDF, images, archives by their first bytes. */
    private static boolean isBinary(byte[] b) {
        if (b.length < 4) {
            return false;
        }
        int magic = (b[0] & 0xFF) << 24 | (b[1] & 0xFF) << 16 | (b[2] & 0xFF) << 8 | (b[3] & 0xFF);
        return magic == 0x25504446
                || magic == 0x89504E47
                || magic == 0x47494638
                || magic >>> 8 == 0xFFD8FF
                || magic >>> 16 == 0x1F8B
                || magic == 0x504B0304;
    }
}
