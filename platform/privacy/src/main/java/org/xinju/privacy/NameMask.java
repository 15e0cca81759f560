package org.xinju.privacy;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Masks names by the custom of public lists: the family name stays. Works on code points, not on Java chars: many rare characters of names
 * have two.
 */
final class NameMask {

    /** Family names of two characters (百家姓 and the lists derived from it). */
    private static final Set<String> COMPOUND = Set.of((
            "万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 "
            + "司徒 司空 亓官 司寇 仉督 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 独孤 第五").split(" "));
    /** The dots that stand between the parts of a transcribed name. */
    private static final Pattern DOT = Pattern.compile("[\\u00b7\\u2022\\u2027\\u30fb\\uff65\\uff0e]");
    private static final Pattern SEPARATOR = Pattern.compile("(?U)[\\s" + DOT.pattern().substring(1) + "+");
    private static final String HIDDEN = "***";

    private NameMask() {}

    static String of(String name) {
        var words = SEPARATOR.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return "";
        }
        var dotted = DOT.matcher(name).find();
        if (!dotted && words.stream().allMatch(NameMask::isHan)) {
            return chinese(String.join("", words).codePoints().filter(NameMask::isHan).toArray());
        }
        return other(name, words, dotted ? "·" : " ");
    }

    private static String chinese(int[] characters) {
        if (characters.length == 1) {
            return "*";
        }
        var compound = characters.length > 2 && COMPOUND.contains(new String(characters, 0, 2));
        var shown = compound ? 2 : 1;
        return new String(characters, 0, shown) + "*".repeat(characters.length - shown);
    }

    /** A fixed number of stars: the lengths of the parts would tell more about a rare name than its first letter does. */
    private static String other(String name, List<String> words, String separator) {
        var initial = words.getFirst().codePointAt(0);
        var shown = Character.isLetter(initial) && name.codePoints().filter(Character::isLetter).count() > 1;
        return (shown ? Character.toString(initial) : "") + HIDDEN + (separator + HIDDEN).repeat(words.size() - 1);
    }

    /** Variation selectors only choose between forms of a character: they belong to Han names and are dropped. */
    private static boolean isHan(String word) {
        return isHan(word.codePointAt(0)) && word.codePoints().allMatch(c -> isHan(c) || UnicodeScript.of(c) == UnicodeScript.INHERITED);
    }

    private static boolean isHan(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }
}
