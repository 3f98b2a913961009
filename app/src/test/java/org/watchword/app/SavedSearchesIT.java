package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.watchword.app.line.Endpoints;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.ElasticsearchSettings;
import org.watchword.index.SavedSearch;
import org.watchword.index.SavedSearches;

/** Saved searches in the real server, from several desks and the command line. */
@ExtendWith(SampleLine.Shared.class)
class SavedSearchesIT {

    private static final Instant NOW = Instant.parse("2031-06-02T08:00:00.123456789Z");

    private final SampleLine sample;
    private final TestingCommand command = new TestingCommand();

    SavedSearchesIT(SampleLine sample) {
        this.sample = sample;
    }

    @Test
    void oneNameIsTakenOnceAndNoChangeIsLostUnderAnother() {
        URI server = URI.create(
                Endpoints.running(sample.folder()).orElseThrow().elasticsearch().get(0));
        try (ElasticsearchConnection one = connect(server);
                ElasticsearchConnection other = connect(server)) {
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

    private static ElasticsearchConnection connect(URI server) {
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
