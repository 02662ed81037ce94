package org.harmattan.cli.ledger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds {@code verify}. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Look into the one ordered log of a theatre.",
        synopsisSubcommandLabel = "COMMAND")
public final class LedgerCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the ledger: verify.");
    }
}
