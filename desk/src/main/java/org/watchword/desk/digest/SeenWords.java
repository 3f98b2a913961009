package org.watchword.desk.digest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchword.index.CaptureIndex;
import org.watchword.index.DigestLedger;
import org.watchword.index.SentStatement;
import org.watchword.index.StatementRecord;
import org.watchword.model.ContentHash;

/**
 * Tells words that an earlier issue told from new ones. Words are the same when they stand on the same page or in the same story; a
 * story is looked up as it is now, for stories grow together.
 */
final class SeenWords {

    private final DigestLedger ledger;
    private final CaptureIndex index;
    private final String digest;
    private final int number;

    SeenWords(DigestLedger ledger, CaptureIndex index, String digest, int number) {
        this.ledger = ledger;
        this.index = index;
        this.digest = digest;
        this.number = number;
    }

    /** The issue that told each statement's words first, by statement id; those not told before are missing. */
    Map<String, Integer> of(List<StatementRecord> statements) {
        Map<String, String> words =
                statements.stream().collect(Collectors.toMap(StatementRecord::id, s -> ContentHash.wordsId(s.text())));
        Map<String, List<SentStatement>> told = ledger.saying(digest, new java.util.HashSet<>(words.values())).stream()
                .filter(sent -> sent.issue() < number)
                .collect(Collectors.groupingBy(SentStatement::words));
        Map<String, Integer> seen = new HashMap<>();
        if (told.isEmpty()) {
            return seen;
        }
        Map<String, String> stories = stories(told.values());
        for (StatementRecord statement : statements) {
            told.getOrDefault(words.get(statement.id()), List.of()).stream()
                    .filter(sent -> sent.documentId().equals(statement.documentId())
                            || statement.story().equals(stories.get(sent.statementId())))
                    .mapToInt(SentStatement::issue)
                    .min()
                    .ifPresent(issue -> seen.put(statement.id(), issue));
        }
        return seen;
    }

    private Map<String, String> stories(Collection<List<SentStatement>> told) {
        List<String> ids = told.stream()
                .flatMap(List::stream)
                .map(SentStatement::statementId)
                .toList();
        Map<String, String> stories = new HashMap<>();
        index.statements(ids).forEach((id, statement) -> stories.put(id, statement.story()));
        return stories;
    }
}
