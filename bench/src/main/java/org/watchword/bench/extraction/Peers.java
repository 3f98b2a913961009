package org.watchword.bench.extraction;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.util.LinkedHashMap;
import java.util.Map;
import net.dankito.readability4j.Readability4J;
import org.watchword.ingest.extract.HtmlExtractor;

/** Other extractors for the JVM, on the same pages. They take text, so the bytes are decoded for them as they are for us. */
final class Peers {

    /** One extractor: bytes of a page in, its article text out. */
    @FunctionalInterface
    interface Extractor {
        String text(byte[] page);
    }

    private Peers() {}

    static Map<String, Extractor> all() {
        Map<String, Extractor> peers = new LinkedHashMap<>();
        peers.put("Readability4J 1.0.8", Peers::readability);
        peers.put("boilerpipe 1.2.3", Peers::boilerpipe);
        return peers;
    }

    /** Mozilla's Readability (the reader view of Firefox) in Kotlin. */
    static String readability(byte[] page) {
        String text = new Readability4J("https://news.example.org/a", HtmlExtractor.decoded(page, null))
                .parse()
                .getTextContent();
        return text == null ? "" : text;
    }

    static String boilerpipe(byte[] page) {
        try {
            return ArticleExtractor.getInstance().getText(HtmlExtractor.decoded(page, null));
        } catch (BoilerpipeProcessingException e) {
            return "";
        }
    }
}
