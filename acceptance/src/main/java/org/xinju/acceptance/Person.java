package org.xinju.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A made-up person; every ID number lies in the unassigned area 990206, and none is that of somebody of the registry's made-up world, who has a sequence number below 600. */
public record Person(String name, String idNumber, LocalDate born, boolean male, String phone, LocalDate hired, String address) {

    private static final int FIRST_SEQUENCE = 600;
    private static final int SEQUENCES = 400;
    private static final int DAYS = 365;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华文云飞";
    private static final String[] PLACES = {"高田王 %d号 %d室", "富春社区 员工宿舍 %d幢%d室", "灵峰社区 宿舍%d号楼%d", "横杨社区 %d号%d室"};

    /** {@code count} different people, the same for the same seed. @throws IllegalArgumentException for more than there are different ID numbers for */
    public static List<Person> generate(long seed, int count, LocalDate today) {
        if (count > DAYS * SEQUENCES) {
            throw new IllegalArgumentException("there are ID numbers for " + DAYS * SEQUENCES + " people, not for " + count);
        }
        var random = new Random(seed);
        var people = new ArrayList<Person>();
        for (var i = 0; i < count; i++) {
            // Day and sequence number together count upwards, so no two people share an ID number.
            var born = LocalDate.of(1964, 1, 1).plusDays(i / SEQUENCES + random.nextInt(40) * (long) DAYS);
            var sequence = FIRST_SEQUENCE + i % SEQUENCES;
            var head = "990206%d%02d%02d%03d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), sequence);
            var hired = today.minusDays(random.nextInt(2500));
            people.add(new Person(name(random), head + check(head), born, sequence % 2 == 1, "1%d%09d".formatted(3 + random.nextInt(7), i),
                    hired, PLACES[random.nextInt(PLACES.length)].formatted(1 + random.nextInt(40), 101 + random.nextInt(500))));
        }
        return people;
    }

    public static byte[] csv(List<Person> people) {
        return people.stream().map(p -> String.join(",", p.name, p.idNumber, p.male ? "男" : "女", p.phone, "操作工", p.hired.toString(), p.address))
                .collect(Collectors.joining("\n", "姓名,身份证号,性别,手机号码,工种,入职日期,居住地址\n", "\n"))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What DG-DEFAULT gives on the day of registration, worked out here by itself: age and a year of work; no month of residence yet. */
    public BigDecimal goldenScore(LocalDate today) {
        var workPoints = Period.between(hired, today).toTotalMonths() >= 12 ? 10 : 0;
        return agePoints(today).add(new BigDecimal(workPoints)).setScale(2);
    }

    /** The table of ages of DG-DEFAULT, written down here once more. */
    public BigDecimal agePoints(LocalDate today) {
        var age = Period.between(born, today).getYears();
        return new BigDecimal(age < 18 || age > 60 ? 0 : age <= 40 ? 20 : age >= 55 ? 5 : 60 - age);
    }

    private static String name(Random random) {
        var name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (var n = 1 + random.nextInt(2); n > 0; n--) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    private static char check(String head) {
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * weights[i];
        }
        return "10X98765432".charAt(sum % 11);
    }
}
