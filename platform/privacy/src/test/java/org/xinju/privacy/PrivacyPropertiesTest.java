package org.xinju.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every input, not only for the examples of the other tests. */
class PrivacyPropertiesTest {

    @SuppressWarnings("NullAway.Init")
    private static Sealing sealing;
    @SuppressWarnings("NullAway.Init")
    private static BlindIndex index;

    @BeforeContainer
    static void with_keys() throws IOException {
        var folder = Files.createTempDirectory("keys");
        sealing = KeyFolder.making(folder).sealing(EnumSet.allOf(FieldClass.class));
        index = KeyFolder.making(folder).blindIndex(EnumSet.allOf(IndexPurpose.class));
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property
    void what_was_sealed_is_what_opens(@ForAll FieldClass field, @ForAll("unicode") String subject, @ForAll("unicode") String plain) {
        assertThat(sealing.open(field, subject, sealing.seal(field, subject, plain))).isEqualTo(plain);
    }

    @Property
    void a_sealed_value_never_holds_the_plain_one(@ForAll FieldClass field, @ForAll("telling") String plain) {
        var sealed = sealing.seal(field, "r-1", plain);
        var bytes = new String(Base64.getUrlDecoder().decode(sealed.text()), StandardCharsets.ISO_8859_1);
        var plainBytes = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(plainBytes);
        assertThat(sealed.text()).doesNotContain(plain);
        assertThat(sealed.toString()).doesNotContain(plain);
    }

    @Property
    void index_values_are_equal_exactly_when_the_values_are(
            @ForAll IndexPurpose purpose, @ForAll("short") String one, @ForAll("short") String other) {
        assertThat(index.live(purpose, one).equals(index.live(purpose, other))).isEqualTo(one.equals(other));
    }

    @Property
    void a_masked_name_shows_two_letters_at_most_and_never_all(@ForAll("name") String name) {
        assertThat(letters(Mask.name(name))).isLessThanOrEqualTo(2).isLessThan(Math.max(1, letters(name)));
    }

    /** Radicals are Han and no letters: a name may be made of them. */
    private static long letters(String text) {
        return text.codePoints().filter(one -> Character.isLetter(one) || Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN).count();
    }

    @Property
    void a_masked_id_number_shows_four_characters_at_most(@ForAll("starless") String number) {
        assertThat(shown(Mask.idNumber(number))).isLessThanOrEqualTo(4).isLessThanOrEqualTo(length(number) / 4);
    }

    @Property
    void a_masked_phone_shows_seven_characters_at_most(@ForAll("starless") String phone) {
        assertThat(shown(Mask.phone(phone))).isLessThanOrEqualTo(7).isLessThanOrEqualTo(length(phone) * 7L / 11);
    }

    @Property
    void a_masked_text_is_as_long_as_the_plain_one_and_well_formed(@ForAll("starless") String text) {
        assertThat(length(Mask.idNumber(text))).isEqualTo(length(text));
        var masked = Mask.idNumber(text) + Mask.phone(text) + Mask.name(text) + Mask.address(text);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(masked)).isTrue();
    }

    @Property
    void a_masked_address_shows_a_beginning_without_digits(@ForAll("address") String address) {
        var masked = Mask.address(address);
        assertThat(masked).endsWith("***");
        assertThat(address).startsWith(masked.substring(0, masked.length() - 3));
        assertThat(masked.codePoints().noneMatch(Character::isDigit)).isTrue();
    }

    private static long shown(String masked) {
        return masked.codePoints().filter(c -> c != '*').count();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Provide
    Arbitrary<String> unicode() {
        return codePoints().list().ofMaxSize(60).map(PrivacyPropertiesTest::text);
    }

    @Provide
    Arbitrary<String> starless() {
        return codePoints().filter(c -> c != '*').list().ofMaxSize(24).map(PrivacyPropertiesTest::text);
    }

    /** Long enough that it does not turn up by chance. */
    @Provide
    Arbitrary<String> telling() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(20),
                Arbitraries.strings().withCharRange('一', '龥').ofMinLength(2).ofMaxLength(20));
    }

    /** From few letters, so that equal ones come up. */
    @Provide("short")
    Arbitrary<String> shortTexts() {
        return Arbitraries.strings().withChars("1张X").ofMaxLength(2);
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, unicode()),
                Tuple.of(2, Arbitraries.strings().withChars("张三欧阳司马诸葛·. AbÉ").ofMaxLength(12)));
    }

    @Provide
    Arbitrary<String> address() {
        var words = Arbitraries.of("宁波市", "大碶街道", "高田王", "社区", "新村", "村", "路", "12", "３", "号", "镇", "乡", "A", "室", "𠮷");
        return words.list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("", parts));
    }

    private static Arbitrary<Integer> codePoints() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT),
                Arbitraries.integers().between(0x20, 0x7e),
                Arbitraries.integers().between(0x4e00, 0x9fff),
                Arbitraries.integers().between(0x20000, 0x2a6df)).filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    private static String text(List<Integer> codePoints) {
        var text = new StringBuilder();
        codePoints.forEach(c -> text.appendCodePoint(requireNonNull(c)));
        return text.toString();
    }
}
