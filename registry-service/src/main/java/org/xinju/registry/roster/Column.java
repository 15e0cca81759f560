package org.xinju.registry.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.xinju.registry.identity.Typed;

/** What a column of a roster may hold, and what offices call it. */
enum Column {
    NAME("name", true, Set.of("姓名", "员工姓名", "name", "fullname", "employeename")),
    ID_NUMBER("idNumber", true, Set.of("身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "居民身份证号", "居民身份证号码", "证件号码", "证件号", "身份证",
            "idnumber", "idno", "id", "citizenid")),
    HIRED_ON("hiredOn", true, Set.of("入职日期", "入职时间", "入厂时间", "入厂日期", "到岗日期", "到岗时间", "进厂时间", "进厂日期", "用工起始日期", "hiredon", "hiredate",
            "startdate")),
    SEX("sex", false, Set.of("性别", "sex", "gender")),
    PHONE("phone", false, Set.of("手机号码", "手机号", "手机", "联系电话", "联系方式", "电话", "电话号码", "phone", "mobile", "phonenumber")),
    OCCUPATION("occupation", false, Set.of("工种", "岗位", "岗位/工种", "工种/岗位", "职务", "职位", "occupation", "position", "job")),
    ADDRESS("address", false, Set.of("居住地址", "现住址", "现居住地址", "住址", "地址", "居住地", "暂住地址", "address", "residence")),
    LEFT_ON("leftOn", false, Set.of("离职日期", "离职时间", "离厂时间", "离厂日期", "lefton", "enddate")),
    NOTE("note", false, Set.of("备注", "说明", "note", "notes", "remark", "remarks")),
    SERIAL("serial", false, Set.of("序号", "编号", "no", "no."));

    private final String field;
    private final boolean needed;
    private final Set<String> names;

    Column(String field, boolean needed, Set<String> names) {
        this.field = field;
        this.needed = needed;
        this.names = names;
    }

    /** Its name in answers. */
    String field() {
        return field;
    }

    boolean needed() {
        return needed;
    }

    /** Its usual heading. */
    String heading() {
        return switch (this) {
            case NAME -> "姓名";
            case ID_NUMBER -> "身份证号";
            case HIRED_ON -> "入职日期";
            default -> field;
        };
    }

    static Optional<Column> of(String heading) {
        var text = Typed.compact(heading).toLowerCase(Locale.ROOT).replaceAll("[*:_\\-]|\\(.*?\\)", "");
        for (var column : values()) {
            if (column.names.contains(text)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
