package org.xinju.grid.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.events.Change;

import static org.assertj.core.api.Assertions.assertThat;

class TeamTest {

    private final List<TeamRole> roles = TeamRoles.dagi().all();

    @Test
    void an_empty_team_lacks_a_leader_two_assistants_family_services_and_five_volunteers() {
        assertThat(Team.EMPTY.gaps(roles, 0)).extracting(gap -> gap.role().code() + " " + gap.present() + "/" + gap.needed())
                .containsExactly("LEADER 0/1", "ASSISTANT 0/2", "FAMILY_SERVICES 0/1", "VOLUNTEER 0/5");
    }

    @Test
    void a_complete_team_has_no_gap() {
        assertThat(team(1, 2, 1, 5).gaps(roles, 1000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,2", "1000,2", "1001,3", "1500,3", "2000,4", "2001,5"})
    void there_is_an_assistant_for_every_500_residents(int residents, int assistants) {
        assertThat(team(1, assistants, 1, 5).gaps(roles, residents)).isEmpty();
        assertThat(team(1, assistants - 1, 1, 5).gaps(roles, residents)).extracting(Team.Gap::needed).containsExactly(assistants);
    }

    @Test
    void more_than_the_plan_is_shown_too() {
        assertThat(team(2, 5, 1, 11).gaps(roles, 100)).extracting(gap -> gap.said(Locale.ENGLISH).rule().code() + gap.said(Locale.ENGLISH).arguments())
                .containsExactly("team-too-many[grid leader, 1, 2]", "team-too-many[assistant for new residents, 4, 5]", "team-too-many[volunteer, 10, 11]");
    }

    @Test
    void a_member_changes_in_place_and_leaves_once() {
        var team = team(1, 1, 0, 0);
        var changed = new Team.Member("LEADER0", "LEADER", "李某", "0574-86123457");
        var after = ((Change.Accepted<Team, Team.TeamEvent>) team.change(changed)).state();
        assertThat(after.members()).hasSize(2).startsWith(changed);
        assertThat(after.change(changed)).isEqualTo(Change.unchanged(after));
        var left = ((Change.Accepted<Team, Team.TeamEvent>) after.leave("LEADER0")).state();
        assertThat(left.leave("LEADER0")).isEqualTo(Change.rejected(Team.MEMBER_UNKNOWN));
    }

    private static Team team(int leaders, int assistants, int family, int volunteers) {
        var members = new ArrayList<Team.Member>();
        add(members, "LEADER", leaders);
        add(members, "ASSISTANT", assistants);
        add(members, "FAMILY_SERVICES", family);
        add(members, "VOLUNTEER", volunteers);
        return new Team(members);
    }

    private static void add(List<Team.Member> members, String role, int count) {
        for (var i = 0; i < count; i++) {
            members.add(new Team.Member(role + i, role, "某某", "0574-86123456"));
        }
    }
}
