package org.watchword.desk.dispatch;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.passage.HostileText;

/** The issues of a digest as an Atom feed (RFC 4287). Ids are of the digest and the issue, so that a reader shows none twice. */
public final class AtomDigest {

    private static final String GENERATOR = "Watchword";

    private AtomDigest() {}

    /**
     * The feed.
     *
     * @param id the digest's
     * @param title the digest's
     * @param issues newest first
     */
    public static String of(String id, String title, List<Digest> issues) {
        Feed feed = new Feed("atom_1.0");
        feed.setId("urn:watchword:digest:" + id);
        feed.setTitle(clean(title));
        Person author = new Person();
        author.setName(GENERATOR);
        feed.setAuthors(List.of(author));
        feed.setUpdated(issues.isEmpty() ? new Date(0) : Date.from(issues.get(0).to()));
        List<Entry> entries = new ArrayList<>();
        issues.forEach(issue -> entries.add(entry(issue)));
        feed.setEntries(entries);
        try {
            return new WireFeedOutput().outputString(feed, true);
        } catch (FeedException e) {
            throw new IllegalStateException("the feed of digest " + id + " cannot be written", e);
        }
    }

    private static Entry entry(Digest issue) {
        Entry entry = new Entry();
        entry.setId("urn:watchword:digest:" + issue.id() + ':' + issue.to());
        entry.setTitle(clean(new DigestWords(issue).subject()));
        entry.setUpdated(Date.from(issue.to()));
        entry.setPublished(Date.from(issue.to()));
        Link link = new Link();
        link.setRel("alternate");
        link.setHref(issue.search());
        entry.setAlternateLinks(List.of(link));
        Content content = new Content();
        content.setType(Content.HTML);
        content.setValue(HtmlDigest.of(issue));
        entry.setContents(List.of(content));
        return entry;
    }

    private static String clean(String text) {
        return HostileText.visible(text);
    }
}
