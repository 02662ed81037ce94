package org.harmattan.forecast;

import java.util.List;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.HalfLifeWeight;

/**
 * The model with its parameters: m = base + c_N n + c_C c_30 + sum of a_h x_h, the count of the coming 30 days ~ negative
 * binomial(m, r(m)), r(m) = scale (m + offset)^exponent. It has no learned state.
 */
public final class ForecastModel {

    /** More than this is not told apart; it bounds every walk along the distribution. */
    private static final double MOST_EXPECTED = 1e6;

    private final ForecastParameters parameters;
    private final HalfLives halfLives;
    private final double[] weights;

    /** @throws IllegalArgumentException naming the parameter that is out of its range */
    public ForecastModel(ForecastParameters parameters) {
        this.parameters = parameters;
        List<HalfLifeWeight> memories = parameters.getHalfLives();
        halfLives = new HalfLives(
                memories.stream().mapToInt(HalfLifeWeight::getHalfLifeDays).toArray());
        weights = memories.stream().mapToDouble(HalfLifeWeight::getWeight).toArray();
        for (double weight : weights) {
            require(weight >= 0 && weight <= 1e3, "halfLives: a weight is 0 to 1000");
        }
        require(parameters.getBase() >= 0 && parameters.getBase() <= 1e3, "base: 0 to 1000");
        require(parameters.getCountryWeight() >= 0 && parameters.getCountryWeight() <= 1e3, "countryWeight: 0 to 1000");
        require(
                parameters.getNeighbourWeight() >= 0 && parameters.getNeighbourWeight() <= 1e3,
                "neighbourWeight: 0 to 1000");
        require(
                parameters.getDispersionScale() > 0 && parameters.getDispersionScale() <= 1e3,
                "dispersionScale: above 0 to 1000");
        require(
                parameters.getDispersionOffset() >= 1e-6 && parameters.getDispersionOffset() <= 1e3,
                "dispersionOffset: 1e-6 to 1000");
        require(
                parameters.getDispersionExponent() >= 0 && parameters.getDispersionExponent() <= 1.2,
                "dispersionExponent: 0 to 1.2");
        require(
                parameters.getEscalationFloor() >= 0 && parameters.getEscalationFloor() <= 1e3,
                "escalationFloor: 0 to 1000");
        require(
                parameters.getEscalationFactor() >= 0 && parameters.getEscalationFactor() <= 1e3,
                "escalationFactor: 0 to 1000");
    }

    HalfLives halfLives() {
        return halfLives;
    }

    /** What part of the expected incidents a memory brings, incidents. */
    double ofMemory(int h, double x) {
        return weights[h] * x;
    }

    /** What part a neighbour brings whose x_30 this is. */
    double ofNeighbour(double x30) {
        return parameters.getNeighbourWeight() * x30;
    }

    /** What part the country brings whose c_30 this is. */
    double ofCountry(double c30) {
        return parameters.getCountryWeight() * c30;
    }

    /** What holds everywhere. */
    double base() {
        return parameters.getBase();
    }

    /**
     * The forecast.
     *
     * @param x x_h of each half-life, incidents in 30 days
     * @param n sum of x_30 over the neighbours
     * @param c30 the country's mean
     */
    Forecast forecast(double[] x, double n, double c30) {
        double spill = ofNeighbour(n);
        double m = base() + spill + ofCountry(c30);
        for (int h = 0; h < x.length; h++) {
            m += ofMemory(h, x[h]);
        }
        m = StrictMath.min(m, MOST_EXPECTED);
        double r = parameters.getDispersionScale()
                * StrictMath.pow(m + parameters.getDispersionOffset(), parameters.getDispersionExponent());
        NegativeBinomial count = new NegativeBinomial(m, r);
        double pastYear = x[halfLives.ofYear()];
        double k = StrictMath.min(
                StrictMath.max(parameters.getEscalationFloor(), parameters.getEscalationFactor() * pastYear),
                MOST_EXPECTED);
        int whole = (int) StrictMath.floor(k);
        double fraction = k - whole;
        double[] tail = count.atLeastBoth(whole);
        double score = 100.0 * ((1.0 - fraction) * tail[0] + fraction * tail[1]);
        double spillRisk = 1.0 - StrictMath.pow(r / (r + StrictMath.min(spill, m)), r);
        int[] interval = count.quantiles(0.1, 0.9);
        return new Forecast(m, r, n, c30, pastYear, k, score, spillRisk, count.atLeastOne(), interval[0], interval[1]);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
