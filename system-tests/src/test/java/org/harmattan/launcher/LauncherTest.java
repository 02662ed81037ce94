package org.harmattan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    static Path folder;

    private static int offset;

    /** With a space, as in many a home folder. */
    private static Path data() {
        return folder.resolve("early warning");
    }

    @BeforeAll
    static void built() {
        assumeTrue(LauncherRun.isBuilt(), "skipped: nothing is packaged yet; run 'mvn verify'");
        offset = LauncherRun.freeOffset();
    }

    @Test
    void anEmptyFolderBecomesAHealthyRunThatSurvivesAKillAndStopsCleanly() throws Exception {
        try (LauncherRun run = LauncherRun.start(data(), offset)) {
            run.awaitReady();

            for (int port : LauncherRun.SERVICES) {
                assertThat(run.health(port)).as("health on %d", port).contains("\"status\":\"UP\"");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("keys.json"))))
                    .isEqualTo("rw-------");
            assertThat(run.said()).contains("./harmattan import --port-offset " + offset);

            List<ProcessHandle> children = run.children();
            run.kill();
            assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);
            startsAgainOnItsData(children);
        }
    }

    private static void startsAgainOnItsData(List<ProcessHandle> leftBehind) throws Exception {
        String keys = Files.readString(data().resolve("keys.json"));
        try (LauncherRun run = LauncherRun.start(data(), offset)) {
            run.awaitReady();

            assertThat(run.said()).contains("Ended what a killed run had left behind");
            assertThat(leftBehind).noneMatch(ProcessHandle::isAlive);
            assertThat(data().resolve("keys.json")).hasContent(keys);

            List<ProcessHandle> children = run.children();
            assertThat(run.terminate()).as(run.said()).isZero();
            assertThat(run.said()).endsWith("Stopped.\n");
            Awaitility.await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aTakenPortIsNamedWithWhoWantsItAndTheWayOut() throws IOException, InterruptedException {
        int free = LauncherRun.freeOffset();
        try (ServerSocket taken = new ServerSocket(8082 + free, 1, InetAddress.getLoopbackAddress());
                LauncherRun run = LauncherRun.start(folder.resolve("other"), free)) {
            assertThat(run.awaitEnd()).isEqualTo(1);
            assertThat(run.said())
                    .contains("Port " + taken.getLocalPort())
                    .contains("notifier-service")
                    .contains("--port-offset");
        }
    }

    @Test
    void aWrongOptionIsAUsageError() throws IOException, InterruptedException {
        try (LauncherRun run = LauncherRun.start(folder.resolve("other"), -1)) {
            assertThat(run.awaitEnd()).isEqualTo(1);
            assertThat(run.said()).contains("--port-offset -1 is out of range");
        }
    }
}
