package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Role;
import org.watchword.desk.saved.SavedSearchEditor;
import org.watchword.index.SavedSearch;

class SavedSearchTest {

    private static final Account ANNA = new Account("anna", Role.READER);
    private static final Account BORIS = new Account("boris", Role.REVIEWER);
    private static final String SEARCH = "/?q=rats&status=flagged";

    private final DeskPorts ports = TestingDesk.ports(SampleIndex.create(), List::of, List::of);
    private final SavedSearchEditor editor = new SavedSearchEditor(ports.searches(), ports.clock());
    private final TestingDesk desk = new TestingDesk(ports);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSearchIsSavedByAFormAndFoundUnderItsName() {
        HttpResponse<String> answer = save("Rats at the harbour", "for the <b>weekly</b> report");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/saved/Rats%20at%20the%20harbour");
        assertThat(desk.get("/saved/rats%20at%20the%20HARBOUR").body())
                .contains("Rats at the harbour", "for the &lt;b&gt;weekly&lt;/b&gt; report", "local", "flagged");
        assertThat(desk.get("/saved").body()).contains("href=\"/?q=rats&amp;status=flagged\"");
        assertThat(desk.json("/api/searches/rats%20at%20the%20harbour")
                        .get("parameters")
                        .asString())
                .isEqualTo("q=rats&status=flagged");
    }

    @Test
    void aTakenNameIsAskedForAgainAndNothingTypedIsLost() {
        save("Rats", "first");

        HttpResponse<String> answer = save("rats", "second");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("There is a search named", "value=\"rats\"", "second", "q=rats&amp;status=flagged");
        assertThat(ports.searches().all())
                .singleElement()
                .extracting(SavedSearch::description)
                .isEqualTo("first");
    }

    @Test
    void aNameThatIsNoneIsExplained() {
        assertThat(save("../x", "").body()).contains("letters, digits, spaces");
    }

    @Test
    void whatIsKeptIsTheSearchWithoutItsPage() {
        SavedSearch saved = editor.create(ANNA, "All", "", "https://desk.example/?size=20&sort=date&q=&after=x");

        assertThat(saved.parameters()).isEmpty();
        assertThatThrownBy(() -> editor.create(ANNA, "Bad", "", "categry=threat"))
                .hasMessageContaining("did you mean 'category'");
    }

    @Test
    void itIsChangedByItsOwnerOrAnAdminOnly() {
        SavedSearch saved = editor.create(ANNA, "Rats", "", "q=rats");

        assertThatThrownBy(() -> editor.change(BORIS, "Rats", "", "q=mice", ""))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(403));
        assertThat(editor.change(
                                ANNA, "rats", "why", "q=mice", saved.changedAt().toString())
                        .parameters())
                .isEqualTo("q=mice");
        editor.remove(Account.LOCAL, "Rats", "");
        assertThat(ports.searches().all()).isEmpty();
    }

    @Test
    void aChangeToWhatWasChangedSinceIsRefused() {
        editor.create(ANNA, "Rats", "", "q=rats");

        assertThatThrownBy(() -> editor.change(ANNA, "Rats", "", "q=mice", "2031-06-02T07:59:00Z"))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(409));
        assertThat(submit("/saved/Rats", "/saved/Rats/remove", Map.of("seen", "2030-01-01T00:00:00Z"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(submit("/saved/Rats", "/saved/Rats/remove", Map.of("seen", TestingDesk.NOW.toString()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aFormOfAnotherSiteSavesNothing() {
        assertThat(desk.send("POST", "/saved").statusCode()).isEqualTo(403);
        assertThat(ports.searches().all()).isEmpty();
    }

    private HttpResponse<String> save(String name, String description) {
        return submit(
                SEARCH,
                "/saved",
                Map.of("name", name, "description", description, "parameters", "q=rats&status=flagged"));
    }

    private HttpResponse<String> submit(String from, String path, Map<String, String> fields) {
        TestingVisitor visitor = new TestingVisitor(desk.port());
        visitor.get(from);
        return visitor.post(path, fields);
    }
}
