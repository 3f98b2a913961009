package org.watchword.desk.digest;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.watchword.index.DigestIssue;
import org.watchword.index.DigestLedger;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.SentStatement;

/** A ledger shared by what a test takes for several processes. */
public final class InMemoryLedger implements DigestLedger {

    private final Map<String, DigestIssue> issues = new LinkedHashMap<>();
    private final Map<String, SentStatement> sent = new TreeMap<>();
    private int writesLeft = Integer.MAX_VALUE;

    private record Row(InMemoryLedger ledger, DigestIssue issue) implements Held {

        @Override
        public Optional<Held> write(DigestIssue changed) {
            ledger.mayFail();
            if (!issue.equals(ledger.issues.get(issue.key()))) {
                return Optional.empty();
            }
            ledger.issues.put(issue.key(), changed);
            return Optional.of(new Row(ledger, changed));
        }
    }

    /** From the next write but so many, the ledger does not answer; as if the process had died there. */
    public void failAfter(int writes) {
        writesLeft = writes;
    }

    private void mayFail() {
        if (writesLeft-- <= 0) {
            throw new IndexUnavailableException("the ledger does not answer", new java.io.IOException("down"));
        }
    }

    public Collection<SentStatement> sent() {
        return sent.values();
    }

    @Override
    public Optional<Held> latest(String digest) {
        return issues.values().stream()
                .filter(i -> i.digest().equals(digest))
                .max(Comparator.comparing(DigestIssue::number))
                .map(i -> new Row(this, i));
    }

    @Override
    public List<Held> open() {
        return issues.values().stream()
                .filter(i -> i.state() != DigestIssue.State.DONE)
                .<Held>map(i -> new Row(this, i))
                .toList();
    }

    @Override
    public List<DigestIssue> issues(String digest, int most) {
        return issues.values().stream()
                .filter(i -> i.digest().equals(digest) && i.content() != null)
                .sorted(Comparator.comparing(DigestIssue::number).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Held> create(DigestIssue issue) {
        mayFail();
        if (issues.containsKey(issue.key())) {
            return Optional.empty();
        }
        issues.put(issue.key(), issue);
        return Optional.of(new Row(this, issue));
    }

    @Override
    public Map<String, SentStatement> sent(String digest, Collection<String> statementIds) {
        Map<String, SentStatement> found = new LinkedHashMap<>();
        statementIds.forEach(
                id -> Optional.ofNullable(sent.get(digest + '/' + id)).ifPresent(s -> found.put(id, s)));
        return found;
    }

    @Override
    public List<SentStatement> saying(String digest, Collection<String> words) {
        return sent.values().stream()
                .filter(s -> s.digest().equals(digest) && words.contains(s.words()))
                .toList();
    }

    @Override
    public void walkSent(String digest, Instant since, Consumer<List<SentStatement>> pages) {
        pages.accept(sent.values().stream()
                .filter(s -> s.digest().equals(digest) && !s.sentAt().isBefore(since))
                .toList());
    }

    @Override
    public void record(List<SentStatement> statements) {
        mayFail();
        statements.forEach(s -> sent.put(s.key(), s));
    }
}
