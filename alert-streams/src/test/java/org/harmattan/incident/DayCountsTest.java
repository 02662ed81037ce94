package org.harmattan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayCountsTest {

    @Test
    void countsAreWhatWasAddedAndNotTakenAwayInAnyOrder() {
        Random random = new Random(3);
        List<Spread> standing = new ArrayList<>();
        DayCounts counts = DayCounts.NONE;
        for (int i = 0; i < 600; i++) {
            if (standing.isEmpty() || random.nextInt(3) > 0) {
                int first = -200 + random.nextInt(900);
                Spread spread = new Spread(first, first + random.nextInt(120), random.nextInt(1_000_001));
                standing.add(spread);
                counts = counts.plus(spread);
            } else {
                counts = counts.minus(standing.remove(random.nextInt(standing.size())));
            }
        }
        TreeMap<Integer, Long> expected = new TreeMap<>();
        DayCounts otherOrder = DayCounts.NONE;
        for (int i = standing.size() - 1; i >= 0; i--) {
            Spread spread = standing.get(i);
            otherOrder = otherOrder.plus(spread);
            for (int day = spread.firstDay(); day <= spread.lastDay(); day++) {
                expected.merge(day, (long) spread.on(day), Long::sum);
            }
        }
        for (int day = -300; day < 1_200; day++) {
            assertThat(counts.on(day)).isEqualTo(expected.getOrDefault(day, 0L));
        }
        assertThat(counts.digest()).isEqualTo(otherOrder.digest());
        assertThat(counts.total())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        assertThat(counts.sum(-300, 1_200)).isEqualTo(counts.total());
    }

    @Test
    void takingAllAwayLeavesNothing() {
        Spread year = new Spread(20_000, 20_364, 765_000);
        DayCounts counts = DayCounts.NONE.plus(year).minus(year);
        assertThat(counts.isEmpty()).isTrue();
        assertThat(counts.digest()).isEqualTo(SetDigest.EMPTY);
    }

    @Test
    void aCountNeverFallsBelowZero() {
        assertThatThrownBy(() -> DayCounts.NONE.minus(new Spread(1, 1, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSpreadKeepsItsWeightToTheLastMicro() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            Spread spread = new Spread(100, 100 + random.nextInt(400), random.nextInt(1_000_001));
            long sum = 0;
            for (int day = spread.firstDay(); day <= spread.lastDay(); day++) {
                assertThat(spread.on(day)).isLessThanOrEqualTo(spread.on(Math.max(100, day - 1)));
                sum += spread.on(day);
            }
            assertThat(sum).isEqualTo(spread.weightMicro());
        }
        assertThat(new Spread(0, 2, 1_000_000).on(0)).isEqualTo(333_334);
        assertThat(new Spread(0, 2, 1_000_000).on(1)).isEqualTo(333_333);
    }
}
