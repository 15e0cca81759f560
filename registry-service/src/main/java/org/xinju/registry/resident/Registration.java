package org.xinju.registry.resident;

import java.time.LocalDate;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.registry.identity.CitizenId;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.PersonName;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;
import org.xinju.web.RejectedException;

/**
 * A request to register a person.
 *
 * @param birthDate only where the number does not tell it (passport)
 * @param registeredOn day of an earlier registration on paper that is taken over; null: today
 */
record Registration(@Nullable String name, @Nullable DocumentType documentType, @Nullable String idNumber, @Nullable LocalDate birthDate,
        @Nullable String sex, @Nullable String phone, @Nullable String address, @Nullable LocalDate registeredOn) {

    static final int LONGEST_ADDRESS = 200;

    /** The person, all fields checked. @throws RejectedException with every wrong field */
    Person person(LocalDate today) {
        var refusals = new ArrayList<Rejection>();
        var type = documentType == null ? DocumentType.CITIZEN_ID : documentType;
        var parsedName = PersonName.parse(orEmpty(name)).orReport("name", refusals::add);
        var number = type.parse(orEmpty(idNumber), today).orReport("idNumber", refusals::add);
        var telephone = orEmpty(phone).isBlank() ? null : Phone.parse(orEmpty(phone)).orReport("phone", refusals::add).orElse(null);
        var id = type == DocumentType.PASSPORT ? null : number.map(CitizenId::new).orElse(null);
        if (orEmpty(address).isBlank() || orEmpty(address).length() > LONGEST_ADDRESS) {
            refusals.add(Rejection.of(ResidentRules.ADDRESS_MISSING).at("address"));
        }
        if (registeredOn != null && registeredOn.isAfter(today)) {
            refusals.add(Rejection.of(ResidentRules.FUTURE).at("registeredOn"));
        }
        var born = id == null ? birthDate : id.birthDate();
        if (number.isPresent() && (born == null || born.isAfter(today))) {
            refusals.add(Rejection.of(ResidentRules.BIRTH_DATE_NEEDED).at("birthDate"));
        }
        if (!refusals.isEmpty() || parsedName.isEmpty() || number.isEmpty() || born == null) {
            throw new RejectedException(refusals);
        }
        return new Person(parsedName.get().text(), type, number.get(), born, id == null ? Sex.of(orEmpty(sex)) : id.sex(), telephone);
    }

    Resident.Stay stay(Resident.Place place, LocalDate today) {
        return new Resident.Stay(registeredOn == null ? today : registeredOn, null, place);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

}
