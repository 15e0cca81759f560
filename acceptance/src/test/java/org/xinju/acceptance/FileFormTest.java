package org.xinju.acceptance;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileFormTest {

    private static String sent(String fileName) {
        return new String(FileForm.of(fileName, new byte[] {1, 2}).body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_chinese_file_name_is_sent_as_it_is() {
        assertThat(sent("夔犇麟 花名册.csv")).contains("filename=\"夔犇麟 花名册.csv\"\r\n").endsWith("--\r\n");
    }

    @Test
    void what_would_end_the_name_is_escaped() {
        assertThat(sent("a\"; name=\"b\r\nX: y")).contains("filename=\"a%22; name=%22b%0D%0AX: y\"\r\n");
    }
}
