package org.harmattan.forecast;

/**
 * The negative binomial distribution of a count by its mean m and dispersion r: variance m + m^2 / r. Its probabilities by
 * the recurrence p(y+1) = p(y) (y + r) / (y + 1) m / (m + r), from 0 upwards where p(0) can be told from zero, else from the
 * mode to both sides and normalised.
 */
public final class NegativeBinomial {

    /** Below this, p(0) is too small to start from. */
    private static final double SMALLEST_START = 1e-200;

    /** Terms below this part of the mode's are left out. */
    private static final double NEGLIGIBLE = 1e-20;

    private final double mean;
    private final double dispersion;
    private final double step;
    private final int first;
    private final double start;

    /**
     * @param mean 0 to 1e6
     * @param dispersion above 0
     */
    public NegativeBinomial(double mean, double dispersion) {
        if (!(mean >= 0 && mean <= 1e6 && dispersion > 0 && dispersion < 1e12)) {
            throw new IllegalArgumentException("no negative binomial of mean " + mean + ", dispersion " + dispersion);
        }
        this.mean = mean;
        this.dispersion = dispersion;
        step = mean / (mean + dispersion);
        double none = StrictMath.pow(dispersion / (dispersion + mean), dispersion);
        if (none >= SMALLEST_START) {
            first = 0;
            start = none;
        } else {
            Window window = Window.around(this);
            first = window.first;
            start = window.start;
        }
    }

    /** P(count is at least 1). */
    public double atLeastOne() {
        return 1.0 - StrictMath.pow(dispersion / (dispersion + mean), dispersion);
    }

    /** P(count is at least k), for k of 0 and up. */
    public double atLeast(int k) {
        return 1.0 - below(k);
    }

    /** P(count is at least k) and P(count is at least k + 1), in one walk. */
    double[] atLeastBoth(int k) {
        double below = 0;
        double p = start;
        for (int y = first; y < k; y++) {
            below += p;
            p = next(y, p);
        }
        double atMost = k < first ? 0 : below + p;
        return new double[] {clamped(1.0 - below), clamped(1.0 - atMost)};
    }

    /** The smallest counts at which the distribution function reaches each of two rising levels. */
    int[] quantiles(double low, double high) {
        double cdf = 0;
        double p = start;
        int y = first;
        int lower = -1;
        // 1 - 1e-12 is reached in some hundred steps of the spread; the limit only guards against a broken
        // distribution.
        int limit = first + 10_000_000;
        while (y < limit) {
            cdf += p;
            if (lower < 0 && cdf >= low) {
                lower = y;
            }
            if (cdf >= high) {
                return new int[] {lower, y};
            }
            p = next(y, p);
            y++;
        }
        throw new IllegalStateException("no quantile " + high + " of mean " + mean + ", dispersion " + dispersion);
    }

    private double below(int k) {
        double below = 0;
        double p = start;
        for (int y = first; y < k; y++) {
            below += p;
            p = next(y, p);
        }
        return clamped(below);
    }

    private double next(int y, double p) {
        return p * ((y + dispersion) / (y + 1.0) * step);
    }

    private double previous(int y, double p) {
        return p * (y / (y - 1.0 + dispersion) / step);
    }

    private static double clamped(double probability) {
        return probability < 0 ? 0 : Math.min(probability, 1.0);
    }

    /** The first count that matters and its probability, found from the mode. */
    private record Window(int first, double start) {

        static Window around(NegativeBinomial law) {
            int mode = (int) StrictMath.floor(StrictMath.max(0, law.mean * (law.dispersion - 1) / law.dispersion));
            double sum = 1.0;
            double p = 1.0;
            for (int y = mode; p > NEGLIGIBLE; y++) {
                p = law.next(y, p);
                sum += p;
            }
            p = 1.0;
            int y = mode;
            while (y > 0 && p > NEGLIGIBLE) {
                p = law.previous(y, p);
                y--;
                sum += p;
            }
            return new Window(y, p / sum);
        }
    }
}
