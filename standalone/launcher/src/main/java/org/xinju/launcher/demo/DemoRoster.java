package org.xinju.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A roster as a personnel office exports it: CSV in UTF-8 with a byte order mark, so that a spreadsheet opens it right. */
record DemoRoster(String fileName, List<DemoPerson> people) {

    DemoFile file() {
        return new DemoFile(fileName, "text/csv", content());
    }

    byte[] content() {
        var text = new StringBuilder("\uFEFF序号,姓名,性别,身份证号,手机号码,工种,入职日期,居住地址,备注\r\n");
        for (var i = 0; i < people.size(); i++) {
            var person = people.get(i);
            text.append(String.join(",", "" + (i + 1), person.name(), person.sex(), person.idNumber(), person.phone(), person.trade(),
                    person.hiredOn().toString(), person.address(), "")).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
