package org.harmattan.notifier.mail;

import io.micronaut.context.annotation.Context;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.harmattan.notifier.message.Answer;
import org.harmattan.notifier.message.Courier;
import org.harmattan.notifier.message.Message;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.delivery.Channel;
import org.jspecify.annotations.Nullable;

/** Carries messages by SMTP. Made at start, so that a sender's address that cannot be read stops it. */
@Context
public final class MailCourier implements Courier {

    private static final String PATIENCE_MILLIS = "10000";

    private final Letters letters;
    private final Clock clock;
    private final InternetAddress from;
    private final Session session;

    MailCourier(MailSettings settings, Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
        this.from = sender(settings.from());
        this.session = session(settings);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Answer carry(Message message) {
        return send(letters.of(message));
    }

    /** Asks an address whether it wants the subscription. */
    public Answer askToConfirm(Subscription subscription, String token) {
        return send(letters.confirmation(subscription, token));
    }

    /** Sends a mail that tells of nothing. */
    public Answer test(Subscription subscription) {
        return send(letters.test(subscription));
    }

    private Answer send(Letter letter) {
        try {
            Transport.send(envelope(letter));
            return new Answer.Taken(Optional.of(250));
        } catch (MessagingException e) {
            return refused(e);
        }
    }

    private MimeMessage envelope(Letter letter) throws MessagingException {
        String messageId = messageId(letter.messageId());
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", letter.language());
        // RFC 3834: no out-of-office answers to a machine
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.inReplyTo().isEmpty()) {
            mail.setHeader(
                    "In-Reply-To",
                    messageId(letter.inReplyTo().get(letter.inReplyTo().size() - 1)));
            mail.setHeader(
                    "References",
                    letter.inReplyTo().stream().map(this::messageId).collect(Collectors.joining(" ")));
        }
        if (letter.unsubscribe().isPresent()) {
            mail.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.saveChanges();
        return mail;
    }

    private String messageId(String local) {
        String address = from.getAddress();
        return "<" + local + "@" + address.substring(address.indexOf('@') + 1) + ">";
    }

    private static InternetAddress sender(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (address.getAddress().indexOf('@') < 0) {
                throw new AddressException("no domain");
            }
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "harmattan.mail.from: must be an address such as 'Harmattan <alerts@example.org>'", e);
        }
    }

    private static Session session(MailSettings settings) {
        Properties properties = new Properties();
        String protocol = settings.encryption() == MailSettings.Encryption.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.transport.protocol.rfc822", protocol);
        properties.setProperty(prefix + "host", settings.host());
        properties.setProperty(prefix + "port", Integer.toString(settings.port()));
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.encryption() == MailSettings.Encryption.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        if (settings.username().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.setProperty(prefix + "auth", "true");
        PasswordAuthentication account = new PasswordAuthentication(
                settings.username().get(), settings.password().orElse(""));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return account;
            }
        });
    }

    /** By name and status, without the server's words: they may quote the address. */
    private static Answer refused(MessagingException thrown) {
        @Nullable Exception cause = thrown;
        Optional<Integer> status = Optional.empty();
        while (cause instanceof MessagingException messaging) {
            if (messaging instanceof SMTPAddressFailedException address) {
                status = Optional.of(address.getReturnCode());
            } else if (messaging instanceof SMTPSendFailedException send && status.isEmpty()) {
                status = Optional.of(send.getReturnCode());
            }
            cause = messaging.getNextException();
        }
        return new Answer.Refused(
                status, status.isPresent() ? "the mail server refused it" : "the mail server cannot be reached");
    }
}
