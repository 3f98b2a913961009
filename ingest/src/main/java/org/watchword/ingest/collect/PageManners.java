package org.watchword.ingest.collect;

import java.time.InstantSource;
import java.util.Optional;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.page.DirectivePolicy;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageDirectives;
import org.watchword.ingest.page.PageExtractor;

/** Whether a page lets itself be kept and its links be followed, by its meta tags and headers. Safe for use by several threads. */
public final class PageManners {

    private final PageExtractor reader;
    private final String agent;
    private final DirectivePolicy policy;
    private final InstantSource clock;

    /** @param agent product token by which a page may call us */
    public PageManners(PageExtractor reader, String agent, DirectivePolicy policy, InstantSource clock) {
        this.reader = reader;
        this.agent = agent;
        this.policy = policy;
        this.clock = clock;
    }

    Optional<Extraction.Refused> refusal(Fetched.Body body, Page page) {
        return policy.refusal(said(body, page), clock.instant());
    }

    boolean mayFollow(Fetched.Body body, Page page) {
        return policy.mayFollow(said(body, page));
    }

    private PageDirectives said(Fetched.Body body, Page page) {
        return PageDirectives.of(body.robotsTags(), reader.robotsMeta(page, agent), agent);
    }
}
