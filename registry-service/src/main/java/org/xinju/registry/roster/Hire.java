package org.xinju.registry.roster;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;

/**
 * What an accepted row says. Personal data in plain: kept in memory, or sealed as a whole.
 *
 * @param phone null when the roster has none
 * @param leftOn last day of work, null: works there
 */
record Hire(String name, String idNumber, LocalDate birthDate, Sex sex, @Nullable Phone phone, String occupation, LocalDate hiredOn,
        @Nullable LocalDate leftOn, String address) {

    @Override
    public String toString() {
        return "Hire[hiredOn=" + hiredOn + "]";
    }
}
