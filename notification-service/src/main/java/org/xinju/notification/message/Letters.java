package org.xinju.notification.message;

import org.springframework.stereotype.Component;

import org.xinju.notification.recipient.Contact;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipients;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.Templates;
import org.xinju.notification.template.Text;
import org.xinju.notification.template.Wording;

/** Makes the text of a message, at the moment it is sent or read. */
@Component
public class Letters {

    private final Templates templates;
    private final Offers offers;
    private final Wording wording;
    private final Recipients recipients;

    Letters(Templates templates, Offers offers, Wording wording, Recipients recipients) {
        this.templates = templates;
        this.offers = offers;
        this.wording = wording;
        this.recipients = recipients;
    }

    /** @throws RuntimeException if the template's version is lost or a seal does not open */
    public Text text(Message message, Contact contact, Language language) {
        var letter = message.letter();
        var template = templates.version(letter.template(), letter.version())
                .orElseThrow(() -> new IllegalStateException("no version " + letter.version() + " of template " + letter.template()));
        return wording.text(template, offers.of(template), message.channel(), language, letter.values(), recipients.name(contact).orElse(null),
                message.recipient().id());
    }
}
