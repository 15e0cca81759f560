package org.xinju.registry.dwelling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Change;
import org.xinju.events.Stored;
import org.xinju.registry.area.Area;
import org.xinju.registry.area.Areas;
import org.xinju.registry.binding.Binding;
import org.xinju.registry.binding.Bindings;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.Reach;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

import static org.xinju.registry.dwelling.DwellingRules.FUTURE;
import static org.xinju.registry.dwelling.DwellingRules.NOT_A_GRID;
import static org.xinju.registry.dwelling.DwellingRules.NOT_YOURS;
import static org.xinju.registry.dwelling.DwellingRules.UNKNOWN;

/** Registers dwellings: by grid staff in their areas, by a landlord for themselves. */
@RestController
@RequestMapping("/api/registry/dwellings")
class DwellingController {

    private static final Role[] GRID_STAFF = {Role.GRID_WORKER, Role.GRID_LEADER};
    private static final Role[] STAFF = {Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};

    private final Dwellings dwellings;
    private final DwellingViews views;
    private final Sites sites;
    private final Areas areas;
    private final Bindings bindings;
    private final Clock clock;

    DwellingController(Dwellings dwellings, DwellingViews views, Sites sites, Areas areas, Bindings bindings, Clock clock) {
        this.dwellings = dwellings;
        this.views = views;
        this.sites = sites;
        this.areas = areas;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** What a change answers: nothing personal. */
    record Receipt(String id, Dwelling.Status status, String area, boolean grid, boolean tenOrMore) {
        static Receipt of(Stored<Dwelling> stored) {
            var d = stored.state();
            return new Receipt(stored.id(), d.status(), d.site().area(), d.site().grid(), d.tenOrMore());
        }
    }

    record GridAssignment(@Nullable String grid) {}

    /** @param on null: today */
    record Day(@Nullable LocalDate on) {}

    /** A landlord's registration is pending until a grid worker confirms it. */
    @PostMapping
    ResponseEntity<Receipt> register(Caller caller, Command command, @RequestBody Description request) {
        caller.require(Role.GRID_WORKER, Role.GRID_LEADER, Role.LANDLORD);
        var checked = request.registration();
        var id = command.createdId();
        var site = sites.of(id, Objects.requireNonNull(request.address()));
        var teller = teller(caller);
        if (teller == Teller.STAFF) {
            caller.requireScope(site.grid() ? site.within() : areas.below(site.area()));
        }
        var landlord = teller == Teller.STAFF ? checked.landlord() : own(caller, checked.landlord());
        var registered = new Dwelling(teller.registersAs(), site, checked.particulars(), landlord);
        var outcome = dwellings.change(id, command.cause(request, 201), loaded -> loaded.state().isPresent()
                ? Change.unchanged(loaded.state().get()) : Dwelling.register(registered));
        return Answers.created(outcome, "/api/registry/dwellings", Receipt::of);
    }

    /**
     * Those in the caller's areas or one of them, perhaps only those on a list; to a landlord the own. Staff see addresses only where they say why.
     */
    @GetMapping
    Page<DwellingView> list(Caller caller, @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) Dwelling.@Nullable Listing only, @RequestParam(required = false) @Nullable String landlord,
            @RequestParam(required = false) @Nullable String purpose, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var after = Cursor.decode(cursor);
        var most = Cursor.limit(limit) + 1;
        if (landlord != null || caller.is(Role.LANDLORD) && !caller.is(STAFF)) {
            var own = dwellings.ofLandlord(own(caller, landlord), after, most);
            return page(own, limit, views.showOwn(caller, "dwelling.list", own.stream().limit(limit).toList()));
        }
        caller.require(STAFF);
        var why = purpose == null ? null : Looks.purpose(purpose);
        if (area != null) {
            caller.requireScope(areas.today().find(area).isPresent() ? areas.today().within(area) : List.of());
        }
        var among = area == null ? caller.areas() : List.of(area);
        var found = only == null ? dwellings.inAreas(among, after, most) : dwellings.listed(only, among, after, most);
        return page(found, limit, views.show(caller, "dwelling.list", why, found.stream().limit(limit).toList()));
    }

    private static Page<DwellingView> page(List<Stored<Dwelling>> found, int limit, List<DwellingView> shown) {
        var position = Page.of(found, limit, Stored::id, Stored::id);
        return new Page<>(shown, position.next());
    }

    /** Staff give a purpose; the landlord reads the own dwelling without. */
    @GetMapping("/{id}")
    ResponseEntity<DwellingView> read(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose) {
        var dwelling = dwellings.find(id);
        if (dwelling.isPresent() && isOwn(caller, dwelling.get().state().landlord())) {
            return Answers.found(dwelling.get(), own -> views.showOwn(caller, "dwelling.read", List.of(own)).getFirst());
        }
        caller.require(Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM, Role.LANDLORD);
        var why = caller.is(STAFF) ? Looks.purpose(purpose == null ? "" : purpose) : null;
        var inScope = dwelling.filter(d -> caller.is(STAFF) && caller.covers(d.state().within())).orElseThrow(() -> RejectedException.of(UNKNOWN));
        return Answers.found(inScope, d -> views.show(caller, "dwelling.read", why, List.of(d)).getFirst());
    }

    /** What is left out stays; what a landlord changes is confirmed again. */
    @PostMapping("/{id}/changes")
    ResponseEntity<Receipt> change(Caller caller, Command command, @PathVariable String id, @RequestBody Description request) {
        return change(caller, command, id, request, (earlier, teller) -> {
            var to = request.changeOf(earlier);
            return teller == Teller.LANDLORD && !isOwn(caller, to.landlord()) ? Change.rejected(NOT_YOURS)
                    : earlier.change(to.particulars(), to.landlord(), teller);
        });
    }

    @PostMapping("/{id}/confirmations")
    ResponseEntity<Receipt> confirm(Caller caller, Command command, @PathVariable String id) {
        caller.require(GRID_STAFF);
        return change(inAreas(caller), command, id, "confirm", Dwelling::confirm);
    }

    /** Works off the list of addresses whose grid is not known. */
    @PostMapping("/{id}/grid-assignments")
    ResponseEntity<Receipt> assign(Caller caller, Command command, @PathVariable String id, @RequestBody GridAssignment request) {
        caller.require(STAFF);
        var grid = Optional.ofNullable(request.grid()).flatMap(areas.today()::find).filter(a -> a.level() == Area.Level.GRID)
                .orElseThrow(() -> RejectedException.of(NOT_A_GRID));
        return change(inAreas(caller), command, id, request, dwelling -> dwelling.placeIn(grid.id(), areas.today().within(grid.id())));
    }

    @PostMapping("/{id}/closures")
    ResponseEntity<Receipt> close(Caller caller, Command command, @PathVariable String id, @RequestBody Day request) {
        caller.require(Role.GRID_WORKER, Role.GRID_LEADER, Role.LANDLORD);
        var today = LocalDate.now(clock);
        var on = request.on() == null ? today : request.on();
        if (on.isAfter(today)) {
            throw RejectedException.of(FUTURE);
        }
        return change(caller, command, id, request, (dwelling, _) -> dwelling.close(on));
    }

    @PostMapping("/{id}/reopenings")
    ResponseEntity<Receipt> reopen(Caller caller, Command command, @PathVariable String id) {
        return change(caller, command, id, "reopen", Dwelling::reopen);
    }

    /** By grid staff in their areas, or by the landlord. */
    private ResponseEntity<Receipt> change(Caller caller, Command command, String id, Object request,
            BiFunction<Dwelling, Teller, Change<Dwelling, DwellingEvent>> decision) {
        caller.require(Role.GRID_WORKER, Role.GRID_LEADER, Role.LANDLORD);
        var byStaff = inAreas(caller);
        var reach = new Reach<Dwelling>(dwelling -> isOwn(caller, dwelling.landlord()) || byStaff.includes().test(dwelling), UNKNOWN);
        return change(reach, command, id, request,
                dwelling -> decision.apply(dwelling, isOwn(caller, dwelling.landlord()) ? Teller.LANDLORD : Teller.STAFF));
    }

    private ResponseEntity<Receipt> change(Reach<Dwelling> reach, Command command, String id, Object request,
            Function<Dwelling, Change<Dwelling, DwellingEvent>> decision) {
        return Answers.of(reach.of(dwellings.change(id, command.cause(request, 200), reach.decision(decision))), Receipt::of);
    }

    private static Reach<Dwelling> inAreas(Caller caller) {
        return new Reach<>(dwelling -> caller.is(STAFF) && caller.covers(dwelling.within()), UNKNOWN);
    }

    private static Teller teller(Caller caller) {
        return caller.is(GRID_STAFF) ? Teller.STAFF : Teller.LANDLORD;
    }

    /** What a landlord's sign-in stands for; named where it stands for several. */
    private String own(Caller caller, @Nullable String named) {
        return (named == null ? bindings.target(caller, Binding.Kind.LANDLORD) : Optional.of(named)).filter(id -> isOwn(caller, id))
                .orElseThrow(() -> RejectedException.of(NOT_YOURS));
    }

    private boolean isOwn(Caller caller, @Nullable String landlord) {
        return landlord != null && caller.is(Role.LANDLORD) && bindings.has(caller, Binding.Kind.LANDLORD, landlord);
    }
}
