package org.xinju.events;

import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.store.Store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StoreVersionTest {

    @Test
    void the_stand_in_is_new_enough() {
        try (var store = Store.inMemory(); var client = MongoClients.create(store.uri())) {
            assertThatCode(new StoreVersion(client.getDatabase("test"))::afterPropertiesSet).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0.0", "7.0.14-rc0", "10.1"})
    void what_is_newer_will_do(String version) {
        assertThatCode(() -> StoreVersion.require(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.29", "3.6.0"})
    void an_older_one_is_named_and_ends_the_process_for_good(String version) {
        var refused = catchThrowableOfType(StoreTooOldException.class, () -> StoreVersion.require(version));
        assertThat(refused).hasMessage("The store is MongoDB " + version + "; at least MongoDB 5 is needed");
        assertThat(refused.getExitCode()).isEqualTo(78);
        assertThat(new StoreTooOldFailureAnalyzer().analyze(refused)).isNotNull().satisfies(it -> assertThat(it.getDescription()).contains(version));
    }
}
