package org.watchword.ingest.evidence;

import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.collect.ArchivedText;
import org.watchword.ingest.page.Extraction;

/** Whether the payload, read anew, gives the document's text. */
final class ExtractionCheck {

    private ExtractionCheck() {}

    static Check of(Claim claim, ArchivedRecord record, ArchivedText texts) {
        Extraction extraction = texts.read(record, claim.document().source());
        if (extraction instanceof Extraction.Refused refused) {
            return Check.differs(
                    Level.EXTRACTION, "no text is read in the payload: " + refused.code() + ", " + refused.reason());
        }
        String found = ((Extraction.Article) extraction).text();
        String wanted = claim.document().text();
        if (found.equals(wanted)) {
            return Check.holds(Level.EXTRACTION, "the text read anew from the payload is the same");
        }
        return Check.differs(
                Level.EXTRACTION,
                "the text read anew from the payload " + FirstDifference.of(wanted, found) + "; "
                        + words(claim.statement().text(), found)
                        + ". Another version of the extractor, or other selectors of the source, may be why");
    }

    private static String words(String words, String text) {
        int at = text.indexOf(words);
        return at >= 0
                ? "the words of the statement stand in it, from unit " + at + " on"
                : "the words of the statement do not stand in it";
    }
}
