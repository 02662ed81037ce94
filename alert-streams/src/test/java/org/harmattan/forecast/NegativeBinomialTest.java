package org.harmattan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

    @Test
    void withDispersionOneItIsTheGeometricDistribution() {
        NegativeBinomial geometric = new NegativeBinomial(3.0, 1.0);
        for (int k = 0; k < 20; k++) {
            assertThat(geometric.atLeast(k)).isCloseTo(StrictMath.pow(0.75, k), within(1e-12));
        }
        assertThat(geometric.atLeastOne()).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void theIntervalIsTheSmallestCountsAtWhichTheDistributionReachesItsEnds() {
        NegativeBinomial geometric = new NegativeBinomial(3.0, 1.0);
        // P(count <= y) = 1 - 0.75^(y + 1): 0.25 at 0, 0.899 at 7, 0.925 at 8
        assertThat(geometric.quantiles(0.1, 0.9)).containsExactly(0, 8);
    }

    @Test
    void aVeryLargeMeanIsWalkedFromItsMode() {
        NegativeBinomial large = new NegativeBinomial(20_000, 3_400);
        int[] interval = large.quantiles(0.1, 0.9);
        double deviation = StrictMath.sqrt(20_000 + 20_000.0 * 20_000 / 3_400);
        assertThat(interval[0]).isCloseTo((int) (20_000 - 1.2816 * deviation), within(30));
        assertThat(interval[1]).isCloseTo((int) (20_000 + 1.2816 * deviation), within(30));
        assertThat(large.atLeast(0)).isEqualTo(1.0);
        assertThat(large.atLeast(20_000)).isCloseTo(0.49, within(0.02));
        assertThat(large.atLeast(40_000)).isCloseTo(0, within(1e-9));
    }

    @Test
    void theGreatestMeanHasAnInterval() {
        assertThat(new NegativeBinomial(1e6, 94_000).quantiles(0.1, 0.9)[1]).isGreaterThan(1_000_000);
    }

    @Test
    void aMeanOfNothingIsSurelyNothing() {
        NegativeBinomial nothing = new NegativeBinomial(0, 0.1);
        assertThat(nothing.atLeastOne()).isZero();
        assertThat(nothing.quantiles(0.1, 0.9)).containsExactly(0, 0);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new NegativeBinomial(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NegativeBinomial(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
