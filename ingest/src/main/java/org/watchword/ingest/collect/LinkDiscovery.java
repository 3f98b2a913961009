package org.watchword.ingest.collect;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.collect.ListStep.Form;
import org.watchword.ingest.discover.DatedUrl;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.Listing;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.frontier.KnownList;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.Request.ListPart;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.http.Fetched.Validators;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.source.Source;

/** Finds the pages of web sources, by walking over the lists that name them. Safe for use by several threads. */
public final class LinkDiscovery {

    private final ListFetcher fetcher;
    private final InstantSource clock;
    private final Territory territory;

    /** @param territory lists beyond it are left to others */
    public LinkDiscovery(
            PoliteFetcher fetcher,
            FetchLimits limits,
            Pace pace,
            PageManners manners,
            InstantSource clock,
            Territory territory) {
        this.fetcher = new ListFetcher(fetcher, limits, pace, manners);
        this.clock = clock;
        this.territory = territory;
    }

    /**
     * Hands over the pages a source lists now, each once, those its patterns exclude left out.
     *
     * @param memory of earlier walks; lists that have not changed since are passed over
     * @throws DiscoveryException when none of its lists could be read; where only some could not, the sink is told of them
     */
    public void walk(Source.Web source, ListMemory memory, ListSink sink)
            throws DiscoveryException, InterruptedException {
        walk(source, memory, null, sink).run(roots(source, source.urls()));
    }

    private ListWalk walk(Source.Web source, ListMemory memory, @Nullable Days days, ListSink sink) {
        return new ListWalk(fetcher, source, memory, days, clock.instant(), sink, territory);
    }

    /**
     * As {@link #walk}, from a list that a walk elsewhere has come upon.
     *
     * @param request for a list
     */
    public void walkOn(Source.Web source, Request request, ListMemory memory, ListSink sink)
            throws DiscoveryException, InterruptedException {
        ListStep step = ListStep.of(request)
                .orElseThrow(() -> new DiscoveryException("bad-url", request.url() + ": not a list", null));
        ListPart list = request.list();
        Days days = list == null || list.from() == null || list.to() == null ? null : new Days(list.from(), list.to());
        walk(source, days == null ? memory : ListMemory.NONE, days, sink).run(List.of(step));
    }

    /**
     * As {@link #walk}, into the past: further back over the pages of lists, and whatever is remembered.
     *
     * @param url one of {@link #stepsBack}
     */
    public void walkBack(Source.Web source, String url, Days days, ListSink sink)
            throws DiscoveryException, InterruptedException {
        walk(source, ListMemory.NONE, days, sink).run(roots(source, List.of(url)));
    }

    /** Where the pages of these days are looked for: in the lists of the source's archive, else in its own, followed back. */
    public static List<String> stepsBack(Source.Web source, Days days) {
        List<String> templates = source.walk().archive();
        List<String> steps = new ArrayList<>();
        templates.forEach(template -> steps.addAll(DatedUrl.fill(template, days.from(), days.to())));
        return templates.isEmpty() ? source.urls() : steps;
    }

    /**
     * The same, for others to read: a request for each list in which pages of these days are looked for.
     *
     * @throws DiscoveryException when one of them is no address
     */
    public static List<Request> requestsBack(Source.Web source, Days days) throws DiscoveryException {
        return roots(source, stepsBack(source, days)).stream()
                .map(step ->
                        new Request(source.id(), step.address().url(), null, false, false, Hint.NONE, step.part(days)))
                .toList();
    }

    private static List<ListStep> roots(Source.Web source, List<String> urls) throws DiscoveryException {
        List<ListStep> roots = new ArrayList<>();
        for (String url : urls) {
            WebAddress address = WebAddress.of(url)
                    .orElseThrow(() -> new DiscoveryException("bad-url", url + ": not an http or https address", null));
            roots.add(root(source, address));
        }
        return roots;
    }

    private static ListStep root(Source.Web source, WebAddress address) {
        if (source instanceof Source.Feed) {
            return ListStep.root(address, Form.FEED);
        }
        if (source instanceof Source.LinkList) {
            return ListStep.root(address, Form.LIST);
        }
        if (source instanceof Source.Site) {
            return ListStep.root(address, Form.HOME);
        }
        if (address.isHome()) {
            return ListStep.root(WebAddress.of(ListReading.robotsTxt(address)).orElse(address), Form.ROBOTS);
        }
        return ListStep.root(address, address.url().endsWith("/robots.txt") ? Form.ROBOTS : Form.SITEMAP);
    }

    /**
     * What the first address of a source holds.
     *
     * @param links pages it lists
     * @param taken those of them that the source's patterns let through
     * @param lists further lists it names, which were not fetched
     * @param more whether the list goes on on a further page
     */
    public record Glimpse(int links, int taken, int lists, boolean more) {}

    /** Reads a source's first address and nothing behind it. */
    public Glimpse glimpse(Source.Web source) throws DiscoveryException, InterruptedException {
        ListStep step = roots(source, source.urls().subList(0, 1)).get(0);
        ListFetcher.Content content;
        try {
            content = fetcher.fetch(source, step.address(), Validators.NONE);
        } catch (ElsewhereException e) {
            throw new DiscoveryException("elsewhere", String.valueOf(e.getMessage()), e);
        }
        if (content == null) {
            throw new DiscoveryException("bad-http", step.address().url() + ": an answer nobody asked for", null);
        }
        Listing listing = ListReading.read(source, step, content);
        AtomicInteger taken = new AtomicInteger();
        ListSink count = new ListSink() {
            @Override
            public void read(List<FoundPage> pages, @Nullable KnownList known) {
                taken.set(pages.size());
            }

            @Override
            public void refused(String url, DiscoveryException problem) {}
        };
        walk(source, ListMemory.NONE, null, count).look(step, content.at(), listing);
        boolean signpost = step.form() == Form.HOME;
        return new Glimpse(
                listing.pages().size(),
                taken.get(),
                listing.children().size() - (signpost ? 1 : 0),
                listing.next() != null);
    }
}
