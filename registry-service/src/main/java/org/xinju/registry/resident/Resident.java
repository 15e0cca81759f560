package org.xinju.registry.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.privacy.Sealed;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;

import static org.xinju.registry.resident.ResidentRules.ALREADY_HERE;
import static org.xinju.registry.resident.ResidentRules.BEFORE_STAY;
import static org.xinju.registry.resident.ResidentRules.HIRE_DATE_DIFFERS;
import static org.xinju.registry.resident.ResidentRules.LEFT;
import static org.xinju.registry.resident.ResidentRules.NAME_DIFFERS;
import static org.xinju.registry.resident.ResidentRules.NOT_EMPLOYED;
import static org.xinju.registry.resident.ResidentRules.NOT_PENDING;

/**
 * A resident as stored. Sealed values are bound to the resident's id.
 *
 * @param stays oldest first; at most the last is open
 */
public record Resident(Status status, Papers papers, Sealed name, List<String> nameIndexes, Sex sex, @Nullable Telephone phone, List<Stay> stays,
        List<Employment> employments) {

    /** Where a registration stands. */
    public enum Status { PENDING, REGISTERED, LEFT }

    /** @param indexes blind index values of the number, under every live key; unique in the registry */
    public record Papers(DocumentType type, Sealed number, List<String> indexes, Sealed birthDate) {}

    /** @param indexes blind index values of the number */
    public record Telephone(Sealed number, Phone.Kind kind, List<String> indexes) {}

    /**
     * Where somebody lives or lived.
     *
     * @param registeredOn day of residence registration; the half-year clock and points count from it
     * @param until last day, null: still
     */
    public record Stay(LocalDate registeredOn, @Nullable LocalDate until, Place place) {}

    /**
     * @param area the grid, or the lowest area that is certain
     * @param within ids from the sub-district down to the area
     * @param grid whether the grid is known; if not, the address is on the task list of the area
     */
    public record Place(String area, List<String> within, boolean grid, Sealed address) {}

    /**
     * @param enterprise its unified social credit code
     * @param until last day of work, null: works there
     */
    public record Employment(String enterprise, String occupation, LocalDate from, @Nullable LocalDate until) {}

    public Resident {
        nameIndexes = List.copyOf(nameIndexes);
        stays = List.copyOf(stays);
        employments = List.copyOf(employments);
    }

    /** Registers a person who is in the registry under no ID number. */
    public static Change<Resident, ResidentEvent> register(Resident registered) {
        return Change.of(registered, new ResidentEvent.Registered());
    }

    /** A grid worker has seen the papers. */
    Change<Resident, ResidentEvent> confirm() {
        return status == Status.PENDING
                ? Change.of(with(Status.REGISTERED, stays), new ResidentEvent.Confirmed())
                : status == Status.REGISTERED ? Change.unchanged(this) : Change.rejected(NOT_PENDING);
    }

    /** To another address inside the sub-district: ends one stay and begins the next, or replaces one that began on the same day. */
    Change<Resident, ResidentEvent> move(Place to, LocalDate on) {
        var current = openStay();
        if (current.isEmpty()) {
            return Change.rejected(LEFT);
        }
        if (on.isBefore(current.get().registeredOn())) {
            return Change.rejected(BEFORE_STAY, current.get().registeredOn());
        }
        var all = on.equals(current.get().registeredOn()) ? new ArrayList<>(stays.subList(0, stays.size() - 1)) : ended(on.minusDays(1));
        all.add(new Stay(on, null, to));
        return Change.of(with(status, all), new ResidentEvent.Moved(on));
    }

    /** Away from the sub-district. */
    Change<Resident, ResidentEvent> leave(LocalDate on) {
        var current = openStay();
        if (current.isEmpty()) {
            return Change.unchanged(this);
        }
        return on.isBefore(current.get().registeredOn())
                ? Change.rejected(BEFORE_STAY, current.get().registeredOn())
                : Change.of(with(Status.LEFT, ended(on)), new ResidentEvent.Left(on));
    }

    /** Back again after having left. */
    Change<Resident, ResidentEvent> comeBack(Place to, LocalDate on) {
        if (status != Status.LEFT) {
            return Change.rejected(ALREADY_HERE);
        }
        var last = stays.getLast().until();
        if (last != null && !on.isAfter(last)) {
            return Change.rejected(BEFORE_STAY, last.plusDays(1));
        }
        var all = new ArrayList<>(stays);
        all.add(new Stay(on, null, to));
        return Change.of(with(Status.REGISTERED, all), new ResidentEvent.CameBack(on));
    }

    /** The people of the area have found out in which grid the address lies. */
    Change<Resident, ResidentEvent> placeIn(String grid, List<String> gridWithin) {
        var current = openStay();
        if (current.isEmpty()) {
            return Change.rejected(LEFT);
        }
        var place = new Place(grid, gridWithin, true, current.get().place().address());
        if (place.equals(current.get().place())) {
            return Change.unchanged(this);
        }
        var all = new ArrayList<>(stays.subList(0, stays.size() - 1));
        all.add(new Stay(current.get().registeredOn(), null, place));
        return Change.of(with(status, all), new ResidentEvent.PlacedInGrid(grid));
    }

    /** An employer reports that the person works there (regulation art. 8); {@code samePerson} compares the reported name. */
    public Change<Resident, ResidentEvent> hire(Employment hire, List<String> reportedName) {
        if (nameIndexes.stream().noneMatch(reportedName::contains)) {
            return Change.rejected(NAME_DIFFERS);
        }
        var known = employments.stream().filter(e -> e.enterprise().equals(hire.enterprise()) && e.until() == null).findFirst();
        if (known.isEmpty()) {
            var before = employments.stream().anyMatch(e -> e.enterprise().equals(hire.enterprise()) && e.from().equals(hire.from()));
            return before ? Change.unchanged(this) : employed(employments, hire);
        }
        if (!known.get().from().equals(hire.from())) {
            return Change.rejected(HIRE_DATE_DIFFERS, known.get().from());
        }
        if (hire.until() == null) {
            return Change.unchanged(this);
        }
        return employed(employments.stream().filter(e -> !e.equals(known.get())).toList(), hire);
    }

    /** An employer reports the end of work (regulation art. 8). */
    public Change<Resident, ResidentEvent> endEmployment(String enterprise, LocalDate on) {
        var known = employments.stream().filter(e -> e.enterprise().equals(enterprise) && e.until() == null).findFirst();
        if (known.isEmpty() || on.isBefore(known.get().from())) {
            return Change.rejected(NOT_EMPLOYED);
        }
        var others = employments.stream().filter(e -> !e.equals(known.get())).toList();
        return employed(others, new Employment(enterprise, known.get().occupation(), known.get().from(), on));
    }

    private Change<Resident, ResidentEvent> employed(List<Employment> others, Employment employment) {
        var all = new ArrayList<>(others);
        all.add(employment);
        var event = employment.until() == null
                ? new ResidentEvent.Employed(employment.enterprise(), employment.from())
                : new ResidentEvent.EmploymentEnded(employment.enterprise(), employment.until());
        return Change.of(new Resident(status, papers, name, nameIndexes, sex, phone, stays, all), event);
    }

    /** Areas that the last stay lies in, from the sub-district down: the row scope. Stored beside the components, for its index. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public List<String> within() {
        return lastPlace().within();
    }

    /** The same while the grid of an open stay is not known, else null: the task list of those areas. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public @Nullable List<String> unplacedWithin() {
        return openStay().filter(s -> !s.place().grid()).map(s -> s.place().within()).orElse(null);
    }

    /** The stay that has not ended. */
    @JsonIgnore
    public Optional<Stay> openStay() {
        return stays.stream().filter(s -> s.until() == null).findFirst();
    }

    /** The last known place, also of somebody who has left. */
    @JsonIgnore
    public Place lastPlace() {
        return stays.getLast().place();
    }

    private List<Stay> ended(LocalDate until) {
        var all = new ArrayList<>(stays);
        var last = all.removeLast();
        all.add(new Stay(last.registeredOn(), until, last.place()));
        return all;
    }

    private Resident with(Status newStatus, List<Stay> newStays) {
        return new Resident(newStatus, papers, name, nameIndexes, sex, phone, newStays, employments);
    }
}
