package org.xinju.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_file_is_named_with_the_property() {
        assertThatThrownBy(() -> KeyFolder.given(folder).sealing(List.of(FieldClass.ID_NUMBER))).isInstanceOf(KeysetUnusableException.class)
                .hasMessageContaining(folder.resolve("sealing-id-number.json").toString()).hasMessageContaining("xinju.keys.directory");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void without_a_folder_the_property_is_named_and_a_service_that_needs_no_key_starts() {
        assertThatThrownBy(() -> KeyFolder.making(null).auditChain()).isInstanceOf(KeysetUnusableException.class)
                .hasMessageContaining("xinju.keys.directory").hasMessageContaining("audit-chain.json");
        assertThat(KeyFolder.given(null).sealing(List.of()).holds(FieldClass.NAME)).isFalse();
    }

    @Test
    void made_files_can_be_read_by_their_owner_only_and_nothing_else_is_left_behind() throws IOException {
        var keys = folder.resolve("new/keys");
        KeyFolder.making(keys).sealing(List.of(FieldClass.NAME));
        assertThat(keys).isDirectoryContaining("glob:**/sealing-name.json");
        try (var files = Files.list(keys)) {
            assertThat(files).hasSize(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("sealing-name.json")))).isEqualTo("rw-------");
    }

    @Test
    void of_many_that_start_at_once_one_makes_the_key_and_all_use_it() throws InterruptedException, ExecutionException {
        var together = new CountDownLatch(1);
        Callable<String> start = () -> {
            together.await();
            return KeyFolder.making(folder).blindIndex(List.of(IndexPurpose.PHONE)).live(IndexPurpose.PHONE, "13812345678");
        };
        try (var threads = Executors.newFixedThreadPool(16)) {
            var values = IntStream.range(0, 16).mapToObj(_ -> threads.submit(start)).toList();
            together.countDown();
            for (var value : values) {
                assertThat(value.get()).isEqualTo(values.getFirst().get());
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void a_file_that_is_no_keyset_is_named_and_not_quoted_and_not_replaced() throws IOException {
        var file = Files.writeString(folder.resolve("sealing-name.json"), "{\"key\": \"top-secret\"");
        assertThatThrownBy(() -> KeyFolder.making(folder).sealing(List.of(FieldClass.NAME))).isInstanceOf(KeysetUnusableException.class)
                .hasMessageContaining(file.toString()).hasMessageNotContaining("top-secret").hasNoCause();
        assertThat(file).content().contains("top-secret");
    }

    @Test
    void two_files_of_different_kinds_cannot_be_mixed_up() throws IOException {
        KeyFolder.making(folder).auditChain();
        Files.move(folder.resolve("audit-chain.json"), folder.resolve("sealing-name.json"));
        assertThatThrownBy(() -> KeyFolder.given(folder).sealing(List.of(FieldClass.NAME))).isInstanceOf(KeysetUnusableException.class)
                .hasMessageContaining("not a keyset of AES256-GCM keys");
    }

    @Test
    void a_rotation_command_with_wrong_arguments_changes_nothing() throws IOException {
        KeyFolder.making(folder).auditChain();
        var file = folder.resolve("audit-chain.json");
        var before = Files.readString(file);
        assertThatThrownBy(() -> KeyRotation.main(new String[] {"drop", file.toString()})).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add|promote|retire");
        assertThatThrownBy(() -> KeyRotation.main(new String[] {"add", folder.resolve("none.json").toString()}))
                .isInstanceOf(KeysetUnusableException.class);
        assertThat(file).hasContent(before);
        KeyRotation.main(new String[] {"add", file.toString()});
        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void keysets_are_made_by_command_and_one_that_is_there_stays() throws IOException {
        var old = folder.resolve("sealing-name.json");
        KeyRotation.main(new String[] {"make", old.toString()});
        var before = Files.readString(old);

        KeyRotation.main(new String[] {"make", old.toString(), folder.resolve("audit-chain.json").toString()});

        assertThat(old).hasContent(before);
        KeyFolder.given(folder).sealing(List.of(FieldClass.NAME));
        KeyFolder.given(folder).auditChain();
    }
}
