package org.watchword.ingest.discover;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** The feeds in a list of subscriptions (OPML 1.0 and 2.0), as feed readers export it. No document type is obeyed. */
public final class Subscriptions {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_OUTLINES = 100_000;

    private Subscriptions() {}

    /**
     * An outline that names a feed or holds no others.
     *
     * @param line where it stands
     * @param title as the list calls it; absent when it does not
     * @param feed address of the feed as written; absent when it has none
     * @param language as the list says
     * @param folder title of the outline it stands in
     */
    public record Outline(
            int line,
            @Nullable String title,
            @Nullable String feed,
            @Nullable String language,
            @Nullable String folder) {}

    /** @throws DiscoveryException {@code not-opml} when it is another kind of XML, or none; names the line */
    public static List<Outline> read(byte[] body, String file) throws DiscoveryException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (Reader reader = new XmlReader(new ByteArrayInputStream(body), true)) {
            return outlines(factory.createXMLStreamReader(reader), file);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new DiscoveryException("not-opml", file + ":" + line + ": not OPML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DiscoveryException("not-opml", file + ": not OPML: " + e.getMessage(), e);
        }
    }

    /** An element that is open: its outline, and whether others stood in it. */
    private static final class Open {
        private final Outline outline;
        private boolean folder;

        Open(Outline outline) {
            this.outline = outline;
        }
    }

    private static List<Outline> outlines(XMLStreamReader xml, String file)
            throws XMLStreamException, DiscoveryException {
        List<Outline> found = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        boolean opml = false;
        while (xml.hasNext()) {
            int event = xml.next();
            boolean outline = (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
                    && xml.getLocalName().equalsIgnoreCase("outline");
            if (event == XMLStreamConstants.START_ELEMENT && !opml) {
                opml = xml.getLocalName().equalsIgnoreCase("opml");
                if (!opml) {
                    throw new DiscoveryException(
                            "not-opml", file + ": not OPML: its first element is " + xml.getLocalName(), null);
                }
            } else if (outline && event == XMLStreamConstants.START_ELEMENT) {
                Open parent = open.peek();
                if (parent != null) {
                    parent.folder = true;
                }
                if (open.size() >= MAX_DEPTH || found.size() >= MAX_OUTLINES) {
                    throw new DiscoveryException(
                            "not-opml", file + ":" + xml.getLocation().getLineNumber() + ": too many outlines", null);
                }
                open.push(new Open(outline(xml, parent)));
            } else if (outline) {
                Open closed = open.pop();
                if (closed.outline.feed() != null || !closed.folder) {
                    found.add(closed.outline);
                }
            }
        }
        return found;
    }

    private static Outline outline(XMLStreamReader xml, @Nullable Open parent) {
        String text = attribute(xml, "text");
        String title = attribute(xml, "title");
        return new Outline(
                xml.getLocation().getLineNumber(),
                FeedLinks.plain(title == null ? text : title),
                attribute(xml, "xmlurl"),
                attribute(xml, "language"),
                parent == null ? null : parent.outline.title());
    }

    /** Programs differ in the case of names. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (LowerCase.of(xml.getAttributeLocalName(i)).equals(name)
                    && !xml.getAttributeValue(i).isBlank()) {
                return xml.getAttributeValue(i).strip();
            }
        }
        return null;
    }
}
