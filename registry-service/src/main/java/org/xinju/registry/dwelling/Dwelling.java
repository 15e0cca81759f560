package org.xinju.registry.dwelling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.privacy.Sealed;

import static org.xinju.registry.dwelling.DwellingRules.CLOSED;
import static org.xinju.registry.dwelling.DwellingRules.MANY_BEDS;
import static org.xinju.registry.dwelling.DwellingRules.NOT_CLOSED;

/**
 * A dwelling as stored.
 *
 * @param landlord for whom a landlord's sign-in is bound; null: not known yet
 */
public record Dwelling(Status status, Site site, Particulars particulars, @Nullable String landlord) {

    /** Where a registration stands. */
    public enum Status {
        /** The landlord has said so; a grid worker has not looked yet. */
        PENDING,
        REGISTERED,
        /** No longer let. */
        CLOSED
    }

    /** What a building or flat is used for (domain facts 3.1, 3.2 and 5). */
    public enum Use {
        /** A private house of a village, let as a whole or by rooms. */
        RURAL_HOUSE,
        COMMODITY_FLAT,
        /** A company's dormitory building. */
        DORMITORY,
        PUBLIC_RENTAL,
        /** A shop or workshop in which people also live. */
        SHOP_HOUSE,
        /** Quarters on a building site. */
        SITE_QUARTERS,
        OTHER
    }

    /** Why a dwelling stands on a list of its areas. */
    public enum Listing {
        /** To be confirmed. */
        PENDING,
        /** The grid has to be found out. */
        UNPLACED,
        /** Checked more often: safety system, named manager, evacuation drills. */
        TEN_OR_MORE;

        /** The list of one area, as it is stored. */
        String of(String area) {
            return name() + "/" + area;
        }
    }

    /**
     * Where it is.
     *
     * @param area the grid, or the lowest area that is certain
     * @param within ids from the sub-district down to the area
     * @param grid whether the grid is known
     * @param address bound to the dwelling's id
     */
    public record Site(String area, List<String> within, boolean grid, Sealed address) {
        public Site {
            within = List.copyOf(within);
        }
    }

    /**
     * What is let.
     *
     * @param areaM2 square metres, scale 2: building area of a commodity flat, usable area of anything else, as the regulation counts
     * @param beds places to sleep that are let
     */
    public record Particulars(Use use, BigDecimal areaM2, int rooms, int beds) {}

    static Change<Dwelling, DwellingEvent> register(Dwelling registered) {
        return Change.of(registered, new DwellingEvent.Registered());
    }

    /** A grid worker has seen it. */
    Change<Dwelling, DwellingEvent> confirm() {
        return switch (status) {
            case PENDING -> Change.of(new Dwelling(Status.REGISTERED, site, particulars, landlord), new DwellingEvent.Confirmed());
            case REGISTERED -> Change.unchanged(this);
            case CLOSED -> Change.rejected(CLOSED);
        };
    }

    /** @param by who says so: what a landlord changes is to be confirmed again */
    Change<Dwelling, DwellingEvent> change(Particulars to, @Nullable String newLandlord, Teller by) {
        if (status == Status.CLOSED) {
            return Change.rejected(CLOSED);
        }
        if (to.equals(particulars) && java.util.Objects.equals(newLandlord, landlord)) {
            return Change.unchanged(this);
        }
        return Change.of(new Dwelling(by == Teller.STAFF ? status : Status.PENDING, site, to, newLandlord), new DwellingEvent.Changed());
    }

    /** The people of the area have found out in which grid the address lies. */
    Change<Dwelling, DwellingEvent> placeIn(String grid, List<String> gridWithin) {
        var placed = new Site(grid, gridWithin, true, site.address());
        return placed.equals(site) ? Change.unchanged(this)
                : Change.of(new Dwelling(status, placed, particulars, landlord), new DwellingEvent.PlacedInGrid(grid));
    }

    Change<Dwelling, DwellingEvent> close(LocalDate on) {
        return status == Status.CLOSED ? Change.unchanged(this)
                : Change.of(new Dwelling(Status.CLOSED, site, particulars, landlord), new DwellingEvent.Closed(on));
    }

    Change<Dwelling, DwellingEvent> reopen(Teller by) {
        return status == Status.CLOSED ? Change.of(new Dwelling(by.registersAs(), site, particulars, landlord), new DwellingEvent.Reopened())
                : Change.rejected(NOT_CLOSED);
    }

    /** Ten or more beds in one flat, or in one building of any other use: a class of its own with duties of its own. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean tenOrMore() {
        return particulars.beds() >= MANY_BEDS;
    }

    /** Areas that it lies in, from the sub-district down: the row scope. Stored beside the components, for its index. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public List<String> within() {
        return site.within();
    }

    /** The lists of its areas on which it stands, while it is let; stored for their index. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public List<String> lists() {
        var reasons = new ArrayList<Listing>();
        if (status == Status.PENDING) {
            reasons.add(Listing.PENDING);
        }
        if (status != Status.CLOSED && !site.grid()) {
            reasons.add(Listing.UNPLACED);
        }
        if (status != Status.CLOSED && tenOrMore()) {
            reasons.add(Listing.TEN_OR_MORE);
        }
        return reasons.stream().flatMap(reason -> site.within().stream().map(reason::of)).toList();
    }
}
