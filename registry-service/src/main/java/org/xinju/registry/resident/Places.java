package org.xinju.registry.resident;

import org.springframework.stereotype.Component;

import org.xinju.registry.area.Areas;

/** Finds where an address lies and seals its text. */
@Component
public class Places {

    private final Areas areas;
    private final Seals seals;

    Places(Areas areas, Seals seals) {
        this.areas = areas;
        this.seals = seals;
    }

    public Resident.Place of(String residentId, String address) {
        var resolution = areas.resolve(address);
        return new Resident.Place(resolution.area().id(), areas.today().within(resolution.area().id()), resolution.grid(),
                seals.address(residentId, address));
    }
}
