package org.watchword.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.desk.digest.Format;
import org.watchword.desk.digest.Subscription;
import org.watchword.model.ConfigException;
import org.watchword.model.Severity;

class SubscriptionFilesTest {

    private static final String LEAST = "digests:\n- id: a\n  title: A\n  schedule: 0 6 * * *\n";

    private final Path folder;

    SubscriptionFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyKeyIsRead() throws IOException {
        TestingSecret.write(folder.resolve("hook"), "https://hook.example/secret/path\n");
        TestingSecret.write(folder.resolve("token"), "hush\n");
        write("one.yaml", """
                digests:
                  - id: threats
                    title: Threats, mornings
                    query: "river OR hill*"
                    categories: [threat, dehumanization.vermin]
                    severity: medium
                    sources: [halden-courier]
                    languages: [en, ru]
                    schedule: "0 6 * * 1-5"
                    timeZone: Europe/Vienna
                    recipients: [a@desk.example, b@desk.example]
                    mailLanguage: hy
                    formats: [mail, html, markdown, atom, webhook]
                    webhookFile: hook
                    webhookTokenFile: token
                """);
        List<Subscription> subscriptions = SubscriptionFiles.load(folder);
        assertThat(subscriptions).singleElement().satisfies(s -> {
            assertThat(s.id()).isEqualTo("threats");
            assertThat(s.title()).isEqualTo("Threats, mornings");
            assertThat(s.query()).isEqualTo("river OR hill*");
            assertThat(s.categories()).containsExactly("threat", "dehumanization.vermin");
            assertThat(s.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(s.sources()).containsExactly("halden-courier");
            assertThat(s.languages()).containsExactly("en", "ru");
            assertThat(s.schedule().expression()).isEqualTo("0 6 * * 1-5");
            assertThat(s.schedule().zone().getId()).isEqualTo("Europe/Vienna");
            assertThat(s.recipients()).containsExactly("a@desk.example", "b@desk.example");
            assertThat(s.formats()).containsExactlyInAnyOrder(Format.values());
            assertThat(s.webhook()).contains(URI.create("https://hook.example/secret/path"));
            assertThat(s.token()).contains("hush");
        });
    }

    @Test
    void aSavedSearchTakesThePlaceOfWhatIsLookedFor() throws IOException {
        write("one.yaml", LEAST + "  savedSearch: Rats, weekly\n");
        assertThat(SubscriptionFiles.load(folder)).singleElement().satisfies(s -> assertThat(s.savedSearch())
                .contains("Rats, weekly"));
        write("one.yaml", LEAST + "  savedSearch: Rats\n  query: rats\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SubscriptionFiles.load(folder))
                .withMessageContaining("one.yaml:5:")
                .withMessageContaining("savedSearch: a saved search says itself what is looked for");
    }

    @Test
    void onlyIdTitleAndScheduleMustBeGiven() throws IOException {
        write("one.yaml", LEAST);
        assertThat(SubscriptionFiles.load(folder)).singleElement().satisfies(s -> {
            assertThat(s.formats()).isEqualTo(Set.of(Format.HTML));
            assertThat(s.severity()).isEqualTo(Severity.LOW);
            assertThat(s.query()).isEmpty();
        });
    }

    @Test
    void noFolderAndOtherFilesHoldNone() throws IOException {
        write("README.md", "# Digests");
        assertThat(SubscriptionFiles.load(folder)).isEmpty();
        assertThat(SubscriptionFiles.load(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefusedNamingBothFiles() throws IOException {
        write("one.yaml", LEAST);
        write("two.yaml", LEAST);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SubscriptionFiles.load(folder))
                .withMessageContaining("two.yaml: the digest 'a' is also in")
                .withMessageContaining("one.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  severty: high'          | 5:3: unknown key 'severty'; did you mean 'severity'?",
                "'  severity: grave'        | 5:13: severity: 'grave' is none of: low, medium, high",
                "'  categories: [thread]'   | 5:15: categories: there is no category 'thread'; did you mean 'threat'?",
                "'  timeZone: Europe/Viena' | 5:13: timeZone: 'Europe/Viena' is not a time zone such as Europe/Vienna; did you mean 'Europe/Vienna'?",
                "'  recipients: [me]'       | 5:15: recipients: 'me' is not a mail address",
                "'  recipients: [a@b]'      | 5:15: recipients: recipients and the format mail belong together",
                "'  formats: [mail]'        | recipients: recipients and the format mail belong together",
                "'  formats: [fax]'         | 5:12: formats: 'fax' is none of: mail, atom, html, markdown, webhook",
                "'  formats: [webhook]'     | webhook: an address and the format webhook belong together",
                "'  mailLanguage: tlh'      | mailLanguage: 'tlh' is none of: ar, de, en, es, fr, hy, ru, tr",
                "'  formats: [webhook]\n  webhook: http://hook.example/' | 6:12: webhook: 'http://hook.example/' is not an https address",
            })
    void aMistakeIsNamedWithItsPlace(String line, String message) throws IOException {
        write("one.yaml", LEAST + line + "\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SubscriptionFiles.load(folder))
                .withMessageContaining("one.yaml")
                .withMessageContaining(message);
    }

    @Test
    void aScheduleThatIsNoneIsNamedWithItsPlace() throws IOException {
        write("one.yaml", "digests:\n- id: a\n  title: A\n  schedule: daily\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SubscriptionFiles.load(folder))
                .withMessageContaining("one.yaml:4:13: schedule: 'daily' is not a cron expression");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
