package org.xinju.registry.area;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xinju.events.Rejection;

class ScratchTest {
    static final String H = "id,parent,level,code,name,aliases,madeUp,from,until,ranges\n";

    void csv(String name, String text) {
        var refusals = new ArrayList<Rejection>();
        try {
            var areas = AreaCsv.read(new StringReader(text), refusals::add);
            System.err.println("BITE " + name + " areas=" + areas.size() + " " + refusals.stream().map(r -> r.rule().code() + r.arguments() + "@" + r.field()).toList());
        } catch (Throwable t) {
            System.err.println("BITE " + name + " THROWS " + t);
        }
    }

    @Test
    void probe() {
        csv("bom", "\uFEFF" + H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n");
        csv("crlf", (H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n").replace("\n", "\r\n"));
        csv("until<from", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,2019-01-01,\n");
        csv("two tops", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nU,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n");
        csv("no top", H + "");
        csv("grid as top", H + "T,,GRID,,顶,,true,2020-01-01,,\n");
        csv("parent ends", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,2026-01-01,\nA,T,DISTRICT,,甲,,true,2020-01-01,,\n");
        csv("cycle", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nA,B,DISTRICT,,甲,,true,2020-01-01,,\nB,A,DISTRICT,,乙,,true,2020-01-01,,\n");
        csv("levels upside down", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nG,T,GRID,,格,,true,2020-01-01,,\nD,G,DISTRICT,,片,,true,2020-01-01,,\n");
        csv("bad quote", H + "\"T\"x,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n");
        csv("open quote", H + "\"T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n");
        csv("extra column", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,,x\n");
        csv("blank line", H + "\nT,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n\n");
        csv("madeUp", H + "T,,SUB_DISTRICT,,顶,,maybe,2020-01-01,,\n");
        csv("name formula", H + "T,,SUB_DISTRICT,,=1+1,,true,2020-01-01,,\n");
        csv("overlapping ranges", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nV,T,VILLAGE,,村,,true,2020-01-01,,\nG,V,GRID,,格,,true,2020-01-01,,1-9号\nF,V,GRID,,格,,true,2020-01-01,,5-9号\n");
        csv("range huge", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,1-999999号\n");
        csv("same line twice", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nT,,SUB_DISTRICT,,顶,,true,2020-01-01,,\n");
        csv("year", H + "T,,SUB_DISTRICT,,顶,,true,+999999999-12-31,,\n");
        csv("newest first", H + "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nA,T,DISTRICT,,甲,,true,2021-01-01,,\nA,T,DISTRICT,,甲,,true,2020-01-01,2020-12-31,\n");
        csv("parent later", H + "T,,SUB_DISTRICT,,顶,,true,2021-01-01,,\nA,T,DISTRICT,,甲,,true,2020-01-01,,\n");
        csv("lone surrogate", H + "T,,SUB_DISTRICT,,\ud800,,true,2021-01-01,,\n");
        csv("nul", H + "T,,SUB_DISTRICT,,a\u0000b,,true,2021-01-01,,\n");
        var resolver = new AddressResolver(new AreaTree(AddressResolverTest.dagi(), LocalDate.of(2026, 11, 23)));
        for (var a : List.of("学苑路 12号", "学苑路5幢", "高田王 2号门对面 40号", "高田王3号路 40号", "高田王 1-3号", "高田王 12 号", "高田王１２号", "高田王 十二号", "高田王12号之1",
                "高田王 12 号 楼", "高田王12号楼", "高田王新村 12号", "大碶学苑15#", "高田王 012号", "高田王 -12号", "中国浙江省宁波市北仑区大碶街道高田王12号", "浙江宁波市北仑区高田王12号", "宁波市北仑区大契街道高田王12号",
                "北仑大碶高田王12号", "高田王12", "高田王12号\n灵峰3号", "灵峰 3号", "上潘下潘 3号", "石门路 3号", "横河路12号", "明珠路12号", "新桥社区 3号", "富春 15号楼", "富春15栋", "学苑 15号楼", "学苑 员工宿舍 3幢", "滨江社区3号", "C001", "高田王👩‍👩‍👧12号", "高田王 1２号", "高田王99999号", "高田王123456号", "x".repeat(5000), "高田王".repeat(2000))) {
            try {
                var r = resolver.resolve(a);
                System.err.println("BITE addr " + (a.length() > 40 ? a.length() + "" : a.replace("\n", "\\n")) + " -> " + r.area().id() + " " + r.grid());
            } catch (Throwable t) {
                System.err.println("BITE addr " + a + " THROWS " + t);
            }
        }
    }
}
