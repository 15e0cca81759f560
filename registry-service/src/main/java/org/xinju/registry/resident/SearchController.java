package org.xinju.registry.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Parsed;
import org.xinju.registry.identity.PersonName;
import org.xinju.registry.identity.Phone;
import org.xinju.web.Caller;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Finds residents: exactly, inside the caller's areas, for a purpose, with an entry in the log. There is no browsing of people. */
@RestController
@RequestMapping("/api/registry")
class SearchController {

    private static final Role[] STAFF = {Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};

    private final Residents residents;
    private final ResidentViews views;
    private final Seals seals;
    private final Clock clock;

    SearchController(Residents residents, ResidentViews views, Seals seals, Clock clock) {
        this.residents = residents;
        this.views = views;
        this.seals = seals;
        this.clock = clock;
    }

    /** One of the three keys, and why. In a body, so that nothing personal stands in an address. */
    record Search(@Nullable String idNumber, @Nullable DocumentType documentType, @Nullable String phone, @Nullable String name,
            @Nullable String purpose) {}

    record Found(List<ResidentView> items) {}

    /** A stay whose grid has to be found out. */
    record Task(String residentId, String area, LocalDate registeredOn) {
        static Task of(Stored<Resident> stored) {
            var stay = stored.state().openStay().orElseThrow();
            return new Task(stored.id(), stay.place().area(), stay.registeredOn());
        }
    }

    @PostMapping("/residents/searches")
    Found search(Caller caller, @RequestBody Search search) {
        caller.require(STAFF);
        var purpose = Looks.purpose(search.purpose() == null ? "" : search.purpose());
        var found = byKey(search).stream().filter(r -> caller.covers(r.state().within())).limit(50).toList();
        return new Found(views.show(caller, "resident.find", purpose, found));
    }

    private List<Stored<Resident>> byKey(Search search) {
        if (Stream.of(search.idNumber(), search.phone(), search.name()).filter(key -> key != null && !key.isBlank()).count() != 1) {
            throw RejectedException.of(ResidentRules.SEARCH_ONE_KEY);
        }
        if (search.idNumber() != null && !search.idNumber().isBlank()) {
            var type = search.documentType() == null ? DocumentType.CITIZEN_ID : search.documentType();
            return residents.byNumber(seals.numberIndexes(type, read(type.parse(search.idNumber(), LocalDate.now(clock)), "idNumber")));
        }
        if (search.phone() != null && !search.phone().isBlank()) {
            return residents.byPhone(seals.phoneIndexes(read(Phone.parse(search.phone()), "phone").number()));
        }
        return residents.byName(seals.nameIndexes(read(PersonName.parse(String.valueOf(search.name())), "name").text()));
    }

    private static <T> T read(Parsed<T> parsed, String field) {
        var refusals = new ArrayList<Rejection>();
        return parsed.orReport(field, refusals::add).orElseThrow(() -> new RejectedException(refusals));
    }

    /** The task list: addresses whose grid is not known, in the caller's areas. */
    @GetMapping("/address-tasks")
    Page<Task> tasks(Caller caller, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        caller.require(STAFF);
        var found = residents.unplaced(caller.areas(), Cursor.decode(cursor), Cursor.limit(limit) + 1);
        return Page.of(found, limit, Stored::id, Task::of);
    }
}
