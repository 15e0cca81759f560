package org.xinju.registry.resident;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;

/** Who somebody is, in plain; lives only in memory. */
public record Person(String name, DocumentType documentType, String number, LocalDate birthDate, Sex sex, @Nullable Phone phone) {

    @Override
    public String toString() {
        return "Person";
    }
}
