package org.xinju.privacy;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What is shown of personal data to those who need to tell two records apart but not to know the person. Pure functions; each says the most
 * it shows. Whatever the input, also one that is no ID number or phone at all, no more than that is shown.
 */
public final class Mask {

    /**
     * The shortest prefix that ends in a community or village, else in a sub-district or town. A road may be named after one (新村路), so
     * the word does not count before the name of a road.
     */
    private static final Pattern COMMUNITY = Pattern.compile("^\\P{N}{2,40}?(?:社区|居委会|行政村|村)(?![\\p{IsHan}]?[路街巷弄道])");
    private static final Pattern SUB_DISTRICT = Pattern.compile("^\\P{N}{2,30}?(?:街道|镇|乡)(?![\\p{IsHan}]?[路街巷弄道])");
    private static final String REST = "***";

    private Mask() {}

    /**
     * 张*, 张**, 欧阳**, 阿***·***, J*** ***: the family name of a Chinese name, of any other name the first letter. A name of one
     * character is hidden altogether.
     */
    public static String name(String name) {
        return NameMask.of(name);
    }

    /**
     * {@code 990**************X}: the first three characters and the last of a number of 18 characters; of any other document of at
     * least eight characters the first and the last; of a shorter one nothing. The widespread "last four" is avoided on purpose: those
     * digits serve as a password in many places and tell the sex; the middle would tell the day of birth.
     */
    public static String idNumber(String number) {
        var length = number.codePointCount(0, number.length());
        return length == 18 ? keep(number, 3, 1) : length >= 8 ? keep(number, 1, 1) : keep(number, 0, 0);
    }

    /** {@code 138****1234}: the first three and the last four of at least eleven characters; of seven to ten the last two; else nothing. */
    public static String phone(String phone) {
        var length = phone.codePointCount(0, phone.length());
        return length >= 11 ? keep(phone, 3, 4) : length >= 7 ? keep(phone, 0, 2) : keep(phone, 0, 0);
    }

    /** The year of birth. */
    public static String birthDate(LocalDate birthDate) {
        return Integer.toString(birthDate.getYear());
    }

    /**
     * The address down to the community or village, else down to the sub-district, else nothing, and {@code ***} for the rest; never a
     * digit. Where the address has been resolved to an area, show the area's name instead.
     */
    public static String address(String address) {
        var text = address.strip();
        for (var known : new Pattern[] {COMMUNITY, SUB_DISTRICT}) {
            var prefix = known.matcher(text);
            if (prefix.find()) {
                return prefix.group() + REST;
            }
        }
        return REST;
    }

    private static String keep(String text, int head, int tail) {
        var points = text.codePoints().toArray();
        var masked = new StringBuilder();
        for (var i = 0; i < points.length; i++) {
            masked.appendCodePoint(i < head || i >= points.length - tail ? points[i] : '*');
        }
        return masked.toString();
    }
}
