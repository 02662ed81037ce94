package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.harmattan.geography.Catalogue;
import org.harmattan.incident.Seen;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.serde.CanonicalBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the open audience may not see does not reach it: with every report above GREEN replaced by a retraction of the same
 * id and revision, all open outputs are the same, byte for byte. Another seed: {@code -Dfold.seed=N}.
 */
class NonInterferenceTest {

    private static final int ENTRIES = Integer.getInteger("fold.entries", 1_500);

    static List<Long> seeds() {
        return TwinTest.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void openOutputsAreTheSameWithoutWhatTheyMayNotSee(long seed) {
        RandomLedger ledger = new RandomLedger(seed);
        Assessment full = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        List<String> open = new ArrayList<>();
        List<String> restricted = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            LedgerEntry entry = i < ledger.entries().size() ? ledger.entries().get(i) : ledger.next();
            List<Output> said = full.apply(entry);
            ledger.heard(said);
            keep(said, open, restricted);
        }

        Assessment censored = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        List<String> openOfCensored = new ArrayList<>();
        List<String> restrictedOfCensored = new ArrayList<>();
        LedgerWriter rewritten = new LedgerWriter(ledger.entries().get(0).getAt());
        for (LedgerEntry entry : ledger.entries()) {
            rewritten.after(Duration.between(rewritten.at(), entry.getAt()));
            rewrite(rewritten, entry);
            keep(censored.apply(rewritten.last()), openOfCensored, restrictedOfCensored);
        }

        assertThat(openOfCensored).as("seed %d", seed).isEqualTo(open);
        assertThat(open).hasSizeGreaterThan(1_000);
        assertThat(restrictedOfCensored).isNotEqualTo(restricted);
        assertThat(censored.stateDigest(Audience.OPEN)).isEqualTo(full.stateDigest(Audience.OPEN));
    }

    private static void rewrite(LedgerWriter rewritten, LedgerEntry entry) {
        if (entry.getBody() instanceof LedgerReport report) {
            boolean isHidden = !Seen.reaches(report.getTlp(), Audience.OPEN);
            rewritten.report(isHidden ? LedgerWriter.retraction(report, report.getRevision()) : report);
        } else if (entry.getBody() instanceof Command && entry.getOpenSeq() == null) {
            rewritten.add(false, entry.getBody());
        } else {
            rewritten.add(true, entry.getBody());
        }
    }

    private static void keep(List<Output> said, List<String> open, List<String> restricted) {
        for (Output output : said) {
            String bytes = output.kind() + " " + output.key() + " " + output.at() + " "
                    + HexFormat.of().formatHex(CanonicalBody.of(output.value()));
            (output.audience() == Audience.OPEN ? open : restricted).add(bytes);
        }
    }
}
