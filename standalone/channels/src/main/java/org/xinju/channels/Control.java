package org.xinju.channels;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What the providers have been told to do. */
final class Control {

    /** A wish; what it does not name stays as it is. */
    record Wish(Behaviour.@Nullable Mode sms, Behaviour.@Nullable Mode mail, @Nullable Integer times, @Nullable Integer delayMillis,
            Behaviour.@Nullable Receipt receipt, @Nullable URI receiptsTo) {}

    private Behaviour behaviour;
    private int left;

    Control(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    synchronized Behaviour now() {
        return behaviour;
    }

    synchronized Behaviour change(Wish wish) {
        var b = behaviour;
        behaviour = new Behaviour(Optional.ofNullable(wish.sms()).orElse(b.sms()), Optional.ofNullable(wish.mail()).orElse(b.mail()),
                Optional.ofNullable(wish.times()).orElse(0), Optional.ofNullable(wish.delayMillis()).orElse(b.delayMillis()),
                Optional.ofNullable(wish.receipt()).orElse(b.receipt()), wish.receiptsTo() == null ? b.receiptsTo() : wish.receiptsTo());
        left = behaviour.times();
        return behaviour;
    }

    synchronized Behaviour.Mode nextSms() {
        var mode = behaviour.sms();
        counted(mode);
        return mode;
    }

    synchronized Behaviour.Mode nextMail() {
        var mode = behaviour.mail();
        counted(mode);
        return mode;
    }

    private void counted(Behaviour.Mode mode) {
        if (mode != Behaviour.Mode.OK && behaviour.times() > 0 && --left == 0) {
            behaviour = new Behaviour(Behaviour.Mode.OK, Behaviour.Mode.OK, 0, behaviour.delayMillis(), behaviour.receipt(),
                    behaviour.receiptsTo());
        }
    }
}
