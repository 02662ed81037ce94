package org.harmattan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmattanTest {

    @Test
    void theHelpListsEveryCommandAndEveryExitCode() {
        CommandRun help = CommandRun.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("run", "import", "tail", "topics", "ledger", "Exit codes:");
    }

    @Test
    void anUnknownCommandIsAUsageErrorThatListsWhatThereIs() {
        CommandRun run = CommandRun.of("impotr");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("impotr").contains("import");
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Say what to do: one of run, import");
    }

    @Test
    void nobodyAtTheAddressIsSaidInOneLineAtOnce() {
        CommandRun run = CommandRun.of("tail", "alerts", "--bootstrap", "127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("harmattan: Kafka does not answer at 127.0.0.1:1")
                        .contains("--port-offset"));
    }

    @Test
    void debugAddsTheStackTraceBeforeTheLine() {
        CommandRun run = CommandRun.of("tail", "alerts", "--bootstrap", "127.0.0.1:1", "--debug");

        assertThat(run.err()).contains("\tat org.harmattan.cli").contains("harmattan: Kafka does not answer");
    }

    @Test
    void thePortOffsetMayStandBeforeOrBehindTheCommand() {
        assertThat(CommandRun.of("--port-offset", "7", "tail", "alerts").err()).contains("127.0.0.1:9099");
        assertThat(CommandRun.of("tail", "alerts", "--port-offset", "7").err()).contains("127.0.0.1:9099");
    }

    @Test
    void runIsLeftToTheLauncher() {
        CommandRun run = CommandRun.of("run");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("./harmattan run");
    }
}
