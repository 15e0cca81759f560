package org.xinju.notification;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.SmsLength;
import org.xinju.notification.template.Templates;
import org.xinju.notification.template.Wording;

import static org.assertj.core.api.Assertions.assertThat;

/** The words that come with the program, as people read them. */
@Notification
class BuiltInTextsTest {

    private static final String[] NAMES = {"resident-registered", "resident-pending", "resident-confirmed", "email-given", "binding-code",
        "threshold-reached", "threshold-lost", "case-reported", "case-accepted", "case-dispatched", "case-returned", "case-handled",
        "case-fed-back", "case-verified", "case-verification-failed", "case-closed", "case-rated", "case-reopened", "case-extension-requested",
        "case-extension-decided", "case-withdrawn", "case-turned-yellow", "case-turned-red"};

    @Autowired Templates templates;
    @Autowired Offers offers;
    @Autowired Wording wording;

    @Test
    void they_greet_and_are_signed_and_a_chinese_sms_has_two_parts_at_most() {
        var tooLong = new ArrayList<String>();
        for (var name : NAMES) {
            var template = templates.find(name).orElseThrow().state();
            template.texts().forEach((channel, languages) -> {
                for (var language : Language.values()) {
                    var text = wording.sample(template, offers.of(template), channel, language);
                    assertThat(text.body()).as(name + " " + channel + " " + language).contains("大碶街道新居民服务").doesNotContain("{{", "}}", "null");
                    if (!name.equals("binding-code")) { // one does not greet a phone that may be somebody else's
                        assertThat(text.body()).contains(language == Language.CHINESE ? "李娜，您好！" : "Hello Li Na,");
                    }
                    assertThat(text.body()).doesNotContain("流动人口", "外来人员", "民工");
                    if (channel == ChannelName.SMS && SmsLength.of(text.body()).parts() > (language == Language.CHINESE ? 2 : 3)) {
                        tooLong.add(name + " " + language + " " + SmsLength.of(text.body()));
                    }
                }
            });
        }
        assertThat(tooLong).isEmpty();
    }
}
