package org.xinju.registry.world;

import java.util.List;

import org.xinju.registry.identity.Sex;

/** Names that people and enterprises of a made-up world have. */
final class Names {

    /** The most frequent family names, the most frequent of them several times. */
    private static final List<String> FAMILY = letters("王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文");
    private static final List<String> COMPOUND = List.of("欧阳", "上官", "司马", "诸葛");
    private static final List<String> MEN = letters("伟强磊军洋勇杰涛明超刚平华飞建国志文斌波辉鹏宇浩峰健亮俊龙林兵成东海江山生福贵根水土柱松柏春秋立新永光庆祥瑞泽宏");
    private static final List<String> WOMEN = letters("芳娜敏静丽艳娟霞秀英桂兰玉红梅燕玲莉萍琴云雪莲花月琳颖慧婷倩怡佳欣蓉菊凤翠珍珠巧香春秋素美文洁薇蕾");
    private static final List<String> LONG = List.of("阿依古丽·买买提", "阿迪力·吐尔逊", "古丽娜尔·艾山", "买买提·依明", "扎西·多吉", "卓玛·央宗");
    private static final List<String> TRADES = List.of("模具", "压铸", "注塑", "五金", "机械", "紧固件", "电器", "汽配", "服装", "纸箱", "物流", "仓储", "建材", "食品",
            "家具", "包装", "阀门", "电子", "轴承", "餐饮");
    private static final List<String> PLACES = List.of("高田王", "灵峰", "富春", "横杨", "学苑", "东升", "明珠", "湖滨", "和苑", "新碶", "海晨");

    private Names() {}

    static String of(long seed, int i, Sex sex) {
        var draws = new Draws(seed, "name", i);
        if (draws.chance(4)) {
            return draws.pick(LONG);
        }
        return family(draws) + given(draws, sex);
    }

    /** With the family name of the parent. */
    static String child(long seed, int i, int parent, Sex sex) {
        var parents = new Draws(seed, "name", parent);
        return (parents.chance(4) ? "王" : family(parents)) + given(new Draws(seed, "name", i), sex);
    }

    /** A name that tells that it is made up: numbered, and of a place. */
    static String enterprise(int e) {
        var draws = new Draws(0, "enterprise", e);
        return draws.pick(PLACES) + "第" + (e + 1) + draws.pick(TRADES) + (e % 7 == 3 ? "经营部" : "有限公司");
    }

    private static String family(Draws draws) {
        return draws.chance(5) ? draws.pick(COMPOUND) : draws.pick(FAMILY);
    }

    private static String given(Draws draws, Sex sex) {
        var choice = sex == Sex.MALE ? MEN : WOMEN;
        return draws.pick(choice) + (draws.chance(700) ? draws.pick(choice) : "");
    }

    private static List<String> letters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
