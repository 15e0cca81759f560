package org.xinju.grid.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Ids;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.grid.area.Area;
import org.xinju.grid.area.AreaTree;
import org.xinju.grid.area.Areas;
import org.xinju.grid.population.Populations;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;
import org.xinju.web.Words;

/** Shows everybody the team of an area; administrators, the grid's leader and the district's chief keep it. */
@RestController
@RequestMapping("/api/grid/teams")
class TeamController {

    static final Rule AREA = Rule.unknown("area-unknown", "product R1");
    static final Rule NOT_A_GRID = Rule.invalid("team-not-a-grid", "product G1: a team per grid");
    static final Rule ROLE = Rule.invalid("team-role", "product G1: members by role as data");
    static final Rule NAME = Rule.invalid("team-name", "domain.md 4.1: the name is displayed");
    static final Rule PHONE = Rule.invalid("team-phone", "domain.md 4.1 and 5: a mobile or land line");

    private static final String WRITTEN_PHONE = "(\\+?86-?)?(1[3-9]\\d{9}|(0\\d{2,3}-?)?\\d{7,8})";
    private static final int LONGEST_NAME = 40;

    private final Teams teams;
    private final TeamRoles roles = TeamRoles.dagi();
    private final Populations populations;
    private final Areas areas;
    private final Words words;

    TeamController(Teams teams, Populations populations, Areas areas, Words words) {
        this.teams = teams;
        this.populations = populations;
        this.areas = areas;
        this.words = words;
    }

    /** Somebody who is to be in a team. */
    record Entry(@Nullable String role, @Nullable String name, @Nullable String dutyPhone) {}

    record MemberView(String id, String role, String roleName, String name, String dutyPhone) {}

    /** @param needed at least or at most this many, as {@code text} says */
    record GapView(String role, int present, int needed, String text) {}

    /** @param gaps in what the team is short of, or over, its plan */
    record View(String area, String name, List<MemberView> members, List<GapView> gaps) {}

    /** The team of a grid; of a micro-grid, that of the grid it lies in; of a larger area, those of all grids in it. */
    @GetMapping("/{area}")
    Page<View> read(@PathVariable String area, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit, Locale locale) {
        var tree = areas.today();
        if (tree.find(area).isEmpty()) {
            throw RejectedException.of(AREA, area);
        }
        var after = Cursor.decode(cursor);
        var grids = grids(tree, area).stream().filter(grid -> grid.id().compareTo(after) > 0).limit(Cursor.limit(limit) + 1L).toList();
        var ids = grids.stream().map(Area::id).toList();
        var found = teams.find(ids);
        var residents = populations.registered(ids);
        return Page.of(grids, limit, Area::id, grid -> view(grid.id(),
                Optional.ofNullable(found.get(grid.id())).map(Stored::state).orElse(Team.EMPTY), residents, locale));
    }

    @PostMapping("/{grid}/members")
    ResponseEntity<View> join(Caller caller, Command command, @PathVariable String grid, @RequestBody Entry request, Locale locale) {
        var member = member(Ids.derive("member", command.createdId()).toString(), request);
        requireKeeper(caller, grid);
        return Answers.of(teams.join(grid, command.cause(request, 201), member), team -> view(team, locale));
    }

    @PostMapping("/{grid}/members/{member}/changes")
    ResponseEntity<View> change(Caller caller, Command command, @PathVariable String grid, @PathVariable String member,
            @RequestBody Entry request, Locale locale) {
        var changed = member(member, request);
        requireKeeper(caller, grid);
        return Answers.of(teams.change(grid, command.cause(request, 200), changed), team -> view(team, locale));
    }

    @PostMapping("/{grid}/members/{member}/departures")
    ResponseEntity<View> leave(Caller caller, Command command, @PathVariable String grid, @PathVariable String member, Locale locale) {
        requireKeeper(caller, grid);
        return Answers.of(teams.leave(grid, command.cause("departure", 200), member), team -> view(team, locale));
    }

    private void requireKeeper(Caller caller, String grid) {
        caller.require(Role.ADMINISTRATOR, Role.GRID_LEADER, Role.DISTRICT_CHIEF);
        var tree = areas.today();
        if (!tree.find(grid).filter(Area::isGrid).isPresent()) {
            throw RejectedException.of(NOT_A_GRID, grid);
        }
        if (!caller.is(Role.ADMINISTRATOR)) {
            caller.requireScope(tree.within(grid));
        }
    }

    private Team.Member member(String id, Entry entry) {
        var faults = new ArrayList<Rejection>();
        if (entry.role() == null || roles.find(entry.role()).isEmpty()) {
            faults.add(Rejection.of(ROLE, String.join(", ", roles.all().stream().map(TeamRole::code).toList())).at("role"));
        }
        if (entry.name() == null || entry.name().isBlank() || entry.name().length() > LONGEST_NAME) {
            faults.add(Rejection.of(NAME, LONGEST_NAME).at("name"));
        }
        if (entry.dutyPhone() == null || !entry.dutyPhone().matches(WRITTEN_PHONE)) {
            faults.add(Rejection.of(PHONE).at("dutyPhone"));
        }
        if (!faults.isEmpty() || entry.role() == null || entry.name() == null || entry.dutyPhone() == null) {
            throw new RejectedException(faults);
        }
        return new Team.Member(id, entry.role(), entry.name().strip(), entry.dutyPhone());
    }

    private static List<Area> grids(AreaTree tree, String area) {
        var below = tree.below(area).stream().filter(Area::isGrid).sorted(Comparator.comparing(Area::id)).toList();
        return below.isEmpty()
                ? tree.within(area).reversed().stream().flatMap(id -> tree.find(id).stream()).filter(Area::isGrid).limit(1).toList() : below;
    }

    private View view(Stored<Team> team, Locale locale) {
        return view(team.id(), team.state(), populations.registered(List.of(team.id())), locale);
    }

    private View view(String grid, Team team, Map<String, Integer> residents, Locale locale) {
        var members = team.members().stream().map(m -> new MemberView(m.id(), m.role(),
                roles.find(m.role()).map(role -> role.name(locale)).orElse(m.role()), m.name(), m.dutyPhone())).toList();
        var gaps = team.gaps(roles.all(), residents.getOrDefault(grid, 0)).stream()
                .map(gap -> new GapView(gap.role().code(), gap.present(), gap.needed(), words.of(gap.said(locale), locale))).toList();
        return new View(grid, areas.today().name(grid), members, gaps);
    }
}
