package org.harmattan.cli;

import java.util.concurrent.Callable;
import org.harmattan.cli.session.CommandFailure;
import picocli.CommandLine.Command;

/** Stands in the list of commands for what the launcher starts in a process of its own. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Start everything on this machine: ./harmattan run [--data DIR] [--port-offset N] [--open].")
final class RunCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new CommandFailure("'run' is started by the launcher: ./harmattan run");
    }
}
