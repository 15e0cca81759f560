package org.xinju.registry.resident;

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
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.registry.area.Area;
import org.xinju.registry.area.Areas;
import org.xinju.registry.binding.Binding;
import org.xinju.registry.binding.Bindings;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Looks;
import org.xinju.web.Reach;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

import static org.xinju.registry.resident.ResidentRules.ALREADY_REGISTERED;
import static org.xinju.registry.resident.ResidentRules.FUTURE;
import static org.xinju.registry.resident.ResidentRules.GUARDIAN;
import static org.xinju.registry.resident.ResidentRules.NOT_A_GRID;
import static org.xinju.registry.resident.ResidentRules.UNKNOWN;

/** Registers residents and follows their stays. */
@RestController
@RequestMapping("/api/registry/residents")
class ResidentController {

    private static final int GUARDIAN_UNTIL_AGE = 14;
    private static final Role[] GRID_STAFF = {Role.GRID_WORKER, Role.GRID_LEADER};
    private static final Role[] STAFF = {Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};

    private final Residents residents;
    private final ResidentViews views;
    private final Seals seals;
    private final Places places;
    private final Areas areas;
    private final Bindings bindings;
    private final Clock clock;

    ResidentController(Residents residents, ResidentViews views, Seals seals, Places places, Areas areas, Bindings bindings, Clock clock) {
        this.residents = residents;
        this.views = views;
        this.seals = seals;
        this.places = places;
        this.areas = areas;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** What a change answers: nothing personal. */
    record Receipt(String id, Resident.Status status, String area, boolean grid) {
        static Receipt of(Stored<Resident> stored) {
            var place = stored.state().lastPlace();
            return new Receipt(stored.id(), stored.state().status(), place.area(), place.grid());
        }
    }

    /** @param on null: today */
    record Address(@Nullable String address, @Nullable LocalDate on) {

        String given() {
            if (address == null || address.isBlank() || address.length() > Registration.LONGEST_ADDRESS) {
                throw new RejectedException(List.of(Rejection.of(ResidentRules.ADDRESS_MISSING).at("address")));
            }
            return address;
        }
    }

    /** @param on null: today */
    record Day(@Nullable LocalDate on) {}

    record GridAssignment(@Nullable String grid) {}

    /** By grid staff for people of their grid; by a resident for themselves, pending until a grid worker confirms. */
    @PostMapping
    ResponseEntity<Receipt> register(Caller caller, Command command, @RequestBody Registration request) {
        caller.require(Role.GRID_WORKER, Role.GRID_LEADER, Role.RESIDENT);
        var today = LocalDate.now(clock);
        var person = request.person(today);
        var id = command.createdId();
        var place = places.of(id, Objects.requireNonNull(request.address()));
        var staff = caller.is(GRID_STAFF);
        if (staff) {
            caller.requireScope(place.grid() ? place.within() : areas.below(place.area()));
        } else if (person.birthDate().plusYears(GUARDIAN_UNTIL_AGE).isAfter(today)) {
            throw RejectedException.of(GUARDIAN);
        }
        var status = staff ? Resident.Status.REGISTERED : Resident.Status.PENDING;
        var stay = staff ? request.stay(place, today) : new Resident.Stay(today, null, place);
        var outcome = residents.change(id, command.cause(request, 201), loaded -> loaded.state().isPresent()
                ? Change.rejected(ALREADY_REGISTERED)
                : Resident.register(seals.seal(id, person, status, List.of(stay), List.of())));
        if (outcome instanceof Outcome.Taken<Resident>) {
            throw RejectedException.of(ALREADY_REGISTERED);
        }
        return Answers.created(outcome, "/api/registry/residents", Receipt::of);
    }

    /** Staff give a purpose; a resident reads the own record without. */
    @GetMapping("/{id}")
    ResponseEntity<ResidentView> read(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose) {
        var resident = residents.find(id);
        if (bindings.has(caller, Binding.Kind.RESIDENT, id) && resident.isPresent()) {
            return Answers.found(resident.get(), own -> views.showOwn(caller, own));
        }
        caller.require(STAFF);
        var why = Looks.purpose(purpose == null ? "" : purpose);
        var inScope = resident.filter(r -> caller.covers(r.state().within())).orElseThrow(() -> RejectedException.of(UNKNOWN));
        return Answers.found(inScope, r -> views.show(caller, "resident.read", why, List.of(r)).getFirst());
    }

    @PostMapping("/{id}/confirmations")
    ResponseEntity<Receipt> confirm(Caller caller, Command command, @PathVariable String id) {
        return change(caller, command, id, "confirm", (resident, _) -> resident.confirm(), LocalDate.now(clock));
    }

    @PostMapping("/{id}/moves")
    ResponseEntity<Receipt> move(Caller caller, Command command, @PathVariable String id, @RequestBody Address request) {
        return change(caller, command, id, request, (resident, on) -> resident.move(places.of(id, request.given()), on), request.on());
    }

    @PostMapping("/{id}/departures")
    ResponseEntity<Receipt> depart(Caller caller, Command command, @PathVariable String id, @RequestBody Day request) {
        return change(caller, command, id, request, Resident::leave, request.on());
    }

    @PostMapping("/{id}/returns")
    ResponseEntity<Receipt> comeBack(Caller caller, Command command, @PathVariable String id, @RequestBody Address request) {
        return change(caller, command, id, request, (resident, on) -> resident.comeBack(places.of(id, request.given()), on), request.on());
    }

    /** Works off the task list of an area: says in which grid the address lies. */
    @PostMapping("/{id}/grid-assignments")
    ResponseEntity<Receipt> assign(Caller caller, Command command, @PathVariable String id, @RequestBody GridAssignment request) {
        caller.require(STAFF);
        var grid = Optional.ofNullable(request.grid()).flatMap(areas.today()::find).filter(a -> a.level() == Area.Level.GRID).orElseThrow(() -> RejectedException.of(NOT_A_GRID));
        return change(caller, command, id, request, resident -> resident.placeIn(grid.id(), areas.today().within(grid.id())));
    }

    private ResponseEntity<Receipt> change(Caller caller, Command command, String id, Object request,
            BiFunction<Resident, LocalDate, Change<Resident, ResidentEvent>> decision, @Nullable LocalDate on) {
        caller.require(GRID_STAFF);
        var day = on == null ? LocalDate.now(clock) : on;
        if (day.isAfter(LocalDate.now(clock))) {
            throw RejectedException.of(FUTURE);
        }
        return change(caller, command, id, request, resident -> decision.apply(resident, day));
    }

    /** Somebody outside the caller's areas is as unknown as somebody who is not registered. */
    private ResponseEntity<Receipt> change(Caller caller, Command command, String id, Object request,
            Function<Resident, Change<Resident, ResidentEvent>> decision) {
        var reach = new Reach<Resident>(resident -> caller.covers(resident.within()), UNKNOWN);
        return Answers.of(reach.of(residents.change(id, command.cause(request, 200), reach.decision(decision))), Receipt::of);
    }
}
