package org.xinju.privacy;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrivacyAutoConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PrivacyAutoConfiguration.class));

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void in_development_the_missing_keys_that_are_asked_for_are_made_with_one_warning(CapturedOutput output) {
        service.withPropertyValues("spring.profiles.active=development", "xinju.keys.directory=" + folder,
                "xinju.keys.sealing=name, id-number", "xinju.keys.index=phone").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Sealing.class).holds(FieldClass.ID_NUMBER)).isTrue();
            assertThat(context.getBean(Sealing.class).holds(FieldClass.PHONE)).isFalse();
            assertThat(context.getBean(BlindIndex.class).live(IndexPurpose.PHONE, "13812345678")).isNotEmpty();
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("sealing-name.json", "sealing-id-number.json", "index-phone.json");
            assertThat(output).containsOnlyOnce("Making missing development keys in " + folder);
        });
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void in_production_a_missing_key_stops_the_start_with_one_sentence(CapturedOutput output) {
        var application = new SpringApplication(PrivacyAutoConfiguration.class);
        assertThatThrownBy(() -> application.run("--xinju.keys.directory=" + folder, "--xinju.keys.sealing=name"))
                .hasRootCauseInstanceOf(KeysetUnusableException.class);
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat ")
                .contains("The keyset file %s is missing; put it there or ".formatted(folder.resolve("sealing-name.json")))
                .contains("let xinju.keys.directory (XINJU_KEYS_DIRECTORY) name the folder that holds it");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_service_that_asks_for_no_key_needs_no_folder() {
        service.run(context -> assertThat(context.getBean(KeysProperties.class)).isEqualTo(new KeysProperties(null, Set.of(), Set.of())));
    }
}
