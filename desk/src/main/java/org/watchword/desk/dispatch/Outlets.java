package org.watchword.desk.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Format;
import org.watchword.desk.digest.Subscription;
import org.watchword.index.DigestIssue;
import org.watchword.index.DigestLedger;
import tools.jackson.databind.json.JsonMapper;

/** The ways out of the house. A way has a name, under which the ledger keeps how far it has come. */
public final class Outlets {

    private static final String MAIL = "mail:";
    private static final int FEED = 30;

    private final Optional<MailSender> mail;
    private final WebhookSender webhook;
    private final DigestFiles files;
    private final DigestLedger ledger;

    /** @param mail absent when no mail server is configured: then mail fails, saying so */
    public Outlets(Optional<MailSender> mail, WebhookSender webhook, DigestFiles files, DigestLedger ledger) {
        this.mail = mail;
        this.webhook = webhook;
        this.files = files;
        this.ledger = ledger;
    }

    /** The ways a subscription's digests go, one for each recipient of mail. */
    static List<String> ways(Subscription subscription) {
        List<String> ways = new ArrayList<>();
        for (Format format : Format.values()) {
            if (!subscription.formats().contains(format)) {
                continue;
            }
            if (format == Format.MAIL) {
                subscription.recipients().forEach(recipient -> ways.add(MAIL + recipient));
            } else {
                ways.add(format.toString());
            }
        }
        return ways;
    }

    /** Sends it one way. */
    void send(String way, Subscription subscription, Digest digest) throws DispatchException {
        if (way.startsWith(MAIL)) {
            mail.orElseThrow(() ->
                            new DispatchException("no mail server is configured; set digest.mail.host", false, null))
                    .send(digest, way.substring(MAIL.length()));
            return;
        }
        switch (Format.valueOf(way.toUpperCase(Locale.ROOT))) {
            case ATOM -> files.atom(issues(digest));
            case HTML -> files.html(digest);
            case MARKDOWN -> files.markdown(digest);
            case WEBHOOK ->
                webhook.send(
                        digest,
                        subscription
                                .webhook()
                                .orElseThrow(() -> new DispatchException("no webhook is configured", true, null)),
                        subscription.token());
            case MAIL -> throw new IllegalStateException("a mail without a recipient");
        }
    }

    private List<Digest> issues(Digest newest) {
        List<Digest> issues = new ArrayList<>();
        for (DigestIssue issue : ledger.issues(newest.id(), FEED)) {
            issues.add(read(issue));
        }
        return issues.isEmpty() ? List.of(newest) : issues;
    }

    /** What an issue holds. */
    public static Digest read(DigestIssue issue) {
        return JsonMapper.shared().readValue(Objects.requireNonNull(issue.content()), Digest.class);
    }
}
