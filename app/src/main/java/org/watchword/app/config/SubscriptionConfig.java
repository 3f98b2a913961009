package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.digest.DigestLanguage;
import org.watchword.desk.digest.Format;
import org.watchword.desk.digest.Schedule;
import org.watchword.desk.digest.Subscription;
import org.watchword.index.SavedSearch;
import org.watchword.model.Category;
import org.watchword.model.NearestKey;
import org.watchword.model.Severity;

/**
 * One subscription as its file gives it.
 *
 * @param id small letters, digits, {@code -}; names the digest in the ledger, in files and in addresses
 * @param title for people
 * @param savedSearch name of a saved search that is followed instead of the four below
 * @param query query box syntax; empty for every flagged statement
 * @param categories ids or families; empty for all
 * @param severity the least that is told
 * @param sources source ids; empty for all
 * @param languages BCP 47 tags; empty for all
 * @param schedule cron expression of five fields
 * @param timeZone by whose clock, such as {@code Europe/Vienna}
 * @param recipients mail addresses
 * @param mailLanguage language of the digest itself, one of {@link DigestLanguage#known()}
 * @param formats ways out
 * @param webhook address the digest is posted to
 * @param webhookFile a file that holds that address in one line, where it is a secret
 * @param webhookTokenFile a file that holds a bearer token in one line
 */
record SubscriptionConfig(
        @Default("") String id,
        @Default("") String title,
        @Default("") String savedSearch,
        @Default("") String query,
        @Default("") List<String> categories,
        @Default("low") Severity severity,
        @Default("") List<String> sources,
        @Default("") List<String> languages,
        @Default("") String schedule,
        @Default("UTC") String timeZone,
        @Default("") List<String> recipients,
        @Default(DigestLanguage.DEFAULT) String mailLanguage,
        @Default("html") List<Format> formats,
        @Default("") String webhook,
        Optional<Path> webhookFile,
        Optional<Path> webhookTokenFile) {

    private static final int LONGEST_QUERY = 800;

    /** A file of subscriptions. */
    record File(List<SubscriptionConfig> digests) {}

    SubscriptionConfig {
        require(
                id.matches("[a-z0-9][a-z0-9-]{0,60}"),
                "id",
                "'" + id + "' must start with a small letter or digit and hold only these and '-'");
        require(!title.isBlank(), "title", "must not be empty: it is the mail's subject");
        require(
                savedSearch.isEmpty() || savedSearch.length() <= SavedSearch.LONGEST_NAME,
                "savedSearch",
                "'" + savedSearch + "' is no name of a saved search");
        require(
                savedSearch.isEmpty()
                        || (query.isEmpty() && categories.isEmpty() && sources.isEmpty() && languages.isEmpty()),
                "savedSearch",
                "a saved search says itself what is looked for: leave out query, categories, sources and languages");
        require(query.length() <= LONGEST_QUERY, "query", "must not be longer than " + LONGEST_QUERY + " characters");
        categories.forEach(category -> require(
                known().contains(category),
                "categories",
                "there is no category '" + category + "'"
                        + NearestKey.of(category, known())
                                .map(nearest -> "; did you mean '" + nearest + "'?")
                                .orElse("")));
        ZoneId zone = zone(timeZone);
        try {
            Schedule unused = Schedule.of(schedule, zone);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("schedule", String.valueOf(e.getMessage()));
        }
        recipients.forEach(recipient -> require(
                recipient.matches(MailConfig.ADDRESS), "recipients", "'" + recipient + "' is not a mail address"));
        require(
                DigestLanguage.known().contains(mailLanguage),
                "mailLanguage",
                "'" + mailLanguage + "' is none of: " + String.join(", ", DigestLanguage.known()));
        require(!formats.isEmpty(), "formats", "must not be empty");
        require(
                formats.contains(Format.MAIL) != recipients.isEmpty(),
                "recipients",
                "recipients and the format mail belong together");
        require(
                webhook.isEmpty() || webhookFile.isEmpty(),
                "webhookFile",
                "the address of the webhook is given twice, here and in webhook");
        boolean posted = !webhook.isEmpty() || webhookFile.isPresent();
        require(
                formats.contains(Format.WEBHOOK) == posted,
                "webhook",
                "an address and the format webhook belong together");
        require(webhook.isEmpty() || isSafe(webhook), "webhook", unsafe(webhook));
    }

    /** With its secrets read from their files. */
    Subscription subscription() {
        Optional<String> address = webhook.isEmpty()
                ? webhookFile.map(file -> Secret.firstLine(file).value())
                : Optional.of(webhook);
        address.ifPresent(a -> require(isSafe(a), "webhookFile", "the address in the file must begin with https://"));
        return new Subscription(
                id,
                title,
                savedSearch.isEmpty() ? Optional.empty() : Optional.of(savedSearch),
                query,
                categories,
                severity,
                sources,
                languages,
                Schedule.of(schedule, zone(timeZone)),
                recipients,
                mailLanguage,
                Set.copyOf(formats),
                address.map(URI::create),
                webhookTokenFile.map(file -> Secret.firstLine(file).value()),
                Map.of());
    }

    private static ZoneId zone(String timeZone) {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new InvalidSettingException(
                    "timeZone",
                    "'" + timeZone + "' is not a time zone such as Europe/Vienna"
                            + NearestKey.of(timeZone, ZoneId.getAvailableZoneIds())
                                    .map(nearest -> "; did you mean '" + nearest + "'?")
                                    .orElse(""));
        }
    }

    private static Set<String> known() {
        return Stream.of(Category.values())
                .flatMap(c -> Stream.of(c.id(), c.id().split("\\.")[0]))
                .collect(Collectors.toSet());
    }

    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && Set.of("localhost", "127.0.0.1", "[::1]").contains(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String unsafe(String address) {
        return "'" + address + "' is not an https address; http is taken for this machine only";
    }
}
