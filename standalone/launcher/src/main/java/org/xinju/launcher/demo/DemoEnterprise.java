package org.xinju.launcher.demo;

import java.util.List;

/**
 * A made-up employer.
 *
 * @param uscc a test number of the unassigned area 990206
 * @param persona who keeps its roster
 */
record DemoEnterprise(String uscc, String name, String persona, int people) {

    static final List<DemoEnterprise> ALL = List.of(
            new DemoEnterprise("91990206TTTT00014L", "高田王模具有限公司", "employer", 150),
            new DemoEnterprise("91990206TTTT00022F", "灵峰压铸有限公司", "employer-2", 120),
            new DemoEnterprise("91990206TTTT00030A", "富春注塑有限公司", "employer-3", 90),
            new DemoEnterprise("91990206TTTT00129T", "横杨紧固件有限公司", "employer-4", 70),
            new DemoEnterprise("92990206TTTT000494", "横杨五金加工店", "employer-5", 40),
            new DemoEnterprise("93990206TTTT00057U", "高田王蔬果专业合作社", "employer-6", 30));
}
