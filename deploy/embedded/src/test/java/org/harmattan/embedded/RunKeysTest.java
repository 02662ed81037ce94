package org.harmattan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.harmattan.parts.PartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunKeysTest {

    @TempDir
    Path data;

    private JsonNode file() throws IOException {
        return new ObjectMapper().readTree(data.resolve("keys.json").toFile());
    }

    @Test
    void fourDifferentKeysAreMadeThatOnlyTheOwnerCanRead() throws IOException {
        RunKeys.in(data);

        Set<String> keys = new HashSet<>();
        for (String name : new String[] {"administrator", "watchOfficer", "analyst", "source.local"}) {
            String key = file().path(name).asText();
            assertThat(key).as(name).hasSize(43).matches("[A-Za-z0-9_-]+");
            keys.add(key);
        }
        assertThat(keys).hasSize(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theyStayTheSameAtTheNextStart() throws IOException {
        RunKeys first = RunKeys.in(data);
        JsonNode before = file();

        RunKeys second = RunKeys.in(data);

        assertThat(file()).isEqualTo(before);
        assertThat(second.localSourceDigest())
                .isEqualTo(first.localSourceDigest())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aMissingNameIsAddedAndTheOthersAreKept() throws IOException {
        Files.writeString(
                data.resolve("keys.json"),
                "{\"administrator\":\"kept-kept-kept-kept\",\"source.desk\":\"also-kept-also-kept\"}");

        RunKeys.in(data);

        assertThat(file().path("administrator").asText()).isEqualTo("kept-kept-kept-kept");
        assertThat(file().path("source.desk").asText()).isEqualTo("also-kept-also-kept");
        assertThat(file().path("analyst").asText()).hasSize(43);
    }

    @Test
    void aBrokenFileIsNamedAndNotQuoted() throws IOException {
        Files.writeString(data.resolve("keys.json"), "{\"administrator\": a-secret");

        assertThatThrownBy(() -> RunKeys.in(data))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("keys.json")
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("secret");
    }

    @Test
    void printedItShowsNoKey() {
        RunKeys keys = RunKeys.in(data);

        assertThat(keys.toString()).doesNotContain(keys.byName().values());
    }
}
