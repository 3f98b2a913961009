package org.watchword.desk.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.dispatch.MailSettings.Tls;

/** A real mail server, with a certificate made for this run. */
class MailSenderTest {

    private static final String WORD = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private GreenMail server = new GreenMail(setups());

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "3",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        WORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", WORD);
        System.setProperty("greenmail.tls.key.password", WORD);
    }

    private static ServerSetup[] setups() {
        return new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        };
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("desk@watch.example", "desk", "pass word");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailSender sender(Tls tls, boolean trusting, String password) throws Exception {
        int port = tls == Tls.IMPLICIT
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return sender(tls, port, trusting, password);
    }

    private static MailSender sender(Tls tls, int port, boolean trusting, String password) throws Exception {
        return new MailSender(
                new MailSettings(
                        "localhost",
                        port,
                        tls,
                        tls == Tls.NONE ? "" : "desk",
                        Optional.of(password),
                        "desk@watch.example",
                        trusting ? Optional.of(trust()) : Optional.empty(),
                        Duration.ofSeconds(5)),
                () -> java.time.Instant.parse("2031-05-18T06:05:00Z"));
    }

    private static SSLContext trust() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store().getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void aMailArrivesEncryptedAsTextAndHtml() throws Exception {
        sender(Tls.IMPLICIT, true, "pass word").send(TestingDigests.morning(), "analyst@desk.example");

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Halden daily: 6 new statements, 2 corrections, 18 May 2031");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("analyst@desk.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart both = (MimeMultipart) mail.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        // Readers show the last part they can.
        assertThat(part(both, 0, "text/plain")).isEqualToNormalizingNewlines(TextDigest.of(TestingDigests.morning()));
        assertThat(part(both, 1, "text/html")).isEqualToNormalizingNewlines(HtmlDigest.of(TestingDigests.morning()));
    }

    @Test
    void theSameMailSentAgainHasTheSameId() throws Exception {
        MailSender sender = sender(Tls.IMPLICIT, true, "pass word");
        sender.send(TestingDigests.morning(), "analyst@desk.example");
        sender.send(TestingDigests.morning(), "analyst@desk.example");
        sender.send(TestingDigests.morning(), "second@desk.example");
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID()).isNotEqualTo(mails[2].getMessageID());
    }

    @Test
    void scrapedWordsAddNoHeader() throws Exception {
        sender(Tls.NONE, false, "").send(TestingDigests.hostile(), "analyst@desk.example");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(part((MimeMultipart) mail.getContent(), 1, "text/html")).doesNotContain("<script");
    }

    @Test
    void aMailArrivesOverAConnectionThatIsEncryptedOnTheWay() throws Exception {
        try (StartTlsRelay relay = new StartTlsRelay(keys(), server.getSmtp().getPort(), true)) {
            sender(Tls.STARTTLS, relay.port(), true, "pass word")
                    .send(TestingDigests.morning(), "analyst@desk.example");

            assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> assertThat(mail.getSubject())
                    .isEqualTo("Halden daily: 6 new statements, 2 corrections, 18 May 2031"));
            assertThat(relay.unprotected()).isEmpty();
        }
    }

    @Test
    void aServerThatCannotEncryptOrIsNobodyKnownGetsNeitherMailNorPassword() throws Exception {
        try (StartTlsRelay relay = new StartTlsRelay(keys(), server.getSmtp().getPort(), false)) {
            MailSender sender = sender(Tls.STARTTLS, relay.port(), true, "pass word");
            assertThatExceptionOfType(DispatchException.class)
                    .isThrownBy(() -> sender.send(TestingDigests.quiet(), "analyst@desk.example"))
                    .withMessageContaining("STARTTLS");
            assertThat(relay.unprotected()).isSubsetOf("QUIT");
        }
        try (StartTlsRelay relay = new StartTlsRelay(keys(), server.getSmtp().getPort(), true)) {
            MailSender sender = sender(Tls.STARTTLS, relay.port(), false, "pass word");
            assertThatExceptionOfType(DispatchException.class)
                    .isThrownBy(() -> sender.send(TestingDigests.quiet(), "analyst@desk.example"))
                    .withMessageContaining("PKIX");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static SSLContext keys() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, WORD.toCharArray());
        }
        return store;
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused() throws Exception {
        MailSender sender = sender(Tls.IMPLICIT, false, "pass word");
        assertThatExceptionOfType(DispatchException.class)
                .isThrownBy(() -> sender.send(TestingDigests.quiet(), "analyst@desk.example"))
                .withMessageContaining("PKIX")
                .satisfies(e -> assertThat(e.isLasting()).isFalse());
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        MailSender sender = sender(Tls.IMPLICIT, true, "wrong secret");
        assertThatExceptionOfType(DispatchException.class)
                .isThrownBy(() -> sender.send(TestingDigests.quiet(), "analyst@desk.example"))
                .withMessageContaining("localhost")
                .withMessageNotContaining("wrong secret");
    }

    @Test
    void aServerThatIsAwayCanBeTriedAgain() throws Exception {
        MailSender sender = sender(Tls.IMPLICIT, true, "pass word");
        server.stop();
        assertThatExceptionOfType(DispatchException.class)
                .isThrownBy(() -> sender.send(TestingDigests.quiet(), "analyst@desk.example"))
                .satisfies(e -> assertThat(e.isLasting()).isFalse());
    }

    private static String part(MimeMultipart both, int index, String kind) throws Exception {
        BodyPart part = both.getBodyPart(index);
        assertThat(part.getContentType()).startsWith(kind).containsIgnoringCase("UTF-8");
        return (String) part.getContent();
    }
}
