package org.harmattan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.harmattan.incident.DayCounts;
import org.harmattan.incident.Spread;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final ForecastModel model = new ForecastModel(DefaultParameters.step1());

    @Test
    void correctionsAndQuestionsInAnyOrderGiveTheSameBitsAsOneWalkFromTheFirstDay() {
        Random random = new Random(9);
        List<Spread> standing = new ArrayList<>();
        Memory memory = Memory.of(DayCounts.NONE, model);
        int today = 20_000;
        for (int i = 0; i < 2_000; i++) {
            today += random.nextInt(12) == 0 ? random.nextInt(70) : 0;
            boolean takesAway = !standing.isEmpty() && random.nextInt(3) == 0;
            int first = today - (random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(5));
            Spread spread = takesAway
                    ? standing.remove(random.nextInt(standing.size()))
                    : new Spread(first, Math.min(today, first + random.nextInt(40)), 765_000);
            DayCounts changed =
                    takesAway ? memory.counts().minus(spread) : memory.counts().plus(spread);
            memory = memory.of(changed, spread.firstDay());
            if (!takesAway) {
                standing.add(spread);
            }
            if (random.nextInt(3) > 0) {
                int asked = today - random.nextInt(3);
                assertThat(memory.atStartOf(asked)).isEqualTo(walk(memory.counts(), asked));
            }
        }
    }

    @Test
    void whatIsLongGoneIsForgotten() {
        Memory memory = Memory.of(DayCounts.NONE.plus(new Spread(0, 0, 1_000_000)), model);
        assertThat(memory.atStartOf(40_000)).containsOnly(0.0);
    }

    private static double[] walk(DayCounts counts, int day) {
        int[] halfLives = {7, 30, 90, 365};
        double[] x = new double[4];
        for (int t = 18_000; t < day; t++) {
            for (int h = 0; h < 4; h++) {
                double d = StrictMath.pow(2.0, -1.0 / halfLives[h]);
                x[h] = d * x[h] + (1.0 - d) * (counts.on(t) / 1e6);
                x[h] = x[h] < 1e-30 ? 0 : x[h];
            }
        }
        return x;
    }
}
