package org.harmattan.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.harmattan.cli.CommandRun;
import org.harmattan.platform.Platform;
import org.junit.jupiter.api.Test;

class TopicsCommandsTest {

    private static CommandRun topics(String what, String... more) {
        Platform platform = Platform.shared();
        String[] arguments = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "topics", what, "--bootstrap", platform.bootstrapServers(), "--registry", platform.registryUrl()
                },
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandRun.of(arguments);
    }

    @Test
    void applyTellsEachStepAndTheSecondTimeThereIsNoneLeft() {
        CommandRun first = topics("apply");
        CommandRun second = topics("apply");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).isZero();
        assertThat(second.out().trim()).isEqualTo("All topics and schemas are as they should be.");
        assertThat(topics("plan").out()).startsWith("Nothing to do");
        assertThat(topics("plan", "--json").out().trim()).isEqualTo("{\"steps\":0}");
    }
}
