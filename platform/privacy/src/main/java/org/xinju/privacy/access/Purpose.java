package org.xinju.privacy.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why somebody looks at personal data (personal information protection law art. 6). The words are read by the person concerned. A purpose
 * may be added but never renamed or removed: stored entries name it.
 */
public enum Purpose {
    REGISTRATION("居住登记", "residence registration"),
    DUPLICATE_REVIEW("核对重复登记", "review of possible duplicates"),
    PERMIT("居住证办理", "residence permit"),
    HOUSING_SAFETY("出租房安全", "safety of rented housing"),
    EMPLOYMENT("用工登记", "registration by the employer"),
    POINTS_REVIEW("积分审核", "review of points"),
    PUBLIC_SERVICE("公共服务办理", "access to a public service"),
    CASE_HANDLING("事件处置", "handling of a case"),
    VISIT("上门走访", "visit at home"),
    NOTICE("通知送达", "delivery of a notice"),
    OWN_DATA("本人查询", "the person's own data"),
    CORRECTION("更正信息", "correction of data"),
    SUPPORT("帮助与咨询", "help on request"),
    AUDIT("审计", "audit"),
    LEGAL_REQUEST("依法协查", "request under the law");

    private final String chinese;
    private final String english;

    Purpose(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** As written in requests, entries and events: {@code points-review}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The purpose with this code, or nothing. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(purpose -> purpose.code().equals(code)).findFirst();
    }

    /** The purpose in the reader's language: English for English, else Chinese. */
    public String words(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }
}
