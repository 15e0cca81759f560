package org.xinju.notification.sending;

import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import org.xinju.notification.recipient.ChannelName;

/** E-mail over SMTP, plain text. The Message-ID is the message's id; a mail server that was asked twice may still deliver twice. */
@Component
class EmailChannel implements Channel {

    private static final String DOMAIN = "@xinju.dagi";
    private static final int PERMANENT = 500;

    private final SendingConfiguration.Smtp settings;
    private final JavaMailSenderImpl mailer = new JavaMailSenderImpl();

    EmailChannel(SendingConfiguration.Settings all) {
        this.settings = all.smtp();
        mailer.setHost(settings.host());
        mailer.setPort(settings.port());
        mailer.setDefaultEncoding("UTF-8");
        var properties = new Properties();
        var patience = Long.toString(settings.patience().toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.localhost", "xinju.dagi");
        if (!settings.username().isEmpty()) {
            mailer.setUsername(settings.username());
            mailer.setPassword(settings.password());
            properties.put("mail.smtp.auth", "true");
            properties.put("mail.smtp.starttls.required", "true"); // no password in plain
        }
        mailer.setJavaMailProperties(properties);
    }

    @Override
    public ChannelName name() {
        return ChannelName.EMAIL;
    }

    @Override
    public boolean isOn() {
        return !settings.host().isEmpty();
    }

    @Override
    public Limit limit() {
        return new Limit(settings.perSecond());
    }

    @Override
    public Handed hand(Envelope envelope) {
        try {
            mailer.send(mail(envelope));
            return new Handed.Taken(messageId(envelope));
        } catch (MailSendException e) {
            return e.getMessageExceptions().length > 0 ? answer(e.getMessageExceptions()[0]) : new Handed.Unavailable("no connection", null);
        } catch (MailException | MessagingException e) {
            return new Handed.Unavailable(e.getClass().getSimpleName(), null);
        }
    }

    private MimeMessage mail(Envelope envelope) throws MessagingException {
        var mail = new MimeMessage(mailer.getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId(envelope));
            }
        };
        mail.setFrom(new InternetAddress(settings.from()));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(envelope.to()));
        mail.setSubject(envelope.text().subject(), "UTF-8");
        mail.setText(envelope.text().body(), "UTF-8");
        return mail;
    }

    private static String messageId(Envelope envelope) {
        return "<" + envelope.id() + DOMAIN + ">";
    }

    /** The first answer of the server within the chain of exceptions decides. */
    private static Handed answer(Throwable failure) {
        for (Throwable cause = failure; cause != null;
                cause = cause instanceof MessagingException m && m.getNextException() != null ? m.getNextException() : cause.getCause()) {
            var code = cause instanceof SMTPAddressFailedException address ? address.getReturnCode()
                    : cause instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
            if (code >= PERMANENT) {
                return new Handed.Refused("status " + code);
            }
        }
        return new Handed.Unavailable(failure.getClass().getSimpleName(), null);
    }
}
