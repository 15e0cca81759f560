package org.xinju.registry.world;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.xinju.registry.identity.Sex;

/**
 * Gives the n-th person of a sort a birth date and an ID number that no other person has, without looking at the others: the days of the sort's ages
 * are slots (a frequent age has several per day), the n-th person takes the slot that a fixed permutation gives, and its sequence number is the
 * one of that slot and round. Those from 600 on are left to people who come to such a world.
 */
final class BirthDates {

    /** A range of days, each {@code weight} times. */
    private record Band(LocalDate first, LocalDate last, int weight) {
        int slots() {
            return (int) (ChronoUnit.DAYS.between(first, last) + 1) * weight;
        }
    }

    /** Grown-ups from 16 to 70 on 2026-11-23: with children and heads of families about 52 % are from 16 to 40 (domain facts 0). */
    static final BirthDates ADULTS = new BirthDates(List.of(new Band(day(1985), day(2010).minusDays(1), 5),
            new Band(day(1965), day(1985).minusDays(1), 3), new Band(day(1955), day(1965).minusDays(1), 1)), 5, 1, 249);

    /** Grown-ups with a child, from 36 to 50: old enough for any child below 16. Sequence numbers apart from those of the adults. */
    static final BirthDates PARENTS = new BirthDates(List.of(new Band(day(1975), day(1990).minusDays(1), 1)), 1, 250, 299);

    /** Up to 15; none born in the last weeks, so that nobody is registered before birth. */
    static final BirthDates CHILDREN = new BirthDates(List.of(new Band(day(2010), LocalDate.of(2026, 9, 30), 1)), 1, 1, 299);

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final List<Band> bands;
    private final int heaviest;
    private final int firstPair;
    private final int lastPair;
    private final int slots;
    private final int step;

    private BirthDates(List<Band> bands, int heaviest, int firstPair, int lastPair) {
        this.bands = bands;
        this.heaviest = heaviest;
        this.firstPair = firstPair;
        this.lastPair = lastPair;
        this.slots = bands.stream().mapToInt(Band::slots).sum();
        this.step = coprime((int) (slots * 0.618));
    }

    /** {@code pair}: one of 299 pairs of sequence numbers of a day, the odd one for men, the even one for women. */
    record Slot(LocalDate day, int pair) {

        String idNumber(Sex sex) {
            var head = "990206" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "%03d", 2 * pair + (sex == Sex.MALE ? 1 : 0));
            var sum = 0;
            for (var i = 0; i < WEIGHTS.length; i++) {
                sum += (head.charAt(i) - '0') * WEIGHTS[i];
            }
            return head + "10X98765432".charAt(sum % 11);
        }
    }

    Slot of(long seed, int n) {
        var slot = (int) Math.floorMod((long) n * step + seed, (long) slots);
        var pair = firstPair + n / slots * heaviest;
        for (var band : bands) {
            if (slot < band.slots()) {
                return checked(new Slot(band.first().plusDays(slot / band.weight()), pair + slot % band.weight()));
            }
            slot -= band.slots();
        }
        throw new IllegalStateException("a slot lies in a band");
    }

    private Slot checked(Slot slot) {
        if (slot.pair() > lastPair) {
            throw new IllegalArgumentException("the world has no ID numbers for so many people");
        }
        return slot;
    }

    /** Who turns a number of years in the year after this day has not done so on 2026-11-23. */
    private static LocalDate day(int year) {
        return LocalDate.of(year, 11, 24);
    }

    private int coprime(int about) {
        var candidate = about;
        while (gcd(candidate, slots) != 1) {
            candidate++;
        }
        return candidate;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
