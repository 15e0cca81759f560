package org.xinju.registry.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;
import org.xinju.registry.resident.Person;
import org.xinju.registry.resident.Resident;

/** The people of a made-up world, in plain. */
final class WorldPeople {

    /** Coprime to the hundred million numbers of the block, so no two people share one. */
    private static final long PHONE_STEP = 57_885_161;
    private static final int BLOCK = 100_000_000;

    private final long seed;
    private final WorldDwellings dwellings;

    WorldPeople(long seed, WorldDwellings dwellings) {
        this.seed = seed;
        this.dwellings = dwellings;
    }

    /** @param until null: still */
    record PlannedStay(LocalDate from, @Nullable LocalDate until, String address) {}

    record Planned(Person person, Resident.Status status, List<PlannedStay> stays, List<Resident.Employment> employments) {}

    /** A part of a dwelling's people: the first may have a child, who is the last. */
    private enum Place { PARENT, CHILD, OTHER }

    Planned planned(int i) {
        var place = place(i);
        var sex = new Draws(seed, "sex", i).chance(place == Place.CHILD ? 520 : 540) ? Sex.MALE : Sex.FEMALE;
        var slot = birth(i, place);
        var life = life(i, place, slot.day());
        var parent = WorldIds.dwellingOf(i) * WorldIds.PEOPLE_PER_DWELLING;
        var name = place == Place.CHILD ? Names.child(seed, i, parent, sex) : Names.of(seed, i, sex);
        var phone = phone(place == Place.CHILD ? parent : i);
        var person = new Person(name, DocumentType.CITIZEN_ID, slot.idNumber(sex), slot.day(), sex, phone);
        var work = place == Place.CHILD ? List.<Resident.Employment>of() : Work.of(seed, i, slot.day(), life);
        return new Planned(person, life.status(), life.stays().stream().map(stay -> stay(place == Place.CHILD ? parent : i, stay)).toList(), work);
    }

    private Place place(int i) {
        var position = i % WorldIds.PEOPLE_PER_DWELLING;
        if (position != 0 && position != WorldIds.PEOPLE_PER_DWELLING - 1) {
            return Place.OTHER;
        }
        var family = new Draws(seed, "family", WorldIds.dwellingOf(i)).chance(600);
        return family ? position == 0 ? Place.PARENT : Place.CHILD : Place.OTHER;
    }

    private BirthDates.Slot birth(int i, Place place) {
        return switch (place) {
            case PARENT -> BirthDates.PARENTS.of(seed, WorldIds.dwellingOf(i));
            case CHILD -> BirthDates.CHILDREN.of(seed, WorldIds.dwellingOf(i));
            case OTHER -> BirthDates.ADULTS.of(seed, i);
        };
    }

    private Life life(int i, Place place, LocalDate born) {
        if (place == Place.CHILD) {
            var parent = WorldIds.dwellingOf(i) * WorldIds.PEOPLE_PER_DWELLING;
            return Life.ofChild(seed, i, born, Life.of(seed, parent, birth(parent, Place.PARENT).day(), true));
        }
        return Life.of(seed, i, born, place == Place.PARENT);
    }

    /** @param lodger whose room it is */
    private PlannedStay stay(int lodger, Life.Stay stay) {
        var draws = new Draws(seed, "room", lodger ^ stay.dwelling());
        return new PlannedStay(stay.from(), stay.until(), WorldDwellings.addressOf(dwellings.planned(stay.dwelling()), draws));
    }

    /** Nearly everybody has a mobile; a few gave a landline, which gets no SMS; a few gave none. A child has the parent's. */
    private @Nullable Phone phone(int i) {
        var draws = new Draws(seed, "phone", i);
        if (draws.chance(15)) {
            return null;
        }
        if (draws.chance(30)) {
            return new Phone(String.format(Locale.ROOT, "0574868%05d", draws.below(100_000)), Phone.Kind.LANDLINE);
        }
        return new Phone(String.format(Locale.ROOT, "160%08d", Math.floorMod(i * PHONE_STEP + seed, (long) BLOCK)), Phone.Kind.MOBILE);
    }
}
