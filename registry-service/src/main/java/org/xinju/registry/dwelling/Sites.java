package org.xinju.registry.dwelling;

import org.springframework.stereotype.Component;

import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealing;
import org.xinju.registry.area.Areas;

/** Finds where an address lies and seals its text. */
@Component
public class Sites {

    private final Areas areas;
    private final Sealing sealing;

    Sites(Areas areas, Sealing sealing) {
        this.areas = areas;
        this.sealing = sealing;
    }

    /** @param dwellingId the seal is bound to it */
    public Dwelling.Site of(String dwellingId, String address) {
        var resolution = areas.resolve(address);
        return new Dwelling.Site(resolution.area().id(), areas.today().within(resolution.area().id()), resolution.grid(),
                sealing.seal(FieldClass.ADDRESS, dwellingId, address));
    }

    String address(String dwellingId, Dwelling.Site site) {
        return sealing.open(FieldClass.ADDRESS, dwellingId, site.address());
    }
}
