package org.harmattan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.harmattan.cli.imports.ImportCommand;
import org.harmattan.cli.ledger.LedgerCommand;
import org.harmattan.cli.ledger.LedgerVerifyCommand;
import org.harmattan.cli.session.Failures;
import org.harmattan.cli.session.Session;
import org.harmattan.cli.tail.TailCommand;
import org.harmattan.cli.topics.TopicsApplyCommand;
import org.harmattan.cli.topics.TopicsCommand;
import org.harmattan.cli.topics.TopicsPlanCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command. It only knows its subcommands. */
@Command(
        name = "harmattan",
        mixinStandardHelpOptions = true,
        versionProvider = Harmattan.Version.class,
        description = "Early warning of armed violence: run it, feed it, look into it.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; one line says why",
            "2:the command line is wrong",
            "3:import: done, but some rows were rejected",
            "4:ledger verify: what was published differs from the ledger"
        })
public final class Harmattan implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Harmattan() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "harmattan-cli-logback.xml");
        // French and other names must come out right whatever the locale says.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(arguments));
    }

    /** The whole command, printing to the given writers. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        Session session = new Session();
        CommandLine root = new CommandLine(new Harmattan());
        root.getCommandSpec().addMixin("session", CommandSpec.forAnnotatedObject(session));
        root.addSubcommand("run", new RunCommand());
        root.addSubcommand("import", new ImportCommand(session));
        root.addSubcommand("tail", new TailCommand(session));
        root.addSubcommand(
                "topics",
                new CommandLine(new TopicsCommand())
                        .addSubcommand("apply", new TopicsApplyCommand(session))
                        .addSubcommand("plan", new TopicsPlanCommand(session)));
        root.addSubcommand(
                "ledger",
                new CommandLine(new LedgerCommand()).addSubcommand("verify", new LedgerVerifyCommand(session)));
        root.setOut(out);
        root.setErr(err);
        root.setUsageHelpAutoWidth(true);
        root.setExecutionExceptionHandler(new Failures(session));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: one of " + String.join(", ", names()) + ".");
    }

    private List<String> names() {
        return List.copyOf(spec.subcommands().keySet());
    }

    /** The version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Harmattan.class.getPackage().getImplementationVersion();
            return new String[] {"harmattan " + (version == null ? "(not packaged)" : version)};
        }
    }
}
