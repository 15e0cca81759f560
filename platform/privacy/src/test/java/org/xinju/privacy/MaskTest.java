package org.xinju.privacy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "张三丰, 张**",
        "陈李明华, 陈***",
        "欧阳锋, 欧阳*",
        "欧阳娜娜, 欧阳**",
        "司马, 司*",
        "张, *",
        "张　三, 张*",
        "𠮷田一, 𠮷**",
        "𠮷, *",
        "葛󠄀明, 葛*",
        "阿卜杜拉·买买提, 阿***·***",
        "阿卜杜拉•买买提, 阿***·***",
        "阿卜杜拉・买买提・艾力, 阿***·***·***",
        "John Smith, J*** ***",
        "Li, L***",
        "X, ***",
        "X., ***",
        "A B C D, A*** *** *** ***",
        "Łukasz, Ł***",
        "محمد علي, م*** ***",
        "12 34, *** ***",
    })
    void a_name_shows_the_family_name_or_one_letter(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @Test
    void a_name_of_blanks_shows_nothing_and_a_hidden_control_character_is_no_letter() {
        assertThat(Mask.name(" \t　")).isEmpty();
        assertThat(Mask.name("\u202eevil")).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({
        "99020619880101001X, 990**************X",
        "990206880101001, 9*************1",
        "E12345678, E*******8",
        "H1234567, H******7",
        "1234567, *******",
    })
    void an_id_number_shows_neither_the_day_of_birth_nor_the_last_four(String number, String masked) {
        assertThat(Mask.idNumber(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "13812341234, 138****1234",
        "057486123456, 057*****3456",
        "86123456, ******56",
        "110, ***",
    })
    void a_phone_shows_its_beginning_and_its_end(String phone, String masked) {
        assertThat(Mask.phone(phone)).isEqualTo(masked);
    }

    @Test
    void a_birth_date_shows_the_year() {
        assertThat(Mask.birthDate(LocalDate.of(1988, 1, 31))).isEqualTo("1988");
    }

    @ParameterizedTest
    @CsvSource({
        "宁波市北仑区大碶街道高田王社区学府路12号3幢402室, 宁波市北仑区大碶街道高田王社区***",
        "大碶街道横杨村5组20号, 大碶街道横杨村***",
        "大碶街道新村路12号, 大碶街道***",
        "大碶街道高田王新村东路12号, 大碶街道***",
        "新村路12号, ***",
        "大碶街道学府路12号高田王社区, 大碶街道***",
        "镇安路3号, ***",
        "12号, ***",
        "Room 402, ***",
    })
    void an_address_shows_the_community_at_most(String address, String masked) {
        assertThat(Mask.address(address)).isEqualTo(masked);
    }
}
