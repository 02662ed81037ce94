package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.RegionScore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While nothing comes in, no score creeps up: silence never looks like escalation. */
class QuietTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void withNoNewEntryNoScoreRisesByMoreThanTwoTenthsADay(long seed) {
        LedgerWriter writer = history(new Random(seed));
        Assessment fold = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        writer.entries().forEach(fold::apply);
        Map<String, Integer> escalation = new HashMap<>();
        // The first turn of the day after an entry may raise a score, by the country's mean.
        for (int day = 0; day < 420; day++) {
            for (Output output :
                    fold.apply(writer.after(Duration.ofDays(1)).tick().last())) {
                if (output.value() instanceof RegionScore score && score.getCoverage() == Coverage.COVERED) {
                    String key = output.audience() + " " + output.key();
                    int now = score.getFigures().getEscalationTenths();
                    Integer before = escalation.put(key, now);
                    if (before != null && day > 1) {
                        assertThat(now)
                                .as("seed %d, day %d, %s", seed, day, key)
                                .isLessThanOrEqualTo(before + 2);
                    }
                }
            }
        }
        assertThat(escalation).isNotEmpty();
    }

    /** Two years of attacks: some regions burn all the time, some flare up and go quiet. */
    private static LedgerWriter history(Random random) {
        LedgerWriter writer = LedgerWriter.begun(Instant.parse("2024-01-01T06:00:00Z"));
        List<String> regions = List.of("ML-5", "ML-5", "ML-4", "ML-7", "BF-10", "BF-01", "NE-6", "NE-5");
        for (int day = 0; day < 730; day++) {
            writer.after(Duration.ofDays(1)).tick();
            for (String region : regions) {
                boolean burns = region.equals("ML-5") || (day / 60 + region.hashCode()) % 5 == 0;
                int attacks = burns ? random.nextInt(3) : 0;
                for (int i = 0; i < attacks; i++) {
                    Instant occurred = writer.at().minus(Duration.ofHours(random.nextInt(30)));
                    writer.report(
                            LedgerWriter.attack("quiet " + writer.entries().size(), region, occurred)
                                    .build());
                }
            }
        }
        return writer;
    }
}
