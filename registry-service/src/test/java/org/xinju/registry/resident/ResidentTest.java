package org.xinju.registry.resident;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xinju.events.Change;
import org.xinju.events.Rule;
import org.xinju.privacy.Sealed;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Sex;
import org.xinju.registry.resident.Resident.Employment;
import org.xinju.registry.resident.Resident.Place;
import org.xinju.registry.resident.Resident.Status;
import org.xinju.registry.resident.Resident.Stay;

import static org.assertj.core.api.Assertions.assertThat;

/** What may happen to a resident, and what may not. */
class ResidentTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final String FACTORY = "91990206TTTT00014L";
    private static final Sealed SEALED = new Sealed("c2VhbGVk");

    private static Place place(String grid) {
        return new Place(grid, List.of("330206004", "PQ01", "C001", grid), true, SEALED);
    }

    private static Place somewhereIn(String community) {
        return new Place(community, List.of("330206004", "PQ01", community), false, SEALED);
    }

    private static Resident resident(Status status, Place place) {
        return new Resident(status, new Resident.Papers(DocumentType.CITIZEN_ID, SEALED, List.of("i"), SEALED), SEALED, List.of("n1", "n2"),
                Sex.MALE, null, List.of(new Stay(MAY, null, place)), List.of());
    }

    private static Resident registered() {
        return resident(Status.REGISTERED, place("G001"));
    }

    private static Resident after(Change<Resident, ResidentEvent> change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return ((Change.Accepted<Resident, ResidentEvent>) change).state();
    }

    private static void unchanged(Change<Resident, ResidentEvent> change) {
        assertThat(change).isInstanceOf(Change.Unchanged.class);
    }

    private static void refused(Change<Resident, ResidentEvent> change, Rule rule) {
        assertThat(change).isInstanceOfSatisfying(Change.Rejected.class, no -> assertThat(no.rejection().rule()).isEqualTo(rule));
    }

    @Test
    void a_pending_registration_is_confirmed_once() {
        var confirmed = after(resident(Status.PENDING, place("G001")).confirm());
        assertThat(confirmed.status()).isEqualTo(Status.REGISTERED);
        unchanged(confirmed.confirm());
        refused(after(confirmed.leave(JUNE)).confirm(), ResidentRules.NOT_PENDING);
    }

    @Test
    void a_move_ends_one_stay_the_day_before_and_begins_the_next() {
        var moved = after(registered().move(place("G002"), JUNE));
        assertThat(moved.stays()).containsExactly(new Stay(MAY, JUNE.minusDays(1), place("G001")), new Stay(JUNE, null, place("G002")));
        assertThat(moved.within()).containsExactly("330206004", "PQ01", "C001", "G002");
    }

    @Test
    void a_move_on_the_day_of_registration_replaces_the_stay() {
        assertThat(after(registered().move(place("G002"), MAY)).stays()).containsExactly(new Stay(MAY, null, place("G002")));
    }

    @Test
    void nobody_moves_or_leaves_before_having_come() {
        refused(registered().move(place("G002"), MAY.minusDays(1)), ResidentRules.BEFORE_STAY);
        refused(registered().leave(MAY.minusDays(1)), ResidentRules.BEFORE_STAY);
    }

    @Test
    void who_left_moves_no_more_but_may_come_back_later() {
        var gone = after(registered().leave(JUNE));
        assertThat(gone.status()).isEqualTo(Status.LEFT);
        assertThat(gone.openStay()).isEmpty();
        unchanged(gone.leave(JUNE.plusDays(9)));
        refused(gone.move(place("G002"), JUNE.plusDays(1)), ResidentRules.LEFT);
        refused(gone.placeIn("G002", List.of()), ResidentRules.LEFT);
        refused(gone.comeBack(place("G002"), JUNE), ResidentRules.BEFORE_STAY);

        var back = after(gone.comeBack(place("G002"), JUNE.plusDays(1)));
        assertThat(back.status()).isEqualTo(Status.REGISTERED);
        assertThat(back.stays()).hasSize(2);
        refused(back.comeBack(place("G002"), JUNE.plusDays(2)), ResidentRules.ALREADY_HERE);
    }

    @Test
    void an_address_on_the_task_list_leaves_it_when_its_grid_is_found() {
        var unplaced = resident(Status.REGISTERED, somewhereIn("C001"));
        assertThat(unplaced.unplacedWithin()).containsExactly("330206004", "PQ01", "C001");
        var placed = after(unplaced.placeIn("G002", List.of("330206004", "PQ01", "C001", "G002")));
        assertThat(placed.unplacedWithin()).isNull();
        assertThat(placed.openStay().orElseThrow().registeredOn()).isEqualTo(MAY);
        unchanged(placed.placeIn("G002", List.of("330206004", "PQ01", "C001", "G002")));
    }

    @Test
    void the_same_hire_again_changes_nothing_and_another_date_is_refused() {
        var hire = new Employment(FACTORY, "焊工", MAY, null);
        var employed = after(registered().hire(hire, List.of("n2")));
        assertThat(employed.employments()).containsExactly(hire);
        unchanged(employed.hire(hire, List.of("n1")));
        refused(employed.hire(new Employment(FACTORY, "焊工", JUNE, null), List.of("n1")), ResidentRules.HIRE_DATE_DIFFERS);
        refused(registered().hire(hire, List.of("other")), ResidentRules.NAME_DIFFERS);
    }

    @Test
    void work_ends_once_and_may_begin_again() {
        var employed = after(registered().hire(new Employment(FACTORY, "焊工", MAY, null), List.of("n1")));
        refused(employed.endEmployment(FACTORY, MAY.minusDays(1)), ResidentRules.NOT_EMPLOYED);
        refused(employed.endEmployment("91990206TTTT00022F", JUNE), ResidentRules.NOT_EMPLOYED);
        var ended = after(employed.endEmployment(FACTORY, JUNE));
        assertThat(ended.employments()).containsExactly(new Employment(FACTORY, "焊工", MAY, JUNE));
        refused(ended.endEmployment(FACTORY, JUNE), ResidentRules.NOT_EMPLOYED);
        unchanged(ended.hire(new Employment(FACTORY, "焊工", MAY, null), List.of("n1")));
        assertThat(after(ended.hire(new Employment(FACTORY, "焊工", JUNE.plusDays(9), null), List.of("n1"))).employments()).hasSize(2);
    }

    @Test
    void work_elsewhere_stands_beside() {
        var employed = after(registered().hire(new Employment(FACTORY, "焊工", MAY, null), List.of("n1")));
        assertThat(after(employed.hire(new Employment("91990206TTTT00022F", "保安", MAY, null), List.of("n1"))).employments()).hasSize(2);
    }
}
