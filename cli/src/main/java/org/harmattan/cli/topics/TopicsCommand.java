package org.harmattan.cli.topics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds {@code apply} and {@code plan}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Make the topics and schemas of the platform, or show what is missing.",
        synopsisSubcommandLabel = "COMMAND")
public final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the topics: apply or plan.");
    }
}
