package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.geography.Catalogue;
import org.harmattan.incident.Incident;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The incremental fold beside the slow and naive one, over seeded random ledgers. Another seed: {@code -Dfold.seed=N}.
 */
class TwinTest {

    private static final int ENTRIES = Integer.getInteger("fold.entries", 500);

    static List<Long> seeds() {
        Long seed = Long.getLong("fold.seed");
        return seed != null ? List.of(seed) : List.of(2L, 4L, 6L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFoldSaysWhatItsNaiveTwinSays(long seed) {
        RandomLedger ledger = new RandomLedger(seed);
        Assessment fold = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        NaiveTwin open = new NaiveTwin(Catalogue.shipped(), Audience.OPEN);
        NaiveTwin restricted = new NaiveTwin(Catalogue.shipped(), Audience.RESTRICTED);
        for (int i = 0; i < ENTRIES; i++) {
            LedgerEntry entry = i < ledger.entries().size() ? ledger.entries().get(i) : ledger.next();
            List<Output> said = fold.apply(entry);
            List<Output> expected = new ArrayList<>(open.apply(entry));
            expected.addAll(restricted.apply(entry));
            assertSame(seed, entry, said, expected);
            ledger.heard(said);
            if (i % 100 == 99) {
                assertThat(fold.outputDigest(Audience.OPEN)).isEqualTo(open.chain.hex());
                assertThat(fold.outputDigest(Audience.RESTRICTED)).isEqualTo(restricted.chain.hex());
                assertThat(fold.stateDigest(Audience.OPEN)).isEqualTo(new NaiveDigests(open).all());
                assertThat(fold.stateDigest(Audience.RESTRICTED)).isEqualTo(new NaiveDigests(restricted).all());
                assertConserved(fold, Audience.OPEN);
                assertConserved(fold, Audience.RESTRICTED);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRestartAfterEveryEntryChangesNothing(long seed) {
        RandomLedger ledger = new RandomLedger(seed + 100);
        Assessment fold = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        Assessment restarted = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        Map<String, byte[]> store = new HashMap<>();
        for (int i = 0; i < ENTRIES / 2; i++) {
            LedgerEntry entry = i < ledger.entries().size() ? ledger.entries().get(i) : ledger.next();
            List<Output> expected = fold.apply(entry);
            List<Output> said = restarted.apply(entry);
            assertSame(seed, entry, said, expected);
            ledger.heard(said);
            restarted.drainChanges((key, bytes) -> {
                if (bytes == null) {
                    store.remove(key);
                } else {
                    store.put(key, bytes);
                }
            });
            restarted = Assessment.restore(Catalogue.shipped(), LedgerWriter.THEATRE, store.entrySet());
            assertThat(restarted.lastSeq()).isEqualTo(entry.getSeq());
        }
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            assertThat(restarted.stateDigest(audience)).isEqualTo(fold.stateDigest(audience));
            assertThat(restarted.outputDigest(audience)).isEqualTo(fold.outputDigest(audience));
        }
    }

    private static void assertSame(long seed, LedgerEntry entry, List<Output> said, List<Output> expected) {
        for (int i = 0; i < Math.min(said.size(), expected.size()); i++) {
            assertThat(said.get(i).toString())
                    .as("seed %d, entry %d, output %d, after %s", seed, entry.getSeq(), i, entry)
                    .isEqualTo(expected.get(i).toString());
        }
        assertThat(said)
                .as("seed %d, entry %d, outputs of %s", seed, entry.getSeq(), entry)
                .hasSameSizeAs(expected);
    }

    /** What the regions' days count together is what their incidents weigh together. */
    private static void assertConserved(Assessment fold, Audience audience) {
        ViewState state = fold.view(audience).state();
        for (int region = 0; region < state.ground.regions(); region++) {
            List<Incident> incidents = new ArrayList<>();
            state.region(region).incidents().forEachWhile(incidents::add);
            assertThat(state.region(region).counts().total())
                    .isEqualTo(incidents.stream()
                            .mapToLong(incident -> incident.spread().weightMicro())
                            .sum())
                    .isEqualTo(state.region(region).counts().sum(10_000, 30_000));
        }
    }
}
