package org.xinju.launcher.demo;

import java.time.LocalDate;

/** One made-up person, as a personnel office would write them down. */
record DemoPerson(String name, String sex, String idNumber, String phone, String trade, LocalDate hiredOn, String address) {}
