package org.watchword.analyze.topology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/** What a document must have before it is worth analysing. JSON can leave out what the record type promises. */
final class DocumentCheck {

    private DocumentCheck() {}

    /** @throws RefusedRecord naming every absent field, or the digest that does not fit the text */
    static void check(@Nullable Document document) {
        if (document == null) {
            throw new RefusedRecord("not-a-document", "the record is JSON null");
        }
        List<String> absent = new ArrayList<>();
        require(document.id(), "id", absent);
        require(document.source(), "source", absent);
        require(document.outlet(), "outlet", absent);
        require(document.url(), "url", absent);
        require(document.canonicalUrl(), "canonicalUrl", absent);
        require(document.text(), "text", absent);
        require(document.textSha256(), "textSha256", absent);
        require(document.capturedAt(), "capturedAt", absent);
        if (!absent.isEmpty()) {
            throw new RefusedRecord("not-a-document", "the document lacks " + String.join(", ", absent));
        }
        if (!ContentHash.sha256Hex(document.text()).equals(document.textSha256())) {
            throw new RefusedRecord("digest-mismatch", "textSha256 is not the digest of the text");
        }
    }

    private static void require(@Nullable Object value, String field, List<String> absent) {
        if (value == null) {
            absent.add(field);
        }
    }
}
