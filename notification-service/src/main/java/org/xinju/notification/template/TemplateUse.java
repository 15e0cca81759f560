package org.xinju.notification.template;

import java.util.Set;

import org.xinju.notification.recipient.ChannelName;

/** Says where a template is in use. */
public interface TemplateUse {

    /** The channels for which it must have texts; none where nothing uses it. */
    Set<ChannelName> channels(String template);
}
