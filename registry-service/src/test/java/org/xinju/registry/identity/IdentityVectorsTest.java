package org.xinju.registry.identity;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.events.Rejection;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that are right and wrong, with the reason. Area 990206 is assigned to nobody. */
class IdentityVectorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static <T> Optional<T> read(Parsed<T> parsed) {
        return parsed.orReport("field", rejection -> {});
    }

    private static String refusal(Parsed<?> parsed) {
        var found = new java.util.ArrayList<Rejection>();
        assertThat(parsed.orReport("field", found::add)).isEmpty();
        assertThat(found).hasSize(1);
        return found.getFirst().rule().code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"34052419800101001X", "370101190102039973", "513101198201130014", "11010519491231002X", "440524188001010014",
        "99020619880101001X", "990206198801010028", "990206199612311117", "990206200002290043", "990206196106150177", "990206195603010082",
        "990206200811080038", "990206201509010121", "990206201905200269", "990206197804050135", "990206196907080228", "99020619900909009X"})
    void a_right_citizen_id_is_read(String number) {
        assertThat(read(CitizenId.parse(number, TODAY)).orElseThrow().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"990206199902290019, id-number-birth-date", "99020619951301001X, id-number-birth-date", "990206203501010011, id-number-birth-date",
        "990206000000000018, id-number-birth-date", "990206198801010010, id-number-check", "34052419800101001, id-number-length",
        "9902061988010100280, id-number-length", "99020619880101A028, id-number-characters", "'', id-number-missing", "'   ', id-number-missing"})
    void a_wrong_citizen_id_is_refused_with_its_rule(String number, String rule) {
        assertThat(refusal(CitizenId.parse(number, TODAY))).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99020619880101001x", " 990206 19880101 001X ", "９９０２０６１９８８０１０１００１Ｘ", "'99020619880101001X"})
    void the_ways_in_which_people_type_a_number_are_understood(String typed) {
        assertThat(read(CitizenId.parse(typed, TODAY)).orElseThrow().number()).isEqualTo("99020619880101001X");
    }

    @Test
    void sex_birth_date_and_age_follow_from_the_number() {
        var id = read(CitizenId.parse("990206200002290043", TODAY)).orElseThrow();
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThat(id.ageOn(LocalDate.of(2026, 2, 28))).isEqualTo(25);
        assertThat(id.ageOn(LocalDate.of(2026, 3, 1))).isEqualTo(26);
    }

    @Test
    void a_number_does_not_show_itself() {
        assertThat(read(CitizenId.parse("99020619880101001X", TODAY)).orElseThrow().toString()).doesNotContain("1988");
        assertThat(read(Phone.parse("13800000000")).orElseThrow().toString()).doesNotContain("138000");
        assertThat(read(PersonName.parse("王小明")).orElseThrow().toString()).doesNotContain("小明");
    }

    /** Every other last character is wrong, and so is every pair of neighbours that changed places, as far as they differ. */
    @Test
    void one_wrong_digit_and_two_exchanged_ones_are_found() {
        var right = "990206197804050135";
        for (var at = 0; at < 17; at++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var wrong = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(read(CitizenId.parse(wrong, TODAY)).isPresent()).as(wrong).isEqualTo(wrong.equals(right));
            }
            var exchanged = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
            assertThat(read(CitizenId.parse(exchanged, TODAY)).isPresent()).as(exchanged).isEqualTo(exchanged.equals(right));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"91990206TTTT00014L", "91990206TTTT00022F", "91990206TTTT00030A", "92990206TTTT000494", "93990206TTTT00057U",
        "51990206TTTT000651", "52990206TTTT00073Q", "12990206TTTT00081P", "54990206TTTT0009X5", "55990206TTTT00102T", "91990206TTTT00129T"})
    void a_right_credit_code_is_read(String code) {
        assertThat(read(Uscc.parse(code)).orElseThrow().code()).isEqualTo(code);
        assertThat(read(Uscc.parse(" " + code.toLowerCase(java.util.Locale.ROOT))).orElseThrow().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"91990206TTTT00014M, uscc-check", "91990206TTTT0001SL, uscc-format", "91990206TTTT0001, uscc-format", "'', uscc-format",
        "91990206TTTT0001VL, uscc-format", "91990206TTTT0001ZL, uscc-format", "91990206TTTT0001IL, uscc-format", "91990206TTTT0001OL, uscc-format"})
    void a_wrong_credit_code_is_refused_with_its_rule(String code, String rule) {
        assertThat(refusal(Uscc.parse(code))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"13800000000, 13800000000, MOBILE", "+86 138-0000-0000, 13800000000, MOBILE", "8613800000000, 13800000000, MOBILE",
        "１３８００００００００, 13800000000, MOBILE", "0574-86123456, 057486123456, LANDLINE"})
    void phones_are_understood(String typed, String number, Phone.Kind kind) {
        assertThat(read(Phone.parse(typed))).contains(new Phone(number, kind));
    }

    @ParameterizedTest
    @CsvSource({"1815676582, phone-length", "12800000000, phone-format", "138000000000, phone-length", "电话, phone-format", "'', phone-missing"})
    void what_is_no_phone_is_refused_with_its_rule(String typed, String rule) {
        assertThat(refusal(Phone.parse(typed))).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王伟", " 高  杰云 ", "阿卜杜拉·买买提", "𠮷野家", "Mary-Jane O’Neil", "Nguyễn Văn A"})
    void names_of_all_peoples_are_names(String typed) {
        assertThat(read(PersonName.parse(typed))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'=1+1', name-format", "'', name-missing", "123, name-format", "合计:, name-format", "<b>王</b>, name-format"})
    void what_is_no_name_is_refused_with_its_rule(String typed, String rule) {
        assertThat(refusal(PersonName.parse(typed))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"HMT_RESIDENCE_PERMIT, 99020619880101001X, false", "PASSPORT, E12345678, true", "PASSPORT, e 1234 5678, true", "PASSPORT, E1, false",
        "PASSPORT, E123456789012, false"})
    void other_documents_are_read_by_their_own_rules(DocumentType type, String typed, boolean right) {
        assertThat(read(type.parse(typed, TODAY)).isPresent()).isEqualTo(right);
    }
}
