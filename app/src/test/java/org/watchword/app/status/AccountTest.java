package org.watchword.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.app.status.Account.Verdict;
import org.watchword.model.StageCounts;

class AccountTest {

    @Test
    void scopesOfAStageAreSummed() {
        Account account = Account.of(List.of(
                counts("fetch", "a", 3, Map.of("emitted", 2L, "unchanged", 1L)),
                counts("fetch", "b", 2, Map.of("emitted", 1L, "refused:robots", 1L)),
                counts("analyze", "partition-0", 3, Map.of("emitted", 3L)),
                counts("index", "partition-0", 3, Map.of("emitted", 2L, "dead-lettered:mapping", 1L))));
        assertThat(account.stage("fetch").in()).isEqualTo(5);
        assertThat(account.stage("fetch").out())
                .isEqualTo(Map.of("emitted", 3L, "unchanged", 1L, "refused:robots", 1L));
        assertThat(account.settled()).isTrue();
        assertThat(AccountTable.of(account)).isEqualTo("""
                        stage     ended as                                    documents
                        fetch     in                                                  5
                                    emitted                                           3
                                    refused: robots                                   1
                                    unchanged                                         1
                        analyze   in                                                  3
                                    emitted                                           3
                        index     in                                                  3
                                    dead-lettered: mapping                            1
                                    emitted                                           2

                        ok        every input of fetch ended exactly once: 5
                        ok        every input of analyze ended exactly once: 3
                        ok        every input of index ended exactly once: 3
                        ok        fetch handed on what analyze took in: 3
                        ok        analyze handed on what index took in: 3
                        """);
    }

    @Test
    void whatWasSentBackByHandComesInBesides() {
        Account account = Account.of(List.of(
                counts("fetch", "a", 3, Map.of("emitted", 3L)),
                counts("analyze", "partition-0", 4, Map.of("emitted", 3L, "dead-lettered:failed", 1L)),
                counts("retry", "analyze", 1, Map.of("emitted", 1L)),
                counts("index", "partition-0", 3, Map.of("emitted", 3L))));
        assertThat(account.settled()).isTrue();
        assertThat(account.stage("retry").in()).isEqualTo(1);
    }

    @Test
    void whatAKilledFetcherHandedOnTwiceIsSeenToBeTheSame() {
        Account account = Account.of(List.of(
                counts("fetch", "a", 3, Map.of("emitted", 3L)),
                counts("analyze", "partition-0", 4, Map.of("emitted", 3L, "duplicate:redelivered", 1L)),
                counts("index", "partition-0", 3, Map.of("emitted", 3L))));
        assertThat(account.settled()).isTrue();
    }

    @Test
    void whatIsStillOnItsWayIsNeitherRightNorWrong() {
        Account account = Account.of(List.of(
                counts("fetch", "a", 3, Map.of("emitted", 3L)),
                counts("analyze", "partition-0", 1, Map.of("emitted", 1L)),
                counts("index", "partition-0", 1, Map.of("emitted", 1L))));
        assertThat(account.settled()).isFalse();
        assertThat(account.failed()).isFalse();
        assertThat(AccountTable.of(account)).contains("under way fetch handed on what analyze took in: 1 of 3");
    }

    @Test
    void aLostInputAndADoubledOneAreSeen() {
        Account lost = Account.of(List.of(counts("fetch", "a", 3, Map.of("emitted", 2L))));
        assertThat(lost.checks().get(0).verdict()).isEqualTo(Verdict.FAILS);
        Account doubled = Account.of(List.of(
                counts("fetch", "a", 1, Map.of("emitted", 1L)),
                counts("analyze", "partition-0", 2, Map.of("emitted", 2L))));
        assertThat(doubled.failed()).isTrue();
        assertThat(AccountTable.of(doubled)).contains("WRONG     fetch handed on what analyze took in: 2 instead of 1");
    }

    @Test
    void nothingCountedYetIsInOrder() {
        assertThat(Account.of(List.of()).stages()).hasSize(3);
        assertThat(Account.of(List.of()).settled()).isTrue();
    }

    private static StageCounts counts(String stage, String scope, long in, Map<String, Long> out) {
        return new StageCounts(stage, scope, in, new TreeMap<>(out), Instant.EPOCH);
    }
}
