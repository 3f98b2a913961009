package org.watchword.desk.dispatch;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.passage.HostileText;
import org.watchword.model.ContentHash;

/**
 * Sends a digest by SMTP, a message of its own to each recipient, so that none learns of the others. The same issue to the same recipient
 * has the same Message-ID however often it is sent: a message that arrived although its answer was lost can be told for what it is.
 */
public final class MailSender {

    private static final int HASH = 16;

    private final MailSettings settings;
    private final InstantSource clock;

    public MailSender(MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws DispatchException when the server cannot be reached, or does not take the message */
    public void send(Digest digest, String recipient) throws DispatchException {
        try {
            Session session = session();
            MimeMessage message = message(session, digest, recipient);
            message.saveChanges();
            Transport.send(message);
        } catch (MessagingException e) {
            throw new DispatchException(
                    "the mail server " + settings + " did not take the mail to " + recipient + ": " + inWords(e),
                    isLasting(e),
                    e);
        }
    }

    private MimeMessage message(Session session, Digest digest, String recipient) throws MessagingException {
        String id = '<'
                + digest.id()
                + '.'
                + digest.number()
                + '.'
                + digest.to().getEpochSecond()
                + '.'
                + ContentHash.sha256Hex(recipient).substring(0, HASH)
                + '@'
                + domain()
                + '>';
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(HostileText.visible(new DigestWords(digest).subject().replaceAll("\\s+", " ")), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no out-of-office note comes back.
        message.setHeader("Auto-Submitted", "auto-generated");
        Multipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(TextDigest.of(digest), "plain"));
        both.addBodyPart(part(HtmlDigest.of(digest), "html"));
        message.setContent(both);
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1).replace(">", "");
    }

    private Session session() {
        Properties properties = new Properties();
        String millis = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        settings.trust()
                .map(SSLContext::getSocketFactory)
                .ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        if (settings.username().isEmpty() || settings.tls() == MailSettings.Tls.NONE) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.username(), settings.password().orElse(""));
            }
        });
    }

    /** Whether the server refused this message or this recipient for good (RFC 5321, 4.2.1). */
    private static boolean isLasting(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            int code = code(m);
            if (code >= 500 && code < 600) {
                return true;
            }
        }
        return false;
    }

    private static int code(Exception e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return e instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static String inWords(MessagingException failure) {
        String words = words(failure);
        for (@Nullable Exception e = failure.getNextException();
                e != null;
                e = e instanceof MessagingException m ? m.getNextException() : null) {
            words = words + "; " + words(e);
        }
        return words;
    }

    private static String words(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.strip().replaceAll("\\s+", " ");
    }
}
