package org.harmattan.cli.ledger;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.harmattan.cli.session.Cluster;
import org.harmattan.cli.session.CommandFailure;
import org.harmattan.cli.session.ExitCode;
import org.harmattan.cli.session.Session;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.InvalidCatalogueException;
import org.harmattan.geography.Theatre;
import org.harmattan.replay.LedgerVerify;
import org.harmattan.replay.Verification;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Folds the ledger again and compares with what was published. It only reads, so it can be interrupted at any time. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Fold the ledger once more and compare with all that was published.",
            "Ends with 0 only when everything is equal, else with 4 and the first difference."
        })
public final class LedgerVerifyCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--theatre", paramLabel = "NAME", description = "One theatre; default: all of the catalogue.")
    private @Nullable String theatre;

    @Option(names = "--catalogue", paramLabel = "FILE", description = "The region catalogue; default: the shipped one.")
    private @Nullable Path catalogueFile;

    @Option(names = "--json", description = "One line of JSON for each theatre.")
    private boolean json;

    public LedgerVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = catalogue();
        List<Theatre> theatres = theatres(catalogue);
        PrintWriter out = spec.commandLine().getOut();
        boolean equal = true;
        try (Cluster cluster = session.cluster()) {
            LedgerVerify verify = new LedgerVerify(cluster.kafka(), TopicCatalogue.live(), catalogue);
            for (Theatre one : theatres) {
                Verification verification;
                try (FoldProgress progress = new FoldProgress(one.name())) {
                    verification = verify.verify(one, progress);
                }
                out.println(
                        json
                                ? VerificationText.json(one.name(), verification)
                                : VerificationText.plain(one.name(), verification));
                equal &= verification instanceof Verification.Same;
            }
        }
        return equal ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private Catalogue catalogue() {
        try {
            return catalogueFile == null ? Catalogue.shipped() : Catalogue.load(catalogueFile);
        } catch (InvalidCatalogueException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Theatre> theatres(Catalogue catalogue) {
        if (theatre == null) {
            return catalogue.theatres();
        }
        List<Theatre> named = catalogue.theatres().stream()
                .filter(one -> one.name().equals(theatre))
                .toList();
        if (named.isEmpty()) {
            throw new CommandFailure("there is no theatre '" + theatre + "' in the catalogue: choose one of "
                    + catalogue.theatres().stream().map(Theatre::name).collect(Collectors.joining(", ")));
        }
        return named;
    }
}
