package org.xinju.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPeopleTest {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    @Test
    void the_same_seed_makes_the_same_people() {
        assertThat(new DemoPeople(1).next(500)).isEqualTo(new DemoPeople(1).next(500)).isNotEqualTo(new DemoPeople(2).next(500));
    }

    @Test
    void the_enterprises_employ_five_hundred() {
        assertThat(DemoEnterprise.ALL.stream().mapToInt(DemoEnterprise::people).sum()).isEqualTo(500);
    }

    @Test
    void nobody_shares_an_id_number_or_a_phone() {
        var people = new DemoPeople(1).next(500);

        assertThat(people.stream().map(DemoPerson::idNumber)).doesNotHaveDuplicates();
        assertThat(people.stream().map(DemoPerson::phone)).doesNotHaveDuplicates();
    }

    @Test
    void id_numbers_are_valid_and_of_nobody() {
        assertThat(new DemoPeople(1).next(500)).allSatisfy(person -> {
            assertThat(person.idNumber()).matches("990206[0-9]{11}[0-9X]");
            assertThat(checked(person.idNumber())).isEqualTo(1); // ISO 7064 MOD 11-2
            assertThat((person.idNumber().charAt(16) - '0') % 2 == 1).isEqualTo(person.sex().equals("男"));
        });
    }

    @Test
    void everybody_was_of_age_when_hired_and_is_hired_by_now() {
        assertThat(new DemoPeople(1).next(500)).allSatisfy(person -> {
            var born = LocalDate.parse(person.idNumber().substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
            assertThat(person.hiredOn()).isAfterOrEqualTo(born.plusYears(18)).isBefore(LocalDate.of(2026, 11, 1));
        });
    }

    @Test
    void a_roster_has_a_header_and_one_line_for_each() {
        var lines = new String(new DemoRoster("r.csv", new DemoPeople(1).next(3)).content(), StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).hasSize(4).first().isEqualTo("\uFEFF序号,姓名,性别,身份证号,手机号码,工种,入职日期,居住地址,备注");
        assertThat(lines.get(1)).matches("1,[^,]+,[男女],990206.{12},160[0-9]{8},[^,]+,20[0-9-]{8},[^,]+,");
    }

    private static int checked(String id) {
        var last = id.charAt(17) == 'X' ? 10 : id.charAt(17) - '0';
        return (IntStream.range(0, 17).map(i -> (id.charAt(i) - '0') * WEIGHTS[i]).sum() + last) % 11;
    }
}
