package org.xinju.registry.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.xinju.privacy.BlindIndex;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.IndexPurpose;
import org.xinju.privacy.Sealed;
import org.xinju.privacy.Sealing;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Phone;

/** Turns a person into what may be stored, and back for those who may see it. */
@Component
public class Seals {

    private final Sealing sealing;
    private final BlindIndex index;

    Seals(Sealing sealing, BlindIndex index) {
        this.sealing = sealing;
        this.index = index;
    }

    /** @param residentId the seals are bound to it */
    public Resident seal(String residentId, Person person, Resident.Status status, List<Resident.Stay> stays, List<Resident.Employment> employments) {
        var papers = new Resident.Papers(person.documentType(), sealing.seal(FieldClass.ID_NUMBER, residentId, person.number()),
                numberIndexes(person.documentType(), person.number()),
                sealing.seal(FieldClass.BIRTH_DATE, residentId, person.birthDate().toString()));
        return new Resident(status, papers, sealing.seal(FieldClass.NAME, residentId, person.name()), nameIndexes(person.name()), person.sex(),
                Optional.ofNullable(person.phone()).map(phone -> telephone(residentId, phone)).orElse(null), stays, employments);
    }

    public Sealed address(String residentId, String address) {
        return sealing.seal(FieldClass.ADDRESS, residentId, address);
    }

    /** Numbers of two kinds of papers never meet. */
    public List<String> numberIndexes(DocumentType type, String number) {
        var kind = type == DocumentType.PASSPORT ? "passport/" : "";
        return index.all(IndexPurpose.ID_NUMBER, kind + number);
    }

    public List<String> phoneIndexes(String phone) {
        return index.all(IndexPurpose.PHONE, phone);
    }

    public List<String> nameIndexes(String name) {
        return index.all(IndexPurpose.NAME, name);
    }

    private Resident.Telephone telephone(String residentId, Phone phone) {
        return new Resident.Telephone(sealing.seal(FieldClass.PHONE, residentId, phone.number()), phone.kind(), phoneIndexes(phone.number()));
    }

    String name(String residentId, Resident resident) {
        return sealing.open(FieldClass.NAME, residentId, resident.name());
    }

    String number(String residentId, Resident resident) {
        return sealing.open(FieldClass.ID_NUMBER, residentId, resident.papers().number());
    }

    LocalDate birthDate(String residentId, Resident resident) {
        return LocalDate.parse(sealing.open(FieldClass.BIRTH_DATE, residentId, resident.papers().birthDate()));
    }

    Optional<String> phone(String residentId, Resident resident) {
        return Optional.ofNullable(resident.phone()).map(phone -> sealing.open(FieldClass.PHONE, residentId, phone.number()));
    }

    String address(String residentId, Resident.Place place) {
        return sealing.open(FieldClass.ADDRESS, residentId, place.address());
    }
}
