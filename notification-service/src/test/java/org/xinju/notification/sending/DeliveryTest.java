package org.xinju.notification.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Letter;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Origin;
import org.xinju.notification.message.Progress;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Contact;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.sending.Delivery.Verdict;
import org.xinju.privacy.Sealed;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");
    private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 30), NINGBO);
    private static final Delivery DELIVERY = new Delivery(QUIET, Duration.ofHours(1));
    private static final Instant MORNING = at(9, 0);
    private static final Sealed SEALED = new Sealed("AAAA");

    private static Instant at(int hour, int minute) {
        return LocalDate.of(2026, 11, 25).atTime(hour, minute).atZone(NINGBO).toInstant();
    }

    private static Message message(ChannelName channel, Lane lane, boolean mutable, @Nullable Instant expiresAt, Recipient.Kind kind) {
        return new Message(new Recipient(kind, "r1"), channel, lane, mutable, new Origin("e", "t", "r", MORNING), new Letter("t", 1, Map.of()), expiresAt,
                "p", new Progress.Queued(MORNING.toEpochMilli(), MORNING, 0, null), null);
    }

    private static Message sms(Lane lane) {
        return message(ChannelName.SMS, lane, lane != Lane.URGENT, null, Recipient.Kind.RESIDENT);
    }

    private static Contact contact(boolean known, @Nullable Sealed phone, boolean mobile, @Nullable Sealed email, Set<ChannelName> muted) {
        return new Contact(new Recipient(Recipient.Kind.RESIDENT, "r1"), known, null, phone, mobile, email, Language.CHINESE, muted, List.of());
    }

    private static final Contact REACHABLE = contact(true, SEALED, true, SEALED, Set.of());

    @Test
    void every_reason_not_to_send_is_named() {
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), REACHABLE, true, MORNING)).isEqualTo(new Verdict.Go());
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), REACHABLE, false, MORNING)).isEqualTo(new Verdict.Skip(Reason.CHANNEL_OFF));
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), contact(true, null, false, null, Set.of()), true, MORNING)).isEqualTo(new Verdict.Skip(Reason.NO_PHONE));
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), contact(true, SEALED, false, null, Set.of()), true, MORNING))
                .isEqualTo(new Verdict.Skip(Reason.LANDLINE));
        var muted = contact(true, SEALED, true, null, Set.of(ChannelName.SMS));
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), muted, true, MORNING)).isEqualTo(new Verdict.Skip(Reason.MUTED));
        assertThat(DELIVERY.verdict(sms(Lane.URGENT), muted, true, MORNING)).isEqualTo(new Verdict.Go());
        assertThat(DELIVERY.verdict(message(ChannelName.SMS, Lane.NORMAL, false, null, Recipient.Kind.RESIDENT), muted, true, MORNING))
                .as("the law asks for it").isEqualTo(new Verdict.Go());
        assertThat(DELIVERY.verdict(message(ChannelName.EMAIL, Lane.NORMAL, true, null, Recipient.Kind.RESIDENT), muted, true, MORNING))
                .isEqualTo(new Verdict.Skip(Reason.NO_EMAIL));
        assertThat(DELIVERY.verdict(message(ChannelName.SMS, Lane.URGENT, false, MORNING, Recipient.Kind.RESIDENT), REACHABLE, true, MORNING))
                .isEqualTo(new Verdict.Skip(Reason.EXPIRED));
        var stranger = contact(false, null, false, null, Set.of());
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), stranger, true, MORNING))
                .isEqualTo(new Verdict.Wait(MORNING.plusSeconds(1), Reason.UNKNOWN_RECIPIENT));
        assertThat(DELIVERY.verdict(sms(Lane.NORMAL), stranger, true, MORNING.plus(Duration.ofHours(1))))
                .isEqualTo(new Verdict.Skip(Reason.UNKNOWN_RECIPIENT));
        assertThat(DELIVERY.verdict(message(ChannelName.SMS, Lane.NORMAL, true, null, Recipient.Kind.LANDLORD), stranger, true, MORNING))
                .as("nothing will become known of a landlord's phone").isEqualTo(new Verdict.Skip(Reason.UNKNOWN_RECIPIENT));
    }

    @Test
    void the_night_is_for_sms_only_and_not_for_urgent_ones() {
        var night = at(23, 0);
        assertThat(DELIVERY.verdict(sms(Lane.BULK), REACHABLE, true, night)).isEqualTo(new Verdict.Wait(at(7, 30).plus(Duration.ofDays(1)), Reason.QUIET_HOURS));
        assertThat(DELIVERY.verdict(sms(Lane.URGENT), REACHABLE, true, night)).isEqualTo(new Verdict.Go());
        assertThat(DELIVERY.verdict(message(ChannelName.EMAIL, Lane.NORMAL, true, null, Recipient.Kind.RESIDENT), REACHABLE, true, night))
                .isEqualTo(new Verdict.Go());
    }

    @Test
    void quiet_hours_begin_and_end_on_the_minute() {
        assertThat(QUIET.endAfter(at(21, 29).plusSeconds(59))).isEmpty();
        assertThat(QUIET.endAfter(at(21, 30))).contains(at(7, 30).plus(Duration.ofDays(1)));
        assertThat(QUIET.endAfter(at(0, 0))).contains(at(7, 30));
        assertThat(QUIET.endAfter(at(7, 29).plusSeconds(59))).contains(at(7, 30));
        assertThat(QUIET.endAfter(at(7, 30))).isEmpty();
    }

    @Property
    void a_message_that_is_put_off_at_night_may_go_when_they_end(@ForAll @IntRange(max = 2 * 24 * 60 * 60) int second) {
        var moment = at(0, 0).plusSeconds(second);
        QUIET.endAfter(moment).ifPresent(end -> {
            assertThat(end).isAfter(moment);
            assertThat(Duration.between(moment, end)).isLessThanOrEqualTo(Duration.ofHours(10));
            assertThat(QUIET.endAfter(end)).isEqualTo(Optional.empty());
        });
    }

    @Test
    void pauses_double_up_to_five_minutes() {
        assertThat(Delivery.pause(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Delivery.pause(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Delivery.pause(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Delivery.pause(1000)).isEqualTo(Duration.ofMinutes(5));
    }
}
