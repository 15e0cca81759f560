package org.xinju.notification.recipient;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xinju.privacy.Sealed;

/**
 * How a recipient can be reached at this moment. What is personal stays sealed until it is needed.
 *
 * @param known whether anything is known of the recipient's name and phone
 * @param mobile whether the phone takes an SMS
 * @param within areas the recipient lives in; empty where that is not known
 */
public record Contact(Recipient recipient, boolean known, @Nullable Sealed name, @Nullable Sealed phone, boolean mobile,
        @Nullable Sealed email, Language language, Set<ChannelName> muted, List<String> within) {

    static Contact of(Recipient recipient, @Nullable ResidentKnown resident, Preferences preferences) {
        return resident == null
                ? new Contact(recipient, false, null, null, false, preferences.email(), preferences.language(), preferences.muted(), List.of())
                : new Contact(recipient, true, resident.name(), resident.phone(), "MOBILE".equals(resident.phoneKind()), preferences.email(),
                        preferences.language(), preferences.muted(), resident.within() == null ? List.of() : resident.within());
    }
}
