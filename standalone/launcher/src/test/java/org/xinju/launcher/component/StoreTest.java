package org.xinju.launcher.component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "mongodb://db:27017, mongodb://db:27017/registry, mongodb://db:27017",
        "mongodb://db:27017/, mongodb://db:27017/registry, mongodb://db:27017",
        "'mongodb://me:pw@a:1,b:2/?replicaSet=rs0', 'mongodb://me:pw@a:1,b:2/registry?replicaSet=rs0', 'mongodb://a:1,b:2'",
        "mongodb+srv://db.example?ssl=true, mongodb+srv://db.example/registry?ssl=true, mongodb+srv://db.example"})
    void a_given_address_gets_the_database_of_each_service_and_is_remembered_without_its_password(String given, String full, String name) {
        var store = Store.choose(settings(Map.of("XINJU_MONGODB_URI", given)), null);

        assertThat(store.database("registry")).isEqualTo(full);
        assertThat(store.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://db/registry", "db:27017", "http://db"})
    void what_is_no_base_address_is_refused(String given) {
        assertThatThrownBy(() -> Store.choose(settings(Map.of("XINJU_MONGODB_URI", given)), null))
                .hasMessageContaining("XINJU_MONGODB_URI must be an address without a database");
    }

    @Test
    void a_mongod_on_the_path_is_taken_for_a_new_folder_but_not_for_one_made_with_the_stand_in() throws Exception {
        var mongod = Files.createFile(root.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();
        var settings = settings(Map.of("PATH", "/nowhere:" + root));

        assertThat(Store.choose(settings, null)).isEqualTo(new Store.Mongod(mongod, 27117));
        assertThat(Store.choose(settings, "stand-in")).isEqualTo(new Store.StandIn(27117));
    }

    @Test
    void without_any_the_stand_in_is_taken() {
        assertThat(Store.choose(settings(Map.of("XINJU_STORE_PORT", "1234")), null)).isEqualTo(new Store.StandIn(1234));
    }

    @Test
    void a_folder_made_with_another_store_is_refused() {
        assertThatThrownBy(() -> Store.choose(settings(Map.of()), "mongod")).hasMessageContaining("was made with mongod, now it would be");
    }

    private Settings settings(Map<String, String> environment) {
        return Settings.of(root, environment, Duration.ZERO);
    }
}
