package org.xinju.channels;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageListener;

/** Takes mails from the SMTP server. A mail with a Message-ID that has arrived is the same mail. */
final class Mailbox implements BasicMessageListener {

    private final Arrivals arrivals;
    private final Control control;

    Mailbox(Arrivals arrivals, Control control) {
        this.arrivals = arrivals;
        this.control = control;
    }

    @Override
    public void messageArrived(MessageContext context, String from, String to, byte[] data) throws RejectException {
        switch (control.nextMail()) {
            case FAIL, LIMIT, DROP_ANSWER -> throw new RejectException(451, "simulated: try again later");
            case REFUSE -> throw new RejectException(550, "simulated: no such mailbox");
            case SLOW -> Channels.pause(control.now().delayMillis());
            case OK -> { }
        }
        try (var in = new java.io.ByteArrayInputStream(data)) {
            arrivals.take(read(to, in));
        } catch (MessagingException | IOException e) {
            throw new RejectException(554, "this is not a mail");
        }
    }

    private static Arrived read(String to, InputStream data) throws MessagingException, IOException {
        var mail = new MimeMessage(Session.getInstance(new Properties()), data);
        var id = Optional.ofNullable(mail.getMessageID()).orElse(UUID.randomUUID().toString());
        return new Arrived("EMAIL", id, to, Objects.requireNonNullElse(mail.getSubject(), ""), String.valueOf(mail.getContent()),
                Instant.now(), 1, null);
    }
}
