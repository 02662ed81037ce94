package org.harmattan.cli.imports;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.harmattan.cli.session.CommandFailure;
import org.harmattan.cli.session.ExitCode;
import org.harmattan.cli.session.Keys;
import org.harmattan.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files one after the other. It can be interrupted and run again: what is there already counts as duplicate. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Import files of events.",
            "Rows that cannot be used go to FILE.rejected.csv with the reason; the others are taken. It can be interrupted and run again: rows that are there already count as duplicates."
        })
public final class ImportCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import, plain or gzip.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "",
            description = "Layout of the files; default: told from the header. ucdp: UCDP GED's own columns.")
    private String format = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "",
            description = "Key to show (HARMATTAN_KEY); default: the administrator's in the data folder.")
    private String key = "";

    @Option(
            names = "--ingest",
            paramLabel = "URL",
            defaultValue = "${env:HARMATTAN_INGEST:-}",
            description = "Address of ingest-service (HARMATTAN_INGEST); default: the run on this machine.")
    private String ingest = "";

    @Option(names = "--json", description = "End with one line of JSON with all counts.")
    private boolean json;

    public ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Path> readable = files.stream().map(ImportCommand::readable).toList();
        URI service = service(ingest.isBlank() ? session.localRun().ingestUrl() : ingest);
        String bearer = Keys.find(key, session.data(), "administrator");
        PrintWriter out = spec.commandLine().getOut();
        Tally total = Tally.none();
        for (Path file : readable) {
            Tally tally;
            try {
                tally = importOne(service, bearer, file);
            } catch (ImportRun.Cut interrupted) {
                // all has been said; the process is going down
                return ExitCode.FAILED;
            }
            if (!json) {
                out.println(Summary.of(file, tally));
            }
            total = total.plus(tally);
        }
        if (json) {
            out.println(total.toJson());
        }
        return total.rejected() == 0 ? ExitCode.DONE : ExitCode.SOME_REJECTED;
    }

    private Tally importOne(URI service, String bearer, Path file) {
        String layout = format.isBlank() ? Layout.of(file) : format;
        PrintWriter err = spec.commandLine().getErr();
        try (RejectFile rejects = RejectFile.beside(file);
                ProgressLine progress = ProgressLine.forFile(file, err)) {
            ImportRun run = new ImportRun(service, bearer, layout, file);
            Interruption interruption = Interruption.guard(run, progress, err);
            try {
                return run.send(progress, rejects);
            } finally {
                // a refusal has been said by itself: only Ctrl-C is an interruption
                interruption.lift();
            }
        }
    }

    private static URI service(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && uri.getScheme() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("'" + address + "' is no address of ingest-service: write http://host:port", e);
        }
        throw new CommandFailure("'" + address + "' is no address of ingest-service: write http://host:port");
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailure("there is no file to read at " + file);
        }
        return file;
    }
}
