package org.xinju.registry.identity;

/** GB/T 2261.1. */
public enum Sex {
    UNKNOWN,
    MALE,
    FEMALE,
    UNSTATED;

    /** What people write: 男, 女, M, F, 1, 2; anything else is unknown. */
    public static Sex of(String raw) {
        return switch (Typed.compact(raw).toLowerCase(java.util.Locale.ROOT)) {
            case "男", "男性", "m", "male", "1" -> MALE;
            case "女", "女性", "f", "female", "2" -> FEMALE;
            case "9" -> UNSTATED;
            default -> UNKNOWN;
        };
    }
}
