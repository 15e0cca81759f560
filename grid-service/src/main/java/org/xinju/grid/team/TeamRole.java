package org.xinju.grid.team;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a member of a team does.
 *
 * @param least how many a complete team has; null: it may have none
 * @param most null: as many as there are
 * @param residentsEach one for this many residents, also where that is more than {@code most}; null: the number of people does not matter
 */
record TeamRole(String code, String zh, String en, @Nullable Integer least, @Nullable Integer most, @Nullable Integer residentsEach) {

    int leastFor(int residents) {
        var each = residentsEach == null ? 0 : (residents + residentsEach - 1) / residentsEach;
        return Math.max(least == null ? 0 : least, each);
    }

    int mostFor(int residents) {
        return most == null ? Integer.MAX_VALUE : Math.max(most, leastFor(residents));
    }

    String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
