package org.xinju.registry.dwelling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.events.Change;
import org.xinju.events.Codec;
import org.xinju.privacy.Sealed;
import org.xinju.registry.dwelling.Dwelling.Particulars;
import org.xinju.registry.dwelling.Dwelling.Site;
import org.xinju.registry.dwelling.Dwelling.Status;
import org.xinju.registry.dwelling.Dwelling.Use;
import org.xinju.web.RejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may happen to a dwelling, and what may not. */
class DwellingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Sealed SEALED = new Sealed("c2VhbGVk");
    private static final Site GRID = new Site("G001", List.of("330206004", "PQ01", "C001", "G001"), true, SEALED);
    private static final Site SOMEWHERE = new Site("C001", List.of("330206004", "PQ01", "C001"), false, SEALED);

    private static Particulars house(int beds) {
        return new Particulars(Use.RURAL_HOUSE, new BigDecimal("120.00"), 6, beds);
    }

    private static Dwelling dwelling(Status status, Site site, int beds) {
        return new Dwelling(status, site, house(beds), "landlord-1");
    }

    private static Dwelling after(Change<Dwelling, DwellingEvent> change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return ((Change.Accepted<Dwelling, DwellingEvent>) change).state();
    }

    @ParameterizedTest
    @CsvSource({"9,false", "10,true", "11,true"})
    void from_ten_beds_on_it_is_in_the_class_with_many_occupants(int beds, boolean tenOrMore) {
        assertThat(dwelling(Status.REGISTERED, GRID, beds).tenOrMore()).isEqualTo(tenOrMore);
    }

    @Test
    void it_stands_on_the_lists_of_all_its_areas_for_as_long_as_there_is_something_to_do() {
        var pending = dwelling(Status.PENDING, SOMEWHERE, 12);
        assertThat(pending.lists()).contains("PENDING/C001", "UNPLACED/PQ01", "TEN_OR_MORE/330206004").hasSize(9);
        var placed = after(pending.placeIn("G001", GRID.within()));
        assertThat(placed.lists()).doesNotContain("UNPLACED/C001").contains("PENDING/G001", "TEN_OR_MORE/G001");
        assertThat(after(placed.confirm()).lists()).allMatch(list -> list.startsWith("TEN_OR_MORE/"));
        assertThat(after(placed.close(TODAY)).lists()).isEmpty();
    }

    @Test
    void what_staff_change_stays_registered_and_what_a_landlord_changes_is_to_be_confirmed_again() {
        var registered = dwelling(Status.REGISTERED, GRID, 4);
        assertThat(after(registered.change(house(5), "landlord-1", Teller.STAFF)).status()).isEqualTo(Status.REGISTERED);
        assertThat(after(registered.change(house(5), "landlord-1", Teller.LANDLORD)).status()).isEqualTo(Status.PENDING);
        assertThat(registered.change(house(4), "landlord-1", Teller.LANDLORD)).isInstanceOf(Change.Unchanged.class);
    }

    @Test
    void a_closed_one_is_neither_changed_nor_confirmed_until_it_is_let_again() {
        var closed = after(dwelling(Status.REGISTERED, GRID, 4).close(TODAY));
        for (var refused : List.of(closed.confirm(), closed.change(house(9), null, Teller.STAFF))) {
            assertThat(refused).isInstanceOfSatisfying(Change.Rejected.class, no -> assertThat(no.rejection().rule()).isEqualTo(DwellingRules.CLOSED));
        }
        assertThat(closed.close(TODAY)).isInstanceOf(Change.Unchanged.class);
        assertThat(after(closed.reopen(Teller.LANDLORD)).status()).isEqualTo(Status.PENDING);
        assertThat(after(closed.reopen(Teller.STAFF)).status()).isEqualTo(Status.REGISTERED);
        assertThat(dwelling(Status.PENDING, GRID, 4).reopen(Teller.STAFF)).isInstanceOf(Change.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "45.50", "100000", "3.00000"})
    void an_area_is_kept_with_two_places(String areaM2) {
        var read = described(new BigDecimal(areaM2), 2, 4).registration().particulars().areaM2();
        assertThat(read).isEqualByComparingTo(areaM2);
        assertThat(read.scale()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.99", "-1", "1.005", "100000.01", "1e400", "1e999999999", "1e-999999999"})
    void an_area_out_of_range_is_refused_without_being_written_out(String areaM2) {
        assertThatThrownBy(() -> described(new BigDecimal(areaM2), 2, 4).registration())
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejections().getFirst().field()).isEqualTo("areaM2"));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        assertThatThrownBy(() -> new Description(" ", "<script>", null, null, 0, 2001).registration())
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejections()).extracting("field")
                        .containsExactlyInAnyOrder("address", "landlord", "use", "areaM2", "rooms", "beds"));
    }

    @Test
    void what_is_stored_is_read_back_equal() {
        var stored = dwelling(Status.PENDING, SOMEWHERE, 12);
        var document = Codec.toDocument(stored);
        assertThat(document.keySet()).contains("within", "lists");
        assertThat(Codec.fromDocument(document, Dwelling.class)).isEqualTo(stored);
    }

    private static Description described(BigDecimal areaM2, int rooms, int beds) {
        return new Description("高田王 3号", null, Use.RURAL_HOUSE, areaM2, rooms, beds);
    }
}
