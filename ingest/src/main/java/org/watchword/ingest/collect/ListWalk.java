package org.watchword.ingest.collect;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.collect.ListSink.FoundPage;
import org.watchword.ingest.collect.ListStep.Form;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.Link;
import org.watchword.ingest.discover.Listing;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.frontier.KnownList;
import org.watchword.ingest.http.Fetched.Validators;
import org.watchword.ingest.source.Source;
import org.watchword.model.ContentHash;

/**
 * One walk over a source's lists: from its addresses to the lists they name, each once, however they name each other. Lists that have
 * not changed are not read again; what cannot be read is refused and the walk goes on.
 */
final class ListWalk {

    /** Lists in one walk, and in one that looks into the past; a site with more is read in its order up to here. */
    private static final int MAX_LISTS = 500;

    private static final int MAX_LISTS_BACK = 5_000;
    private static final int MAX_PAGES_BACK = 1_000;
    /** An index of an index is against the protocol and found all the same; deeper ones lead in circles. */
    private static final int MAX_DEPTH = 3;

    private final ListFetcher fetcher;
    private final Source.Web source;
    private final ListMemory memory;
    private final @Nullable Days days;
    private final Instant now;
    private final ListSink sink;
    private final Territory territory;
    private final Deque<ListStep> open = new ArrayDeque<>();
    private final Set<String> lists = new HashSet<>();
    private final Set<String> pages = new HashSet<>();
    /** What the pages of lists that are followed into the past have named, taken or not. */
    private final Set<String> named = new HashSet<>();

    private final String recipe;
    private boolean tooMany;
    private boolean leadsAnywhere;

    /**
     * @param days the past that is looked for, whatever is remembered; absent for what is new
     * @param territory lists beyond it are left to others
     */
    ListWalk(
            ListFetcher fetcher,
            Source.Web source,
            ListMemory memory,
            @Nullable Days days,
            Instant now,
            ListSink sink,
            Territory territory) {
        this.fetcher = fetcher;
        this.source = source;
        this.memory = memory;
        this.days = days;
        this.now = now;
        this.sink = sink;
        this.territory = territory;
        this.recipe = recipe(source);
    }

    /** Read differently, a list may hold other pages. */
    private static String recipe(Source.Web source) {
        String how = source.getClass().getSimpleName()
                + source.crawl().include()
                + source.crawl().exclude()
                + source.crawl().maxPages()
                + source.walk()
                + (source instanceof Source.LinkList list ? list.selector() : "");
        return ContentHash.sha256Hex(how).substring(0, 16);
    }

    /** @throws DiscoveryException when none of the lists could be read */
    void run(List<ListStep> roots) throws DiscoveryException, InterruptedException {
        roots.forEach(this::follow);
        DiscoveryException problem = null;
        boolean anyRead = false;
        ListStep step = open.poll();
        while (step != null && !isFull()) {
            try {
                read(step);
                anyRead = true;
            } catch (ElsewhereException e) {
                leave(step, e.address());
                anyRead = true;
            } catch (DiscoveryException e) {
                sink.refused(step.address().url(), e);
                problem = e;
            }
            step = open.poll();
        }
        if (problem != null && !anyRead) {
            throw problem;
        }
        if (!lists.isEmpty() && !leadsAnywhere) {
            DiscoveryException none = new DiscoveryException(
                    "no-lists",
                    source.urls() + ": the page names no feed in its head, and robots.txt no sitemap",
                    null);
            sink.refused(source.urls().get(0), none);
            throw none;
        }
    }

    private boolean isFull() {
        int most = days == null ? source.crawl().maxPages() : 0;
        return most > 0 && pages.size() >= most;
    }

    private void follow(ListStep step) {
        if (lists.contains(step.address().identity())) {
            return;
        }
        if (step.depth() > MAX_DEPTH) {
            refuse(step.address().url(), "too-deep", "an index within " + MAX_DEPTH + " others");
        } else if (lists.size() >= (days == null ? MAX_LISTS : MAX_LISTS_BACK)) {
            if (!tooMany) {
                tooMany = true;
                refuse(
                        step.address().url(),
                        "too-many-lists",
                        "this and what follows: more than " + lists.size() + " lists");
            }
        } else if (isWanted(step)) {
            lists.add(step.address().identity());
            open.add(step);
            leadsAnywhere |= step.form() != Form.HOME && step.form() != Form.ROBOTS;
        }
    }

    private boolean isWanted(ListStep step) {
        return days != null ? days.mayHold(step.changedAt()) : !isTooOld(step.changedAt());
    }

    private void leave(ListStep step, WebAddress at) {
        leadsAnywhere = true;
        sink.elsewhere(at, step.changedAt(), step.part(days));
    }

    private void read(ListStep step) throws DiscoveryException, ElsewhereException, InterruptedException {
        if (!territory.holds(step.address().host())) {
            leave(step, step.address());
            return;
        }
        String url = step.address().identity();
        Optional<KnownList> known = days == null ? memory.list(url, recipe) : Optional.empty();
        if (known.isPresent() && step.restsSince(known.get(), now)) {
            return;
        }
        // Where lists are is looked up anew: these are small, and an unchanged answer would not tell.
        boolean signpost = step.form() == Form.HOME || step.form() == Form.ROBOTS;
        ListFetcher.Content content = fetch(
                step,
                known.filter(k -> !signpost)
                        .map(k -> new Validators(k.etag(), k.lastModified()))
                        .orElse(Validators.NONE));
        if (content == null) {
            KnownList k = known.orElseThrow();
            sink.read(List.of(), new KnownList(url, recipe, k.etag(), k.lastModified(), step.changedAt(), now, false));
            return;
        }
        Listing listing = ListReading.read(source, step, content);
        if (!lists.add(content.at().identity()) && !content.at().identity().equals(url)) {
            // Redirected to a list of its own in this walk.
            return;
        }
        inOrder(listing.children(), content.at()).forEach(child -> children(step, content.at(), child));
        List<FoundPage> taken = take(step, content.at(), listing.pages());
        boolean fresh =
                taken.stream().anyMatch(page -> !memory.knowsPage(page.address().identity()));
        goOn(step, content.at(), listing, fresh);
        sink.read(taken, isFull() ? null : known(url, content.validators(), step, fresh));
    }

    private ListFetcher.@Nullable Content fetch(ListStep step, Validators validators)
            throws DiscoveryException, ElsewhereException, InterruptedException {
        try {
            return fetcher.fetch(source, step.address(), validators);
        } catch (DiscoveryException e) {
            boolean none = e.code().equals("not-found") || e.code().equals("gone");
            if (step.form() == Form.ROBOTS && none) {
                return new ListFetcher.Content(step.address(), new byte[0], null, Validators.NONE);
            }
            throw e;
        }
    }

    /** Hands over what one list holds, without going on to any other. */
    void look(ListStep step, WebAddress at, Listing listing) {
        sink.read(take(step, at, listing.pages()), null);
    }

    private KnownList known(String url, Validators validators, ListStep step, boolean fresh) {
        return new KnownList(url, recipe, validators.etag(), validators.lastModified(), step.changedAt(), now, fresh);
    }

    /**
     * Where an index names more lists than one walk reads, those that changed last come first, and of those without a date the ones that
     * were read the longest time ago or never: so all have their turn, and what is new is not behind what is old.
     */
    private List<Listing.Child> inOrder(List<Listing.Child> children, WebAddress at) {
        if (days != null || lists.size() + children.size() <= MAX_LISTS) {
            return children;
        }
        Map<Listing.Child, Instant> read = new IdentityHashMap<>();
        for (Listing.Child child : children) {
            Instant last = child.changedAt() != null
                    ? Instant.MAX
                    : at.resolve(child.url())
                            .flatMap(address -> memory.list(address.identity(), recipe))
                            .map(KnownList::readAt)
                            .orElse(Instant.MIN);
            read.put(child, last);
        }
        List<Listing.Child> sorted = new ArrayList<>(children);
        sorted.sort(Comparator.comparing(Listing.Child::changedAt, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(child -> read.getOrDefault(child, Instant.MIN)));
        return sorted;
    }

    private void children(ListStep step, WebAddress at, Listing.Child child) {
        Optional<WebAddress> address = at.resolve(child.url());
        if (address.isEmpty()) {
            refuse(child.url(), "bad-url", "named by " + at.url() + ", and no http or https address");
            return;
        }
        Form form =
                switch (step.form()) {
                    case HOME, FEED -> address.get().url().endsWith("/robots.txt") ? Form.ROBOTS : Form.FEED;
                    case ROBOTS, SITEMAP, LIST -> Form.SITEMAP;
                };
        int depth = step.form() == Form.SITEMAP || step.form() == Form.FEED ? step.depth() + 1 : step.depth();
        follow(new ListStep(address.get(), form, depth, 1, child.changedAt()));
    }

    /** To the next page of a list, while pages bring something. */
    private void goOn(ListStep step, WebAddress at, Listing listing, boolean fresh) {
        int most = days == null ? source.walk().pages() : MAX_PAGES_BACK;
        if (listing.next() == null || step.page() >= most) {
            return;
        }
        boolean useful = days == null ? fresh : namesMore(listing.pages(), at) && !isAllBefore(listing.pages(), days);
        if (useful) {
            at.resolve(listing.next())
                    .ifPresent(next ->
                            follow(new ListStep(next, step.form(), step.depth(), step.page() + 1, step.changedAt())));
        }
    }

    /** Beyond their end some sites show the last page of a list for ever, each time under another address. */
    private boolean namesMore(List<Link> links, WebAddress at) {
        boolean more = false;
        for (Link link : links) {
            more |= at.resolve(link.url())
                    .map(WebAddress::identity)
                    .filter(named::add)
                    .isPresent();
        }
        return more;
    }

    private static boolean isAllBefore(List<Link> links, Days days) {
        return links.isEmpty() || links.stream().allMatch(days::isAfter);
    }

    private List<FoundPage> take(ListStep step, WebAddress at, List<Link> links) {
        List<FoundPage> taken = new ArrayList<>();
        for (Link link : links) {
            Optional<WebAddress> address =
                    at.resolve(link.url()).map(source.crawl().tracking()::strip);
            if (address.isEmpty()) {
                // Anchors of an HTML page lead to mail and scripts too; a feed or sitemap has no business to.
                if (step.form() != Form.LIST) {
                    refuse(link.url(), "bad-url", "named by " + at.url() + ", and no http or https address");
                }
            } else if (!isFull()
                    && source.crawl().takes(address.get().identity())
                    && isTimely(step, link)
                    && pages.add(address.get().identity())) {
                Hint hint = new Hint(link.publishedAt(), link.title(), null, null, null, at.url());
                taken.add(new FoundPage(address.get(), link.changedAt(), link.news(), hint));
            }
        }
        return taken;
    }

    private boolean isTimely(ListStep step, Link link) {
        if (days != null) {
            return days.takes(link);
        }
        // A whole site's sitemaps name every page it ever had: without a date there is no telling what is new.
        boolean undated = step.form() == Form.SITEMAP && link.latest() == null && !link.news();
        return !isTooOld(link.latest()) && !(undated && source instanceof Source.Site);
    }

    private boolean isTooOld(@Nullable Instant at) {
        return at != null
                && source.walk().maxAge() != null
                && at.isBefore(now.minus(source.walk().maxAge()));
    }

    private void refuse(String url, String code, String reason) {
        sink.refused(url, new DiscoveryException(code, url + ": " + reason, null));
    }
}
