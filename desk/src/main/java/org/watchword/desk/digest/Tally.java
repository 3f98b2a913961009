package org.watchword.desk.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.page.VoiceName;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.Speaker;

/**
 * Statements of one issue by category, target and speaker. They come the gravest first, so what is kept of each group is the gravest of it;
 * of the rest only numbers are kept.
 */
final class Tally {

    /** One category about one group. */
    static final class Group {

        private final Map<String, Voice> voices = new LinkedHashMap<>();
        private final List<Cluster> fresh = new ArrayList<>();
        private final List<Cluster> seen = new ArrayList<>();
        private long total;

        long total() {
            return total;
        }

        /** What can be shown: new words first, then further copies of what was told. */
        List<Cluster> kept() {
            List<Cluster> kept = new ArrayList<>(fresh);
            kept.addAll(seen);
            return kept;
        }

        Voice voice(StatementRecord statement) {
            return java.util.Objects.requireNonNull(voices.get(VoiceName.of(statement)));
        }
    }

    /** One speaker in one group. */
    static final class Voice {

        private final StatementRecord first;
        private final boolean named;
        private String office;
        private long total;

        private Voice(StatementRecord statement) {
            this.first = statement;
            this.named = statement.speaker() != null;
            this.office = VoiceName.office(statement);
        }

        String name(DigestLanguage in) {
            return voice(first, in);
        }

        boolean named() {
            return named;
        }

        String office() {
            return office;
        }

        long total() {
            return total;
        }

        private void add(StatementRecord statement) {
            total++;
            if (office.isEmpty()) {
                office = VoiceName.office(statement);
            }
        }
    }

    /** Whose words a statement is: the speaker's name, the words that name nobody, or the outlet. */
    static String voice(StatementRecord statement, DigestLanguage in) {
        Speaker speaker = statement.speaker();
        return speaker != null && speaker.name() == null
                ? in.say("speaker.unnamed", Map.of("text", speaker.text()))
                : VoiceName.of(statement);
    }

    private final int keptOfGroup;
    private final TreeMap<Category, TreeMap<String, Group>> groups = new TreeMap<>();
    private final Map<String, Cluster> clusters = new HashMap<>();
    private long total;
    private long fresh;
    private long late;
    private long seen;
    private long leftOut;

    Tally(int keptOfGroup) {
        this.keptOfGroup = keptOfGroup;
    }

    /**
     * Counts a statement.
     *
     * @param flags those wanted, the gravest first; at least one
     * @param seenIn the issue that told its words first; null when they are new
     */
    void add(StatementRecord statement, List<Flag> flags, boolean isLate, @Nullable Integer seenIn) {
        Flag flag = flags.get(0);
        String target = Optional.ofNullable(flag.target()).map(t -> t.group()).orElse("");
        Group group =
                groups.computeIfAbsent(flag.category(), c -> new TreeMap<>()).computeIfAbsent(target, t -> new Group());
        group.total++;
        group.voices
                .computeIfAbsent(VoiceName.of(statement), name -> new Voice(statement))
                .add(statement);
        total++;
        late += isLate ? 1 : 0;
        seen += seenIn == null ? 0 : 1;
        String key = statement.story() + '-' + ContentHash.wordsId(statement.text());
        Cluster known = clusters.get(key);
        if (known != null) {
            known.add(statement);
            return;
        }
        Cluster cluster = new Cluster(statement, flags, isLate, seenIn == null ? 0 : seenIn);
        fresh += seenIn == null ? 1 : 0;
        List<Cluster> kept = seenIn == null ? group.fresh : group.seen;
        if (kept.size() < keptOfGroup) {
            kept.add(cluster);
        }
        clusters.put(key, cluster);
    }

    /** In the order of categories, and of groups by id. */
    Map<Category, TreeMap<String, Group>> groups() {
        return groups;
    }

    long total() {
        return total;
    }

    /** Words not told before, each counted once. */
    long fresh() {
        return fresh;
    }

    long late() {
        return late;
    }

    /** Statements whose words were told before. */
    long seen() {
        return seen;
    }

    /** Counts a statement that is not told, for reviewers rejected it. */
    void leaveOut() {
        leftOut++;
    }

    long leftOut() {
        return leftOut;
    }

    static Comparator<Flag> gravestFirst() {
        return Comparator.comparing(Flag::severity)
                .reversed()
                .thenComparing(Flag::category)
                .thenComparing(Flag::rule);
    }
}
