package org.xinju.grid.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xinju.events.Change;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/** The team of one grid; its id is the grid's. */
record Team(List<Member> members) {

    static final Rule FULL = Rule.conflict("team-full", "architecture.md: a limit lives in the document that owns it");
    static final Rule MEMBER_UNKNOWN = Rule.unknown("team-member-unknown", "product G1");
    static final Rule TOO_FEW = Rule.conflict("team-too-few", "product G1");
    static final Rule TOO_MANY = Rule.conflict("team-too-many", "product G1");

    static final Team EMPTY = new Team(List.of());

    private static final int MOST = 100;

    /**
     * @param id inside the team
     * @param name as shown in public
     * @param dutyPhone as shown in public; of the duty, not of the person
     */
    record Member(String id, String role, String name, String dutyPhone) {}

    /** What others may know: how many there are of each role. */
    record Published(Map<String, Integer> roles) {}

    /** What happens to a team. */
    sealed interface TeamEvent {

        record MemberJoined(String role) implements TeamEvent {}

        record MemberChanged(String role) implements TeamEvent {}

        record MemberLeft(String role) implements TeamEvent {}
    }

    /** What a complete team would have otherwise; for the eyes, nothing is refused because of it. */
    record Gap(TeamRole role, int present, int needed, Rule rule) {

        Rejection said(java.util.Locale locale) {
            return Rejection.of(rule, role.name(locale), needed, present);
        }
    }

    Team {
        members = List.copyOf(members);
    }

    Published published() {
        var roles = new TreeMap<String, Integer>();
        members.forEach(member -> roles.merge(member.role(), 1, Integer::sum));
        return new Published(roles);
    }

    Change<Team, TeamEvent> join(Member member) {
        return members.size() >= MOST ? Change.rejected(FULL, MOST)
                : Change.of(with(null, member), new TeamEvent.MemberJoined(member.role()));
    }

    Change<Team, TeamEvent> change(Member member) {
        return members.contains(member) ? Change.unchanged(this)
                : has(member.id()) ? Change.of(with(member.id(), member), new TeamEvent.MemberChanged(member.role()))
                : Change.rejected(MEMBER_UNKNOWN);
    }

    Change<Team, TeamEvent> leave(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst()
                .<Change<Team, TeamEvent>>map(left -> Change.of(without(id), new TeamEvent.MemberLeft(left.role())))
                .orElseGet(() -> Change.rejected(MEMBER_UNKNOWN));
    }

    /** @param residents registered and present in the grid */
    List<Gap> gaps(List<TeamRole> roles, int residents) {
        var gaps = new ArrayList<Gap>();
        for (var role : roles) {
            var present = Math.toIntExact(members.stream().filter(member -> member.role().equals(role.code())).count());
            if (present < role.leastFor(residents)) {
                gaps.add(new Gap(role, present, role.leastFor(residents), TOO_FEW));
            } else if (present > role.mostFor(residents)) {
                gaps.add(new Gap(role, present, role.mostFor(residents), TOO_MANY));
            }
        }
        return gaps;
    }

    private boolean has(String id) {
        return members.stream().anyMatch(member -> member.id().equals(id));
    }

    private Team without(String id) {
        return new Team(members.stream().filter(member -> !member.id().equals(id)).toList());
    }

    private Team with(@org.jspecify.annotations.Nullable String inPlaceOf, Member member) {
        var all = new ArrayList<>(members);
        var at = all.stream().map(Member::id).toList().indexOf(inPlaceOf);
        if (at < 0) {
            all.add(member);
        } else {
            all.set(at, member);
        }
        return new Team(all);
    }
}
