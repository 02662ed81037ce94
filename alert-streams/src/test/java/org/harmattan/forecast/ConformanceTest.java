package org.harmattan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.harmattan.incident.DayCounts;
import org.harmattan.incident.Spread;
import org.junit.jupiter.api.Test;

/** The published conformance numbers of the model's step 1: six regions of two countries, a forecast at a day's start. */
class ConformanceTest {

    private static final int FIRST_DAY = 15_000;

    /** Country A = regions 0 to 2, B = 3 to 5; land borders 0-1, 1-2, 2-3, 3-4, 4-5, 1-4. */
    private static final Terrain SIX_REGIONS = new Terrain(
            List.of("AA-0", "AA-1", "AA-2", "BB-3", "BB-4", "BB-5"),
            List.of("AA", "BB"),
            new int[] {0, 0, 0, 1, 1, 1},
            new int[][] {{0, 1, 2}, {3, 4, 5}},
            new int[][] {{1}, {0, 2, 4}, {1, 3}, {2, 4}, {1, 3, 5}, {4}},
            new int[] {0, 1, 2, 3, 4, 5});

    private final ForecastModel model = new ForecastModel(DefaultParameters.step1());

    @Test
    void theNumbersAtDay100() {
        Outlook outlook = atStartOf(100);
        double[] n = {8.120579, 22.528009, 16.000891, 14.611528, 16.000891, 7.214939};
        double[] m = {8.043557, 8.313, 7.718727, 8.06165, 7.533502, 0.349569};
        double[] r = {4.459163, 4.584263, 4.307516, 4.467582, 4.220622, 0.380135};
        double[] atLeastOne = {0.989921, 0.991278, 0.987998, 0.990019, 0.986738, 0.219555};
        double[] escalation = {22.4406, 26.3133, 22.702, 22.5981, 21.5988, 3.0448};
        double[] spill = {0.14745, 0.349341, 0.26559, 0.246533, 0.265427, 0.115139};
        for (int region = 0; region < 6; region++) {
            Forecast forecast = outlook.forecast(region);
            assertThat(forecast.neighbours()).isCloseTo(n[region], within(1e-6));
            assertThat(forecast.expected()).isCloseTo(m[region], within(1e-6));
            assertThat(forecast.dispersion()).isCloseTo(r[region], within(1e-6));
            assertThat(forecast.atLeastOne()).isCloseTo(atLeastOne[region], within(1e-6));
            assertThat(forecast.escalation()).isCloseTo(escalation[region], within(1e-4));
            assertThat(forecast.spillOver()).isCloseTo(spill[region], within(1e-6));
        }
    }

    @Test
    void theNumbersAtDay400() {
        Outlook outlook = atStartOf(400);
        double[] n = {7.524075, 21.454337, 14.75122, 14.193358, 14.75122, 6.676911};
        double[] m = {7.385771, 7.781969, 7.660759, 7.403976, 7.081199, 0.322926};
        double[] r = {4.151092, 4.337113, 4.280356, 4.159671, 4.007086, 0.360899};
        double[] escalation = {21.6992, 24.6631, 23.3701, 21.8646, 20.5152, 2.7177};
        double[] spill = {0.137412, 0.335795, 0.248212, 0.240124, 0.247737, 0.107402};
        for (int region = 0; region < 6; region++) {
            Forecast forecast = outlook.forecast(region);
            assertThat(forecast.neighbours()).isCloseTo(n[region], within(1e-6));
            assertThat(forecast.expected()).isCloseTo(m[region], within(1e-6));
            assertThat(forecast.dispersion()).isCloseTo(r[region], within(1e-6));
            assertThat(forecast.escalation()).isCloseTo(escalation[region], within(1e-4));
            assertThat(forecast.spillOver()).isCloseTo(spill[region], within(1e-6));
        }
    }

    @Test
    void theReasonsAddUpToOne() {
        Outlook outlook = atStartOf(400);
        for (int region = 0; region < 6; region++) {
            int sum = outlook.reasons(region, outlook.forecast(region)).stream()
                    .mapToInt(reason -> reason.getShare())
                    .sum();
            assertThat(sum).isBetween(10_000 - 200, 10_005);
        }
    }

    @Test
    void aReportNeverLowersTheExpectedIncidentsAndTheTurnOfTheDayNeverRaisesThem() {
        for (int t = 100; t < 160; t++) {
            Memory before = Memory.of(countsBefore(0, t), model);
            Memory after = Memory.of(before.counts().plus(onDay(t, 1)), model);
            double start = expected(before, t, t);
            double during = expected(after, t, t);
            double next = expected(after, t + 1, t + 1);
            assertThat(during).isGreaterThan(start);
            assertThat(next).isLessThanOrEqualTo(during);
        }
    }

    /** Of one region alone, so that c_30 and neighbours are out of the way: the country's weight is set to 0. */
    private double expected(Memory memory, int day, int age) {
        Terrain alone = new Terrain(
                List.of("AA-0"), List.of("AA"), new int[] {0}, new int[][] {{0}}, new int[][] {{}}, new int[] {0});
        var parameters = DefaultParameters.step1();
        var withoutCountry = org.harmattan.schemas.command.ForecastParameters.newBuilder(parameters)
                .setCountryWeight(0.0)
                .build();
        ForecastModel own = new ForecastModel(withoutCountry);
        return new Outlook(own, alone, new Memory[] {Memory.of(memory.counts(), own)}, new int[] {age}, FIRST_DAY + day)
                .forecast(0)
                .expected();
    }

    private Outlook atStartOf(int t) {
        Memory[] memories = new Memory[6];
        for (int region = 0; region < 6; region++) {
            memories[region] = Memory.of(countsBefore(region, t), model);
        }
        return new Outlook(model, SIX_REGIONS, memories, new int[] {t, t}, FIRST_DAY + t);
    }

    private static DayCounts countsBefore(int region, int end) {
        DayCounts counts = DayCounts.NONE;
        for (int t = 0; t < end && region < 5; t++) {
            if ((t * t * (region + 2) + 3 * t) % 11 == 0) {
                counts = counts.plus(onDay(t, 1 + ((t + region) % 3 == 0 ? 1 : 0)));
            }
        }
        return counts;
    }

    private static Spread onDay(int t, int incidents) {
        return new Spread(FIRST_DAY + t, FIRST_DAY + t, incidents * 1_000_000);
    }
}
