package org.harmattan.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.harmattan.schemas.command.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void withoutAFileNobodyHoldsARole() {
        assertThat(new Keys(Optional.empty()).find(KeyDigest.of(""))).isEmpty();
    }

    @Test
    void aKeyIsFoundByItsDigest() throws Exception {
        assertThat(keys("{\"analyst\":\"0123456789abcdef\"}").find(KeyDigest.of("0123456789abcdef")))
                .map(Principal::role)
                .hasValue(Role.ANALYST);
    }

    @Test
    void aFileThatCannotBeUsedSaysWhyAndQuotesNoKey() {
        assertThatThrownBy(() -> keys("{\"administrator\":\"short-secret\"}"))
                .hasMessageContaining("administrator")
                .hasMessageContaining("16")
                .hasMessageNotContaining("short-secret");
        assertThatThrownBy(() -> keys("{\"emperor\":\"0123456789abcdef\"}"))
                .hasMessageContaining("emperor")
                .hasMessageContaining("watchOfficer");
        assertThatThrownBy(() -> keys("{\"administrator\":0123456789abcdef")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> keys("[]")).hasMessageContaining("object");
        assertThatThrownBy(() -> new Keys(Optional.of(folder.resolve("absent.json"))))
                .hasMessageContaining("harmattan.keys-file");
    }

    private Keys keys(String content) throws Exception {
        return new Keys(Optional.of(Files.writeString(folder.resolve("keys.json"), content)));
    }
}
