package org.harmattan.embedded;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The entry of {@code ./harmattan run}. */
public final class EmbeddedRun {

    private static final int USAGE = 2;

    private EmbeddedRun() {}

    /**
     * Starts everything and returns only by ending the process: 0 after Ctrl-C or a termination signal and a clean stop, 1
     * when something failed, 2 when the command line is wrong.
     *
     * @param arguments the command line behind {@code run}
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        RunOptions options = new RunOptions();
        CommandLine command = new CommandLine(options).setOut(out).setErr(err);
        try {
            command.parseArgs(arguments);
        } catch (ParameterException e) {
            err.println("harmattan: " + e.getMessage());
            command.usage(err);
            System.exit(USAGE);
        }
        if (command.isUsageHelpRequested()) {
            command.usage(out);
            return;
        }
        Path data = options.data();
        // before anything makes a logger
        LogFiles.into(data);
        System.exit(new WholeRun(options, data, new Screen(out, err)).untilItEnds());
    }
}
