package org.xinju.notification.template;

import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;

/** Who writes. Put to every text here, so that none goes without; an SMS begins with it in brackets, as providers in China ask for. */
final class Signature {

    private static final String CHINESE = "大碶街道新居民服务";
    private static final String ENGLISH = "Dagi New Residents' Service (大碶街道新居民服务)";

    private Signature() {}

    static Text sign(Text text, ChannelName channel, Language language) {
        var name = language == Language.CHINESE ? CHINESE : ENGLISH;
        return switch (channel) {
            case SMS -> new Text(null, "【" + CHINESE + "】" + text.body());
            case EMAIL, INBOX -> new Text(text.subject(), text.body() + "\n\n" + name);
        };
    }
}
