package org.watchword.ingest.evidence;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Statement;
import org.watchword.model.review.Review;

/**
 * What is to be proved: that these words stood in this version of this page. In JSON an object with both, as a line of
 * {@code evidence/statements.jsonl} in a package.
 *
 * @param statement the words, where they stand, and what was found in them
 * @param document the version of the page, its text, and where its bytes are kept
 */
@JsonPropertyOrder({"statement", "document"})
public record Claim(Statement statement, Document document) {

    /** What people decide on: these words on this page. */
    public String subject() {
        return Review.subject(document.id(), ContentHash.wordsId(statement.text()));
    }

    /** The same, its bytes kept elsewhere. */
    Claim at(@Nullable ArchiveRef archive) {
        Document d = document;
        return new Claim(
                statement,
                new Document(
                        d.id(),
                        d.source(),
                        d.outlet(),
                        d.outletCountry(),
                        d.url(),
                        d.canonicalUrl(),
                        d.title(),
                        d.byline(),
                        d.siteName(),
                        d.section(),
                        d.image(),
                        d.publishedAt(),
                        d.modifiedAt(),
                        d.language(),
                        d.speaker(),
                        d.speakerOffice(),
                        d.event(),
                        d.text(),
                        d.turns(),
                        d.textSha256(),
                        d.capturedAt(),
                        archive));
    }
}
