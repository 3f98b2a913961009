package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingTest {

    private static final Rows ROWS = Rows.now("statements");

    private final SearchRequests requests = new SearchRequests(word -> word);

    @Test
    void whereNothingNarrowsAllRowsAreCountedAndTheHiddenOnesApart() {
        List<Counting> countings = requests.counts(ROWS, StatementQuery.of(" "));

        assertThat(countings).hasSize(2).allSatisfy(half -> {
            List<SearchRequest> asked = half.requests();
            assertThat(asked).hasSize(2);
            assertThat(asked.get(0).query()).isNotNull().satisfies(query -> assertThat(query.isMatchAll())
                    .as("which the server counts without looking")
                    .isTrue());
            assertThat(asked.get(1).query()).isNotNull().satisfies(query -> assertThat(query.isExists())
                    .isTrue());
        });
    }

    @Test
    void aFacetWithAFilterIsCountedWithoutItAndTheOthersUnderIt() {
        StatementQuery query = new StatementQuery(
                "",
                Map.of(Facet.SPEAKER, List.of("Orlan Tesk")),
                null,
                null,
                StatementQuery.Sort.DATE,
                20,
                false,
                null);

        List<Counting> countings = requests.counts(ROWS, query);

        assertThat(countings).hasSize(3);
        assertThat(countings.subList(0, 2))
                .allSatisfy(half -> assertThat(half.requests()).hasSize(1));
        assertThat(names(countings.subList(0, 2)))
                .hasSize(Facet.values().length)
                .doesNotHaveDuplicates()
                .contains(SearchRequests.DATE)
                .doesNotContain("speaker");
        assertThat(countings.get(2).counted().aggregations()).containsOnlyKeys("speaker");
        assertThat(countings.get(2).requests()).as("no other filter, no words").hasSize(2);
    }

    @Test
    void copiesAreCountedByThemselves() {
        List<Counting> countings =
                requests.counts(ROWS, StatementQuery.of("rats").collapsed());

        assertThat(countings).hasSize(3);
        assertThat(countings.get(2).counted().aggregations()).containsOnlyKeys(SearchRequests.DISTINCT);
        assertThat(countings.get(2).requests()).as("and rows without numbers").hasSize(2);
    }

    private static List<String> names(List<Counting> countings) {
        return countings.stream()
                .flatMap(counting -> counting.counted().aggregations().keySet().stream())
                .toList();
    }
}
