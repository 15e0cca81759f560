package org.xinju.issuer;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IssuerStartTest {

    @TempDir
    private Path data;

    @Test
    void a_token_and_the_secret_outlive_a_restart() throws Exception {
        String token;
        String secret;
        try (var before = RunningIssuer.start(data, "development")) {
            token = before.token("resident");
            secret = before.secret();
        }

        try (var after = RunningIssuer.start(data, "development")) {
            assertThat(after.decoded(token).getSubject()).isEqualTo("persona-resident");
            assertThat(after.secret()).isEqualTo(secret);
        }
    }

    @ParameterizedTest
    @CsvSource({"production", "''"})
    void it_does_not_start_outside_development(String profile) {
        assertThatThrownBy(() -> RunningIssuer.start(data, profile)).isInstanceOf(UnfitException.class).hasMessageContaining("any persona");
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"{\"kty\":\"RS", "''", "{}"})
    void a_damaged_signing_key_is_named_and_not_replaced_in_silence(String content) throws Exception {
        Files.writeString(data.resolve(SigningKey.FILE), content);

        assertThatThrownBy(() -> RunningIssuer.start(data, "development")).hasStackTraceContaining("signing-key.json is damaged");
        assertThat(data.resolve(SigningKey.FILE)).hasContent(content);
    }
}
