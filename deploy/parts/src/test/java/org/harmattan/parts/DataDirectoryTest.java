package org.harmattan.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataDirectoryTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path data;

    @Test
    void openingEndsEveryChildThatAKilledRunLeftBehindAndItsDataAreTakenUpAgain() throws Exception {
        ProcessHandle registry;
        ProcessHandle database;
        try (ChildRun run = ChildRun.start(data, "registry", "database")) {
            registry = ProcessHandle.of(Long.parseLong(run.address(0))).orElseThrow();
            database = ProcessHandle.of(Long.parseLong(run.address(1))).orElseThrow();
            run.kill();
        }
        assertThat(registry.isAlive()).as("a kill leaves the children").isTrue();
        assertThat(database.isAlive()).as("a kill leaves the children").isTrue();

        try (DataDirectory directory = DataDirectory.open(data)) {
            assertThat(registry.isAlive()).isFalse();
            assertThat(database.isAlive()).isFalse();
            assertThat(directory.endedOrphans())
                    .containsExactly(
                            "postgres (process " + database.pid() + ")", "registry (process " + registry.pid() + ")");
            try (Database again = Database.start(directory, 0)) {
                assertThat(again.create("kept")).endsWith("/kept");
            }
        }
    }

    @Test
    void aProcessThatHasTheNumberOfAnOrphanButIsNotItIsLeftAlone() throws Exception {
        Process innocent = sleeper();
        try {
            Files.createDirectories(data.resolve("children"));
            Properties record = new Properties();
            record.setProperty("pid", Long.toString(innocent.pid()));
            record.setProperty(
                    "started", Instant.now().minus(Duration.ofHours(1)).toString());
            record.setProperty("executable", JAVA.toRealPath().toString());
            try (var writer = Files.newBufferedWriter(data.resolve("children").resolve("registry"))) {
                record.store(writer, null);
            }
            try (DataDirectory directory = DataDirectory.open(data)) {
                assertThat(directory.endedOrphans()).isEmpty();
                assertThat(innocent.isAlive()).isTrue();
            }
        } finally {
            innocent.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aRecordedChildIsEndedAtTheNextOpeningOnly() throws Exception {
        Process child = sleeper();
        try {
            try (DataDirectory directory = DataDirectory.open(data)) {
                directory.orphans().record("sleeper", child.toHandle(), JAVA);
                assertThat(child.isAlive()).isTrue();
            }
            try (DataDirectory directory = DataDirectory.open(data)) {
                assertThat(directory.endedOrphans()).containsExactly("sleeper (process " + child.pid() + ")");
                assertThat(child.isAlive()).isFalse();
            }
            try (DataDirectory directory = DataDirectory.open(data)) {
                assertThat(directory.endedOrphans()).isEmpty();
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aSecondRunOnTheSameDataIsRefusedByTheNumberOfTheFirst() throws Exception {
        try (DataDirectory held = DataDirectory.open(data)) {
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("in use by another run (process "
                            + ProcessHandle.current().pid());
            assertThat(held.root()).isEqualTo(data.toRealPath());
        }
        try (ChildRun other = ChildRun.start(data)) {
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("in use by another run (process ")
                    .hasMessageNotContaining("unknown");
            other.kill();
        }
        DataDirectory.open(data).close();
    }

    /** A Java process that does nothing until it is ended. */
    private static Process sleeper() throws IOException {
        Process process = new ProcessBuilder(
                        JAVA.toString(), "-cp", System.getProperty("java.class.path"), Sleeper.class.getName())
                .start();
        Awaitility.await()
                .until(() -> process.info()
                        .command()
                        .map(JAVA.toRealPath().toString()::equals)
                        .orElse(false));
        return process;
    }

    /** The program of {@link #sleeper()}. */
    static final class Sleeper {
        private Sleeper() {}

        /** Waits for ever. */
        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
