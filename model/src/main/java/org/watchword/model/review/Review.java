package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ContentHash;

/**
 * One decision about a statement. Travels on {@link org.watchword.model.Topics#REVIEWS}, keyed by {@code documentId}; never changed, never
 * taken back but by a further one.
 *
 * @param id the first 32 hex digits of the digest of {@code statementId LF reviewer LF at LF flag}: sent twice, it is one decision
 * @param kind in which part it was decided
 * @param statementId the statement the reviewer had before them
 * @param documentId id of its page
 * @param words {@link ContentHash#wordsId} of its text, by which it is found again in other versions of the page
 * @param reviewer account name
 * @param at when it was decided
 * @param verdict what was decided
 * @param flag {@link JudgedFlag#key()} of the one flag it is about; absent when it is about the whole statement
 * @param reason why; never blank when rejected
 * @param note anything else; empty for none
 * @param correction what was put right
 * @param worksheet notes under the parts of the Rabat test; only those that were written
 * @param judged the flags the reviewer had before them
 * @param attributed whom the words were attributed to then; absent when nobody was named
 * @param before what was held until then
 * @param after what is held from then on
 * @param basedOn id of the newest decision the reviewer could have seen; absent when there was none
 */
@JsonPropertyOrder({
    "id",
    "kind",
    "statementId",
    "documentId",
    "words",
    "reviewer",
    "at",
    "verdict",
    "flag",
    "reason",
    "note",
    "correction",
    "worksheet",
    "judged",
    "attributed",
    "before",
    "after",
    "basedOn"
})
public record Review(
        String id,
        ReviewKind kind,
        String statementId,
        String documentId,
        String words,
        String reviewer,
        Instant at,
        Verdict verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String flag,
        String reason,
        String note,
        Correction correction,
        Map<RabatFactor, String> worksheet,
        List<JudgedFlag> judged,
        @Nullable String attributed,
        Finding before,
        Finding after,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String basedOn) {

    private static final int ID_DIGITS = 32;

    /** @throws IllegalArgumentException when something a decision cannot do without is missing */
    @SuppressWarnings("ConstantValue") // What comes from the wire may lack anything.
    public Review {
        require(id, "id");
        require(statementId, "statementId");
        require(documentId, "documentId");
        require(words, "words");
        require(reviewer, "reviewer");
        if (kind == null || at == null || verdict == null || before == null || after == null) {
            throw new IllegalArgumentException("a review needs kind, at, verdict, before and after");
        }
        reason = reason == null ? "" : reason;
        note = note == null ? "" : note;
        correction = correction == null ? Correction.none() : correction;
        judged = judged == null ? List.of() : List.copyOf(judged);
        EnumMap<RabatFactor, String> notes = new EnumMap<>(RabatFactor.class);
        if (worksheet != null) {
            notes.putAll(worksheet);
        }
        worksheet = Collections.unmodifiableMap(notes);
        if (verdict == Verdict.REJECT && reason.isBlank()) {
            throw new IllegalArgumentException("a rejection needs a reason");
        }
    }

    private static void require(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a review needs " + name);
        }
    }

    /** The id of a decision. */
    public static String id(String statementId, String reviewer, Instant at, @Nullable String flag) {
        return ContentHash.sha256Hex(statementId + '\n' + reviewer + '\n' + at + '\n' + (flag == null ? "" : flag))
                .substring(0, ID_DIGITS);
    }

    /** The same, with what is held from then on worked out. */
    public Review leadingTo(Finding held) {
        return new Review(
                id,
                kind,
                statementId,
                documentId,
                words,
                reviewer,
                at,
                verdict,
                flag,
                reason,
                note,
                correction,
                worksheet,
                judged,
                attributed,
                before,
                held,
                basedOn);
    }

    /** The words on the page it is about, the same for every version of the page. */
    @JsonIgnore
    public String subject() {
        return subject(documentId, words);
    }

    /** Names words on a page, for all decisions on them. */
    public static String subject(String documentId, String words) {
        return documentId + '-' + words;
    }

    /** Whether it says anything of this flag. */
    public boolean covers(JudgedFlag judgedFlag) {
        return flag == null || flag.equals(judgedFlag.key());
    }
}
