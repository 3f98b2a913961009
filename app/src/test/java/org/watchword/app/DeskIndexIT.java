package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.line.Endpoints;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.ElasticsearchSettings;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.ElasticsearchStatementSummaries;
import org.watchword.index.Facet;
import org.watchword.index.QueryException;
import org.watchword.index.SavedSearch;
import org.watchword.index.SavedSearches;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementSummary;

/** What the desk keeps in the real server and asks of it, besides hits: saved searches, sums, words mended. */
@ExtendWith(SampleLine.Shared.class)
class DeskIndexIT {

    private static final Instant NOW = Instant.parse("2031-06-02T08:00:00.123456789Z");

    private final SampleLine sample;
    private final TestingCommand command = new TestingCommand();

    DeskIndexIT(SampleLine sample) {
        this.sample = sample;
    }

    @Test
    void oneNameIsTakenOnceAndNoChangeIsLostUnderAnother() {
        try (ElasticsearchConnection one = connect();
                ElasticsearchConnection other = connect()) {
            keepAtOnce(new ElasticsearchSavedSearches(one), new ElasticsearchSavedSearches(other));
        }
    }

    private static void keepAtOnce(SavedSearches here, SavedSearches there) {
        assertThat(here.named("Крысы")).isEmpty();
        SavedSearch search = SavedSearch.of("Крысы", "for the report", "q=rats&status=flagged", "anna", NOW);

        assertThat(here.create(search)).isTrue();
        assertThat(there.create(SavedSearch.of("КРЫСЫ", "", "", "boris", NOW))).isFalse();

        SavedSearch read = there.named("крысы").orElseThrow();
        assertThat(read.parameters()).isEqualTo("q=rats&status=flagged");
        assertThat(read.createdAt()).isEqualTo(Instant.parse("2031-06-02T08:00:00.123Z"));
        assertThat(here.change(search, search.changed("", "q=mice", NOW.plusSeconds(1))))
                .as("by what was written, which the server keeps in milliseconds")
                .isTrue();
        assertThat(there.change(read, read.changed("", "q=moths", NOW.plusSeconds(2))))
                .as("made to what is there no longer")
                .isFalse();
        assertThat(there.remove(read)).isFalse();
        assertThat(there.all()).extracting(SavedSearch::parameters).contains("q=mice");
        assertThat(there.remove(there.named("Крысы").orElseThrow())).isTrue();
        assertThat(here.named("Крысы")).isEmpty();
    }

    @Test
    void aSumHasWhatTheSearchHas() {
        try (ElasticsearchConnection connection = connect()) {
            StatementQuery query = StatementQuery.of("");
            SearchResult found = new ElasticsearchStatementIndex(connection, word -> word).search(query);

            StatementSummary summary = new ElasticsearchStatementSummaries(connection, word -> word)
                    .summary(query, EnumSet.allOf(Facet.class));

            assertThat(summary.total()).isEqualTo(found.total()).isPositive();
            assertThat(summary.months().stream()
                            .mapToLong(StatementSummary.Month::total)
                            .sum())
                    .isEqualTo(found.total());
            for (Facet facet : Facet.values()) {
                assertThat(summary.of(facet))
                        .as(facet.parameter())
                        .extracting(value -> new SearchResult.Bucket(value.value(), value.count()))
                        .containsExactlyElementsOf(found.facets().get(facet.parameter()));
            }
            StatementSummary none = new ElasticsearchStatementSummaries(connection, word -> word)
                    .summary(StatementQuery.of("nothingofthekind"), EnumSet.of(Facet.SPEAKER));
            assertThat(none.total()).isZero();
            assertThat(none.first()).isNull();
        }
    }

    @Test
    void aWordThatNobodySaidIsMendedByOneThatSomebodyDid() {
        try (ElasticsearchConnection connection = connect()) {
            StatementIndex index = new ElasticsearchStatementIndex(connection, word -> word);
            StatementQuery misspelled = StatementQuery.of("poeple -\"wolf pack\"");

            assertThat(index.search(misspelled).total()).isZero();
            assertThat(index.suggestion(misspelled)).contains("people -\"wolf pack\"");
            assertThat(index.suggestion(StatementQuery.of("qqqqzzzzxx"))).isEmpty();
            assertThat(index.isBeingRebuilt()).isFalse();
        }
    }

    @Test
    void whatOnlyTheServerFindsWrongIsExplainedAtItsPlaceToo() {
        try (ElasticsearchConnection connection = connect()) {
            StatementIndex index = new ElasticsearchStatementIndex(connection, word -> word);

            assertThatExceptionOfType(QueryException.class)
                    .isThrownBy(() -> index.search(StatementQuery.of("republic date:[2031 2032]")))
                    .satisfies(e -> assertThat(e.position()).isBetween(9, 25));
        }
    }

    @Test
    void aTableOfSearchesIsCounted(@TempDir Path folder) throws Exception {
        Path table = folder.resolve("queries.csv");
        Files.writeString(table, "name,q,status\nall,,\nflagged,,flagged\nopen,\"(wolf\",\nwrong,,flaged\n");

        assertThat(run("count", table.toString(), "--base-url", "https://desk.example/"))
                .as(command.err())
                .isEqualTo(1);
        assertThat(command.err())
                .contains(table + ":4: This ( is never closed (at character 1 of the query)")
                .contains(table + ":5: 'status' has no value 'flaged'; did you mean 'flagged'?")
                .contains("4 searches, 2 not counted");
        List<String> lines = command.out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("2,all,,," + sample.line().all("").size() + ",");
        assertThat(lines.get(2)).contains("https://desk.example/?status=flagged");
    }

    @Test
    void theSearchesOfATableAreKeptUnderTheirNames(@TempDir Path folder) throws Exception {
        Path table = folder.resolve("queries.csv");
        Files.writeString(table, "name,q,status\nBatch of flags,,flagged\n,rats,\n");

        assertThat(run("count", table.toString(), "--keep")).isEqualTo(1);
        assertThat(command.err())
                .contains(table + ":3: Not kept: the line gives no name.")
                .contains("2 searches, 1 not kept");
        assertThat(run("show", "Batch of flags")).isZero();
        assertThat(command.out()).contains("\"parameters\":\"status=flagged\"", "line 2");

        assertThat(run("count", table.toString(), "--keep")).isEqualTo(1);
        assertThat(command.err()).contains(table + ":2: Not kept: There is a search named “Batch of flags” already");
        assertThat(run("remove", "Batch of flags")).isZero();
    }

    private ElasticsearchConnection connect() {
        URI server = URI.create(
                Endpoints.running(sample.folder()).orElseThrow().elasticsearch().get(0));
        return new ElasticsearchConnection(new ElasticsearchSettings(
                List.of(server), null, null, null, null, Duration.ofSeconds(30), "watchword-"));
    }

    @Test
    void theCommandLineKeepsShowsReplacesAndRemovesThem() {
        assertThat(run("save", "Threats", "burn OR drive", "--category", "threat", "--description", "weekly"))
                .as(command.err())
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(command.out()).contains("Threats\t", "q=burn+OR+drive&category=threat");
        assertThat(run("show", "threats")).isZero();
        assertThat(command.out()).contains("\"description\":\"weekly\"");

        assertThat(run("save", "threats", "burn")).isEqualTo(1);
        assertThat(command.err()).contains("already", "--replace");
        assertThat(run("save", "threats", "--replace", "--parameters", "http://localhost:8080/?q=burn&after=x"))
                .isZero();
        assertThat(run("show", "Threats")).isZero();
        assertThat(command.out()).contains("\"parameters\":\"q=burn\"", "\"name\":\"Threats\"");

        assertThat(run("save", "x", "--category", "thret")).isEqualTo(2);
        assertThat(command.err()).contains("did you mean 'threat'");
        assertThat(run("remove", "nothing")).isEqualTo(1);
        assertThat(command.err()).contains("There is no search 'nothing'");
        assertThat(run("remove", "Threats")).isZero();
        assertThat(run("show", "Threats")).isEqualTo(1);
    }

    private int run(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of("searches", name));
        all.addAll(List.of(arguments));
        return command.runOver(sample.folder(), all.toArray(String[]::new));
    }
}
