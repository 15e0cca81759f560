package org.xinju.broker;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrokerSettingsTest {

    @Test
    void ports_and_folder_go_into_the_node_s_configuration() {
        var properties = BrokerSettings.of("--port", "5000", "--data", "/data/kafka", "--controller-port", "5001").properties();

        assertThat(properties).containsEntry("listeners", "PLAINTEXT://127.0.0.1:5000,CONTROLLER://127.0.0.1:5001")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:5001").containsEntry("log.dirs", "/data/kafka");
        assertThat(properties.values()).noneMatch(value -> value.toString().contains("{"));
    }

    @Test
    void a_relative_folder_is_made_absolute() {
        assertThat(BrokerSettings.of("--port", "1", "--controller-port", "2", "--data", "x/../y").data())
                .isEqualTo(Path.of("y").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"--port 1 --data x, --controller-port is missing", "--port many --data x --controller-port 1, --port must be a port number",
        "--port 65536 --data x --controller-port 1, --port must be a port number", "--speed 1, Usage", "--port, Usage"})
    void options_that_make_no_sense_are_named(String line, String sentence) {
        assertThatThrownBy(() -> BrokerSettings.of(line.split(" ")).port()).hasMessageContaining(sentence);
    }
}
