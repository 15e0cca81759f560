package org.xinju.registry.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.xinju.registry.area.AddressResolver;
import org.xinju.registry.area.AreaCsv;
import org.xinju.registry.area.AreaTree;
import org.xinju.registry.dwelling.Dwelling;
import org.xinju.registry.identity.CitizenId;
import org.xinju.registry.identity.Parsed;
import org.xinju.registry.identity.PersonName;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Uscc;
import org.xinju.registry.resident.Resident;

import static org.assertj.core.api.Assertions.assertThat;

/** The made-up people: the same everywhere, valid by the registry's own parsers, and as mixed as the real ones. */
class WorldPeopleTest {

    private static final long SEED = 330_206_004;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int MANY = 30_000;

    private static final Streets STREETS = new Streets(AreaCsv.dagi());
    private static final AddressResolver RESOLVER = new AddressResolver(new AreaTree(AreaCsv.dagi(), TODAY));

    private static WorldPeople people(long seed) {
        return new WorldPeople(seed, new WorldDwellings(seed, STREETS));
    }

    private static List<WorldPeople.Planned> many() {
        return IntStream.range(0, MANY).mapToObj(people(SEED)::planned).toList();
    }

    private static String written(WorldPeople.Planned p) {
        var who = p.person();
        return who.name() + who.number() + who.birthDate() + who.sex() + (who.phone() == null ? "" : who.phone().number()) + p.status() + p.stays() + p.employments();
    }

    /** The hash was written down once: another machine, another Java or a careless change of the generator would give another. */
    @Test
    void person_i_of_a_seed_is_the_same_on_every_machine() throws Exception {
        var all = IntStream.range(0, 2000).mapToObj(i -> written(people(SEED).planned(i))).collect(Collectors.joining("\n"));
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        assertThat(hash).isEqualTo("28b0d00e351d0868aa962809291da3b1a99297b264e73cc6e236a122cff47897");
    }

    /** Whoever comes to such a world, in a test or as load, is nobody of it. */
    @Test
    void sequence_numbers_from_600_on_are_left_to_others() {
        var people = people(SEED);
        assertThat(IntStream.range(0, 150_000).mapToObj(i -> people.planned(i).person().number()).filter(number -> Integer.parseInt(number.substring(14, 17)) >= 600)).isEmpty();
    }

    @Test
    void another_seed_makes_other_people() {
        var one = people(SEED);
        var other = people(SEED + 1);
        assertThat(IntStream.range(0, 500).filter(i -> written(one.planned(i)).equals(written(other.planned(i))))).isEmpty();
    }

    @Test
    void a_smaller_world_is_the_beginning_of_a_larger_one_and_needs_nothing_behind_its_end() {
        var people = people(SEED);
        for (var residents : List.of(1, 7, 40, 300, 5000)) {
            var employers = IntStream.range(0, Work.enterprisesFor(residents)).mapToObj(WorldIds::enterprise).collect(Collectors.toSet());
            var homes = WorldIds.dwellingOf(residents - 1) + 1;
            for (var i = 0; i < residents; i++) {
                var life = people.planned(i);
                assertThat(life.employments()).extracting(Resident.Employment::enterprise).allMatch(employers::contains);
                assertThat(WorldIds.dwellingOf(i)).isLessThan(homes);
            }
        }
        assertThat(Work.enterprisesFor(150_000)).isEqualTo(4000);
    }

    @Test
    void every_number_and_name_is_taken_by_the_registrys_own_parsers_and_no_two_people_share_an_id_number() {
        var numbers = new HashSet<String>();
        var phones = new HashMap<String, Integer>();
        var people = people(SEED);
        for (var i = 0; i < 150_000; i++) {
            var who = people.planned(i).person();
            assertThat(numbers.add(who.number())).as("person %s has a number of their own", i).isTrue();
            if (i % 5 == 0) {
                var id = CitizenId.parse(who.number(), TODAY).orNull();
                assertThat(id).as(who.number()).isNotNull();
                assertThat(id.birthDate()).isEqualTo(who.birthDate());
                assertThat(id.sex()).isEqualTo(who.sex());
                assertThat(who.number()).startsWith("990206");
                assertThat(PersonName.parse(who.name())).as(who.name()).isInstanceOf(Parsed.Read.class);
                if (who.phone() != null) {
                    assertThat(Phone.parse(who.phone().number()).orNull()).isEqualTo(who.phone());
                    phones.merge(who.phone().kind() == Phone.Kind.MOBILE ? who.phone().number().substring(0, 3) : "landline", 1, Integer::sum);
                }
            }
        }
        assertThat(phones).containsOnlyKeys("160", "landline");
        assertThat(phones.get("landline")).isBetween(600, 1200);
    }

    @Test
    void every_credit_code_is_valid_and_used_once() {
        var codes = IntStream.range(0, 4000).mapToObj(WorldIds::enterprise).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> Uscc.parse(code) instanceof Parsed.Read<Uscc>(var read) && read.code().equals(code));
        assertThat(IntStream.range(0, 4000).mapToObj(Names::enterprise)).doesNotHaveDuplicates();
    }

    @Test
    void an_address_resolves_to_the_grid_where_it_lies_or_to_no_grid_at_all() {
        var unresolved = 0;
        for (var d = 0; d < MANY; d++) {
            var dwelling = new WorldDwellings(SEED, STREETS).planned(d);
            var found = RESOLVER.resolve(WorldDwellings.addressOf(dwelling, new Draws(SEED, "room", d)));
            if (found.grid()) {
                assertThat(found.area().id()).as(dwelling.address()).isEqualTo(WorldIds.gridId(WorldIds.gridOfDwelling(SEED, d)));
                assertThat(RESOLVER.resolve(dwelling.address()).area()).isEqualTo(found.area());
            } else {
                unresolved++;
            }
        }
        assertThat(unresolved).as("a few per cent").isBetween(MANY * 2 / 100, MANY * 4 / 100);
    }

    @Test
    void stays_follow_each_other_in_the_sub_district_and_end_with_the_own_dwelling() {
        var people = people(SEED);
        for (var i = 0; i < MANY; i++) {
            var life = people.planned(i);
            var stays = life.stays();
            assertThat(stays).isNotEmpty();
            for (var n = 0; n < stays.size(); n++) {
                var until = stays.get(n).until();
                assertThat(stays.get(n).from()).isAfter(life.person().birthDate()).isBefore(TODAY);
                assertThat(until == null).as("only the last is open").isEqualTo(n == stays.size() - 1 && life.status() != Resident.Status.LEFT);
                if (until != null) {
                    assertThat(until).isAfterOrEqualTo(stays.get(n).from()).isBefore(TODAY);
                    assertThat(n + 1 == stays.size() || stays.get(n + 1).from().isAfter(until)).isTrue();
                }
            }
            assertThat(stays).as("a move leads to another address").extracting(WorldPeople.PlannedStay::address).doesNotHaveDuplicates();
            var home = new WorldDwellings(SEED, STREETS).planned(WorldIds.dwellingOf(i)).address();
            assertThat(stays.getLast().address()).startsWith(home);
        }
    }

    @Test
    void work_begins_at_sixteen_at_the_earliest_one_after_the_other_from_2015_on() {
        for (var life : many()) {
            LocalDate after = null;
            for (var job : life.employments()) {
                assertThat(job.from()).isBetween(LocalDate.of(2015, 1, 1), LocalDate.of(2026, 11, 22))
                        .isAfterOrEqualTo(life.person().birthDate().plusYears(16)).isAfterOrEqualTo(life.stays().getFirst().from());
                assertThat(after == null || job.from().isAfter(after)).isTrue();
                assertThat(job.until() == null || !job.until().isBefore(job.from())).isTrue();
                after = job.until();
            }
            if (life.status() == Resident.Status.LEFT) {
                assertThat(life.employments()).noneMatch(job -> job.until() == null);
            }
        }
    }

    @Test
    void they_are_as_mixed_as_the_new_residents_of_dagi() {
        var all = many();
        var here = all.stream().filter(p -> p.status() != Resident.Status.LEFT).toList();
        assertThat(share(here, p -> age(p) >= 16 && age(p) <= 40)).as("domain facts 0: 52.14 %").isBetween(49.0, 55.0);
        assertThat(share(here, p -> age(p) < 16)).isBetween(9.0, 15.0);
        assertThat(share(here, p -> age(p) > 60)).isBetween(2.0, 7.0);
        assertThat(share(here, p -> p.employments().stream().anyMatch(job -> job.until() == null))).as("domain facts 0: 80 %").isBetween(77.0, 83.0);
        assertThat(share(all, p -> p.status() == Resident.Status.LEFT)).isBetween(4.0, 8.0);
        assertThat(share(all, p -> p.status() == Resident.Status.PENDING)).isBetween(1.0, 3.0);
        assertThat(share(all, p -> p.stays().size() > 1)).isBetween(15.0, 50.0);
        assertThat(share(all, WorldPeopleTest::cameBack)).isBetween(1.0, 8.0);
        assertThat(share(all, p -> p.employments().size() > 1)).isBetween(20.0, 70.0);
        var crowded = IntStream.range(0, MANY).filter(i -> WorldIds.gridOf(SEED, i) >= 26 && WorldIds.gridOf(SEED, i) <= 29).count();
        assertThat(crowded * 100.0 / MANY).as("富春 has 22,000 of 150,000 people").isBetween(11.0, 15.0);
        var sizes = all.stream().flatMap(p -> p.employments().stream()).collect(Collectors.groupingBy(Resident.Employment::enterprise, Collectors.counting()));
        assertThat(sizes.values().stream().mapToLong(n -> n).max().orElse(0)).as("a few large employers").isGreaterThan(500);
        assertThat(sizes.values().stream().filter(n -> n < 60).count()).as("many small ones").isGreaterThan(sizes.size() / 2);
    }

    @Test
    void dwellings_are_of_all_kinds_and_some_have_ten_beds_or_more() {
        var all = IntStream.range(0, MANY).mapToObj(new WorldDwellings(SEED, STREETS)::planned).toList();
        assertThat(all.stream().map(d -> d.particulars().use()).distinct()).contains(Dwelling.Use.RURAL_HOUSE, Dwelling.Use.COMMODITY_FLAT,
                Dwelling.Use.DORMITORY, Dwelling.Use.SHOP_HOUSE, Dwelling.Use.PUBLIC_RENTAL);
        assertThat(share(all, d -> d.particulars().beds() >= 10)).isBetween(8.0, 25.0);
        assertThat(all).allMatch(d -> d.particulars().areaM2().scale() == 2 && d.particulars().areaM2().signum() > 0);
    }

    private static boolean cameBack(WorldPeople.Planned p) {
        return IntStream.range(1, p.stays().size()).anyMatch(n -> !p.stays().get(n).from().minusDays(1).equals(p.stays().get(n - 1).until()));
    }

    private static int age(WorldPeople.Planned p) {
        return Period.between(p.person().birthDate(), TODAY).getYears();
    }

    private static <T> double share(List<T> all, java.util.function.Predicate<T> some) {
        return all.stream().filter(some).count() * 100.0 / all.size();
    }
}
