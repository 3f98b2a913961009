package org.watchword.ingest.evidence;

import java.util.List;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Statement;

/** What a claim shows by itself: words, text and ids. */
final class ClaimChecks {

    private ClaimChecks() {}

    static List<Check> of(Claim claim) {
        return List.of(words(claim), text(claim.document()), statementId(claim), documentId(claim.document()));
    }

    private static Check words(Claim claim) {
        Statement statement = claim.statement();
        String text = claim.document().text();
        String place = "the units " + statement.start() + " to " + statement.end() + " of the text";
        if (statement.start() < 0 || statement.end() < statement.start() || statement.end() > text.length()) {
            return Check.differs(
                    Level.WORDS, place + " are no span of it: it has " + text.length() + " units of UTF-16");
        }
        String found = text.substring(statement.start(), statement.end());
        return found.equals(statement.text())
                ? Check.holds(Level.WORDS, place + " are the words")
                : Check.differs(Level.WORDS, "what " + place + " hold " + FirstDifference.of(statement.text(), found));
    }

    private static Check text(Document document) {
        return Check.same(
                Level.TEXT, "SHA-256 of the text", document.textSha256(), ContentHash.sha256Hex(document.text()));
    }

    private static Check statementId(Claim claim) {
        Statement statement = claim.statement();
        Document document = claim.document();
        String found = ContentHash.statementId(
                document.canonicalUrl(), document.textSha256(), statement.start(), statement.end());
        return Check.same(Level.ID, "the statement's id by address, text digest and span", statement.id(), found);
    }

    private static Check documentId(Document document) {
        return Check.same(
                Level.ID,
                "the page's id by its canonical address",
                document.id(),
                ContentHash.documentId(document.canonicalUrl()));
    }
}
