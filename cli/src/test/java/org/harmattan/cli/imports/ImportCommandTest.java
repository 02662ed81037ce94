package org.harmattan.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.harmattan.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String HEADER = "id,type_of_violence,date_prec,side_a";
    private static final String NOTHING_WRONG =
            "{\"accepted\":%d,\"duplicate\":0,\"rejected\":0,\"rejectedBy\":{},\"widened\":0,\"importId\":\"i-1\"}";

    @TempDir
    Path folder;

    private Path file(String name, int rows) throws IOException {
        Path file = folder.resolve(name);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(HEADER + "\n");
            for (int row = 1; row <= rows; row++) {
                writer.write(row + ",1,1,\"Somebody, somewhere\"\n");
            }
        }
        return file;
    }

    private static CommandRun imported(FakeIngest ingest, Path file, String... more) {
        String[] fixed = {"import", file.toString(), "--ingest", ingest.url(), "--key", "a-key-for-the-test"};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return CommandRun.of(all);
    }

    private static String last(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Test
    void allRowsTakenIsExitCodeZeroAndOneLine() throws IOException {
        try (FakeIngest ingest = FakeIngest.answering(row -> "", rows -> last(NOTHING_WRONG, rows))) {
            CommandRun run = imported(ingest, file("events.csv", 1_234));

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out().trim()).isEqualTo("events.csv: 1,234 accepted, 0 duplicate, 0 rejected");
        }
    }

    @Test
    void jsonEndsWithOneLineOfAllCountsOverAllFiles() throws IOException {
        try (FakeIngest ingest = FakeIngest.answering(row -> "", rows -> last(NOTHING_WRONG, rows))) {
            Path second = file("more.csv", 5);

            CommandRun run = imported(ingest, file("events.csv", 3), second.toString(), "--json");

            JsonNode line = new ObjectMapper().readTree(run.out());
            assertThat(line.path("accepted").asLong()).isEqualTo(8);
            assertThat(line.path("rejectedBy").isObject()).isTrue();
        }
    }

    @Test
    void rejectedRowsStandInAFileBesideTheInputWithNumberAndReason() throws IOException {
        try (FakeIngest ingest = FakeIngest.answering(
                row -> row == 2
                        ? "{\"rejected\":{\"row\":2,\"reason\":\"is \\\"far\\\" out\",\"field\":\"latitude\","
                                + "\"line\":\"2,1,1,\\\"Somebody, somewhere\\\"\"}}"
                        : "",
                rows -> "{\"accepted\":2,\"duplicate\":0,\"rejected\":1,\"rejectedBy\":{\"OUTSIDE\":1}}")) {
            Path input = file("events.csv", 3);

            CommandRun run = imported(ingest, input);

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).contains("1 rejected (OUTSIDE 1)").contains("events.csv.rejected.csv");
            assertThat(folder.resolve("events.csv.rejected.csv"))
                    .hasContent("row,reason,field," + HEADER + "\n"
                            + "2,\"is \"\"far\"\" out\",\"latitude\",2,1,1,\"Somebody, somewhere\"\n");
        }
    }

    @Test
    void aRejectFileOfAnEarlierImportIsGoneAfterACleanOne() throws IOException {
        Path input = file("events.csv", 1);
        Path old = Files.writeString(folder.resolve("events.csv.rejected.csv"), "old");
        try (FakeIngest ingest = FakeIngest.answering(row -> "", rows -> last(NOTHING_WRONG, rows))) {
            imported(ingest, input);

            assertThat(old).doesNotExist();
        }
    }

    @Test
    @Timeout(60)
    void aServiceThatTellsOfEveryRowWhileReadingDoesNotBlockTheTwo() throws IOException {
        String pad = "x".repeat(300);
        try (FakeIngest ingest = FakeIngest.answering(
                row -> "{\"rejected\":{\"row\":" + row + ",\"reason\":\"" + pad + "\",\"field\":\"\",\"line\":\"\"}}",
                rows -> last(
                        "{\"accepted\":0,\"duplicate\":0,\"rejected\":%d,\"rejectedBy\":{\"BAD\":%d}}", rows, rows))) {
            CommandRun run = imported(ingest, file("bad.csv", 100_000));

            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            try (var lines = Files.lines(folder.resolve("bad.csv.rejected.csv"))) {
                assertThat(lines.count()).isEqualTo(100_001);
            }
        }
    }

    @Test
    void aRefusalIsToldWithItsFieldsEvenIfTheFileWasNotRead() throws IOException {
        String problem = "{\"title\":\"No key\",\"status\":401,\"detail\":\"Send a key.\",\"errors\":"
                + "[{\"field\":\"format\",\"problem\":\"is unknown\",\"fix\":\"use ucdp\"}]}";
        try (FakeIngest ingest = FakeIngest.refusing(401, problem)) {
            CommandRun run = imported(ingest, file("events.csv", 10));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("ingest-service refused (401): No key. Send a key. [format] is unknown use ucdp");
        }
    }

    @Test
    void anAnswerWithoutALastLineIsAFailureThatSaysToRunItAgain() throws IOException {
        try (FakeIngest ingest = FakeIngest.answering(
                row -> "{\"progress\":{\"rows\":1,\"accepted\":1,\"duplicate\":0,\"rejected\":0,\"bytes\":9}}",
                rows -> "")) {
            CommandRun run = imported(ingest, file("events.csv", 1));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("broke off after 1 rows").contains("Run the same command again");
        }
    }

    @Test
    void theLayoutIsToldFromTheHeaderAlsoOfACompressedFile() throws IOException {
        Path packed = folder.resolve("events.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((HEADER + "\n1,1,1,x\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Layout.of(packed)).isEqualTo("ucdp");
        assertThat(Layout.of(file("plain.csv", 1))).isEqualTo("ucdp");
    }

    @Test
    void anUnknownHeaderAsksForTheFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        CommandRun run = CommandRun.of("import", file.toString(), "--key", "a-key-for-the-test");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--format");
    }

    @Test
    void withoutAKeyItSaysWhereOneMayBe() throws IOException {
        CommandRun run = CommandRun.of("import", file("events.csv", 1).toString(), "--data", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("keys.json").contains("--key");
    }
}
