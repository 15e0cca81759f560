package org.xinju.launcher.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes people up, the same ones for the same seed on every machine ({@link Random} is specified to the bit). ID numbers lie in the
 * unassigned area 990206 and phones in the unassigned block 160, so nobody alive is meant.
 */
final class DemoPeople {

    /** Of everybody in the demo world. */
    static final long SEED = 330_206_004;

    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高",
            "林", "何", "郭", "马", "罗");
    private static final List<String> GIVEN = List.of("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛",
            "明", "超", "霞", "平", "刚", "桂", "英", "华", "玉", "兰", "红", "飞", "文", "建", "云");
    private static final List<String> TRADES = List.of("焊工", "装配工", "模具工", "注塑工", "数控操作", "仓管", "叉车工", "质检", "冲压工", "操作工");
    private static final LocalDate OLDEST = LocalDate.of(1966, 1, 1);
    private static final LocalDate YOUNGEST = LocalDate.of(2006, 12, 31);
    private static final LocalDate LAST_HIRE = LocalDate.of(2026, 10, 31);
    private static final int WORKING_AGE = 18;

    /** MOD 11-2 of ISO 7064 (domain facts 5). */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;
    private int made;

    DemoPeople(long seed) {
        random = new Random(seed);
    }

    /** Who comes after everybody on the rosters. */
    static DemoPerson newcomer() {
        var people = new DemoPeople(SEED);
        DemoEnterprise.ALL.forEach(enterprise -> people.next(enterprise.people()));
        return people.next(1).getFirst();
    }

    List<DemoPerson> next(int count) {
        return IntStream.range(0, count).mapToObj(_ -> person()).toList();
    }

    private DemoPerson person() {
        made++;
        var born = between(OLDEST, YOUNGEST);
        var male = random.nextBoolean();
        var earliest = born.plusYears(WORKING_AGE).isAfter(LocalDate.of(2015, 1, 1)) ? born.plusYears(WORKING_AGE) : LocalDate.of(2015, 1, 1);
        return new DemoPerson(pick(FAMILY) + pick(GIVEN) + (random.nextInt(3) > 0 ? pick(GIVEN) : ""), male ? "男" : "女",
                idNumber(born, male), String.format("160%08d", made * 137_911L % 100_000_000), pick(TRADES),
                between(earliest, LAST_HIRE), address());
    }

    /** The sequence number is odd for men, even for women; counting it up keeps numbers apart. */
    private String idNumber(LocalDate born, boolean male) {
        var sequence = made * 2 % 1000 + (male ? 1 : 0);
        var head = "990206" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
        var sum = IntStream.range(0, WEIGHTS.length).map(i -> (head.charAt(i) - '0') * WEIGHTS[i]).sum();
        return head + "10X98765432".charAt(sum % 11);
    }

    private String address() {
        var number = 1 + random.nextInt(40);
        var room = (1 + random.nextInt(6)) * 100 + 1 + random.nextInt(12);
        return switch (random.nextInt(4)) {
            case 0 -> "高田王 " + number + "号 " + room + "室";
            case 1 -> "富春社区 员工宿舍 " + number + "幢" + room + "室";
            case 2 -> "灵峰社区 宿舍" + number + "号楼" + room;
            default -> "横杨社区 " + number + "号" + room + "室";
        };
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
    }

    private String pick(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
