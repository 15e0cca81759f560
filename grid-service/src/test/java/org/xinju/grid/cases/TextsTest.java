package org.xinju.grid.cases;

import java.nio.file.Path;
import java.util.EnumSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.privacy.FieldClass;
import org.xinju.privacy.KeyFolder;
import org.xinju.privacy.SealBrokenException;
import org.xinju.privacy.Sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextsTest {

    @TempDir
    private Path keys;
    private Sealing sealing;
    private Texts texts;

    @BeforeEach
    void makeKeys() {
        sealing = KeyFolder.making(keys).sealing(EnumSet.allOf(FieldClass.class));
        texts = new Texts(sealing);
    }

    @Test
    void a_text_is_sealed_with_the_key_for_texts() {
        var sealed = texts.seal("case-1", "电动车在楼道充电");
        assertThat(sealing.open(FieldClass.TEXT, "case-1", sealed)).isEqualTo("电动车在楼道充电");
        assertThat(texts.open("case-1", sealed)).isEqualTo("电动车在楼道充电");
    }

    @Test
    void a_text_from_before_there_was_such_a_key_is_still_read() {
        assertThat(texts.open("case-1", sealing.seal(FieldClass.FILE, "case-1", "井盖破损"))).isEqualTo("井盖破损");
    }

    @Test
    void a_text_of_another_case_or_field_is_not_read() {
        assertThatThrownBy(() -> texts.open("case-2", texts.seal("case-1", "井盖破损"))).isInstanceOf(SealBrokenException.class);
        var address = sealing.seal(FieldClass.ADDRESS, "case-1", "灵峰社区");
        assertThatThrownBy(() -> texts.open("case-1", address)).isInstanceOf(SealBrokenException.class);
    }
}
