package org.xinju.registry.dwelling;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.privacy.Sealed;

/**
 * The state of a dwelling that every event carries. The address is sealed.
 *
 * @param areaM2 decimal string with two places
 * @param landlord opaque id, null where it is not known
 * @param grid whether {@code area} is a grid
 */
record DwellingPublished(Dwelling.Status status, Dwelling.Use use, BigDecimal areaM2, int rooms, int beds, boolean tenOrMore,
        @Nullable String landlord, String area, List<String> within, boolean grid, Sealed address) {

    static DwellingPublished of(Dwelling d) {
        var what = d.particulars();
        return new DwellingPublished(d.status(), what.use(), what.areaM2(), what.rooms(), what.beds(), d.tenOrMore(), d.landlord(), d.site().area(),
                d.within(), d.site().grid(), d.site().address());
    }
}
