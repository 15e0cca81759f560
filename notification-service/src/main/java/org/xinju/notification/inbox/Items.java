package org.xinju.notification.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.xinju.events.Stored;
import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Letters;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Messages;
import org.xinju.notification.recipient.Contact;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.recipient.Recipients;
import org.xinju.notification.template.Text;
import org.xinju.web.Words;

/** Finds inbox messages of several recipients in one order and makes their texts. */
@Component
class Items {

    private static final Logger log = LoggerFactory.getLogger(Items.class);

    private final Messages messages;
    private final Letters letters;
    private final Recipients recipients;
    private final Words words;

    Items(Messages messages, Letters letters, Recipients recipients, Words words) {
        this.messages = messages;
        this.letters = letters;
        this.recipients = recipients;
        this.words = words;
    }

    /** Newest first; each inbox is in the order of its index, and the few newest of each are merged. */
    List<Stored<Message>> newest(List<Recipient> own, String before, String after, int limit) {
        var all = new ArrayList<Stored<Message>>();
        own.forEach(recipient -> all.addAll(messages.inbox(recipient, before, after, limit)));
        all.sort(Comparator.comparing((Stored<Message> message) -> message.state().position()).reversed());
        return all.stream().limit(limit).toList();
    }

    int unread(List<Recipient> own, int most) {
        return Math.min(most, own.stream().mapToInt(recipient -> messages.unread(recipient, most)).sum());
    }

    List<Item> shown(List<Stored<Message>> found, Language language) {
        var contacts = new HashMap<Recipient, Contact>();
        return found.stream().map(stored -> item(stored, contacts.computeIfAbsent(stored.state().recipient(), recipients::contact), language)).toList();
    }

    Item shown(Stored<Message> stored, Language language) {
        return item(stored, recipients.contact(stored.state().recipient()), language);
    }

    private Item item(Stored<Message> stored, Contact contact, Language language) {
        var message = stored.state();
        var text = text(stored, contact, language);
        return new Item(stored.id(), message.recipient(), text.subject(), text.body(), message.origin().at(), message.origin().type(),
                message.lane() == Lane.URGENT, message.readAt());
    }

    /** One text that cannot be made does not hide the others. */
    private Text text(Stored<Message> stored, Contact contact, Language language) {
        try {
            return letters.text(stored.state(), contact, language);
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("message {} has no text: {}", stored.id(), e.getClass().getSimpleName());
            return new Text(words.of("inbox.unreadable.subject", language.locale()), words.of("inbox.unreadable", language.locale()));
        }
    }
}
