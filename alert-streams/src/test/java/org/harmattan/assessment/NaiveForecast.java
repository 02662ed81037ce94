package org.harmattan.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.RegionCode;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;
import org.harmattan.schemas.command.ForecastParameters;

/**
 * The model's step 1 once more, written down as plainly as it is described: every memory is computed from the first day on,
 * nothing is kept from one entry to the next.
 */
final class NaiveForecast {

    private final Catalogue catalogue;
    private final String theatre;
    private final ForecastParameters parameters;
    private final Map<String, TreeMap<Integer, Long>> microByRegion;
    private final Map<String, Integer> firstDayByCountry;
    private final int today;
    private final Map<String, double[]> closed = new HashMap<>();

    NaiveForecast(
            Catalogue catalogue,
            String theatre,
            ForecastParameters parameters,
            Map<String, TreeMap<Integer, Long>> microByRegion,
            Map<String, Integer> firstDayByCountry,
            int today) {
        this.catalogue = catalogue;
        this.theatre = theatre;
        this.parameters = parameters;
        this.microByRegion = microByRegion;
        this.firstDayByCountry = firstDayByCountry;
        this.today = today;
    }

    /** Figures and reasons of a region, or null without a forecast. */
    Result of(String region) {
        Integer first = firstDayByCountry.get(country(region));
        if (first == null || today - first < 1) {
            return null;
        }
        int halfLives = parameters.getHalfLives().size();
        double[] x = new double[halfLives];
        for (int h = 0; h < halfLives; h++) {
            x[h] = x(region, h, true);
        }
        double n = 0;
        Map<String, Double> neighbours = new TreeMap<>();
        for (var neighbour : catalogue.neighbours(new RegionCode(region))) {
            String code = neighbour.region().value();
            Integer theirFirst = firstDayByCountry.get(country(code));
            double x30 = theirFirst == null || today - theirFirst < 1 ? 0 : x(code, index(30), true);
            neighbours.put(code, x30);
            n += x30;
        }
        double c30 = 0;
        var regionsOfCountry = catalogue.regionsOf(new CountryCode(country(region)));
        for (var other : regionsOfCountry) {
            c30 += x(other.code().value(), index(30), false);
        }
        c30 /= regionsOfCountry.size();

        double m = parameters.getBase() + parameters.getNeighbourWeight() * n + parameters.getCountryWeight() * c30;
        for (int h = 0; h < halfLives; h++) {
            m += parameters.getHalfLives().get(h).getWeight() * x[h];
        }
        double r = parameters.getDispersionScale()
                * StrictMath.pow(m + parameters.getDispersionOffset(), parameters.getDispersionExponent());
        double k = Math.max(parameters.getEscalationFloor(), parameters.getEscalationFactor() * x[index(365)]);
        List<Double> p = probabilities(m, r, (int) k + 2);
        double f = k - Math.floor(k);
        double escalation = 100 * ((1 - f) * tail(p, (int) k) + f * tail(p, (int) k + 1));
        double spill = 1 - StrictMath.pow(r / (r + parameters.getNeighbourWeight() * n), r);
        Figures figures = new Figures(
                quantum(escalation * 10),
                quantum(spill * 1e4),
                quantum((1 - p.get(0)) * 1e4),
                quantum(m * 1e3),
                quantile(p, 0.1),
                quantile(p, 0.9),
                quantum(sum(region, 7) / 1e3),
                quantum(sum(region, 30) / 1e3),
                quantum(x[index(365)] * 1e3),
                quantum(k * 1e3));
        return new Result(figures, reasons(region, x, neighbours, c30, m));
    }

    record Result(Figures figures, List<Reason> reasons) {}

    private List<Reason> reasons(String region, double[] x, Map<String, Double> neighbours, double c30, double m) {
        List<Reason> reasons = new ArrayList<>();
        for (int h = 0; h < x.length; h++) {
            var memory = parameters.getHalfLives().get(h);
            reasons.add(new Reason(
                    ReasonKind.OWN_PAST, "" + memory.getHalfLifeDays(), quantum(memory.getWeight() * x[h] / m * 1e4)));
        }
        neighbours.forEach((code, x30) -> reasons.add(
                new Reason(ReasonKind.NEIGHBOUR, code, quantum(parameters.getNeighbourWeight() * x30 / m * 1e4))));
        reasons.add(new Reason(
                ReasonKind.COUNTRY, country(region), quantum(parameters.getCountryWeight() * c30 / m * 1e4)));
        reasons.add(new Reason(ReasonKind.BASE, "", quantum(parameters.getBase() / m * 1e4)));
        reasons.removeIf(reason -> reason.getShare() < 50);
        reasons.sort(Comparator.comparing((Reason reason) -> -reason.getShare())
                .thenComparing(Reason::getKind)
                .thenComparing(Reason::getSubject));
        return reasons;
    }

    private double x(String region, int h, boolean withToday) {
        int age = today - firstDayByCountry.get(country(region));
        double x = raw(region, h, withToday, age);
        if (age >= 90) {
            return x;
        }
        double sum = 0;
        int regions = 0;
        for (var owned : catalogue.theatreNamed(theatre).orElseThrow().regions()) {
            String code = owned.code().value();
            Integer first = firstDayByCountry.get(country(code));
            if (first != null && today - first >= 90) {
                sum += raw(code, h, false, today - first);
                regions++;
            }
        }
        double mean = regions == 0 ? 0 : sum / regions;
        return age / 90.0 * x + (1 - age / 90.0) * mean;
    }

    private double raw(String region, int h, boolean withToday, int age) {
        double halfLife = parameters.getHalfLives().get(h).getHalfLifeDays();
        double d = StrictMath.pow(2, -1 / halfLife);
        double decayed = closed(region)[h];
        if (withToday) {
            decayed += (1 - d) * micro(region, today) / 1e6;
        }
        return 30 * decayed / (1 - StrictMath.pow(2, -age / halfLife));
    }

    /** X_h as closed on the day before, of all half-lives. */
    private double[] closed(String region) {
        return closed.computeIfAbsent(region, code -> {
            double[] x = new double[parameters.getHalfLives().size()];
            TreeMap<Integer, Long> counts = microByRegion.getOrDefault(code, new TreeMap<>());
            for (int t = counts.isEmpty() ? today : counts.firstKey(); t < today; t++) {
                for (int h = 0; h < x.length; h++) {
                    double d = StrictMath.pow(
                            2, -1.0 / parameters.getHalfLives().get(h).getHalfLifeDays());
                    x[h] = d * x[h] + (1 - d) * (micro(code, t) / 1e6);
                }
            }
            return x;
        });
    }

    private long micro(String region, int day) {
        return microByRegion.getOrDefault(region, new TreeMap<>()).getOrDefault(day, 0L);
    }

    private double sum(String region, int days) {
        long sum = 0;
        for (int day = today - days + 1; day <= today; day++) {
            sum += micro(region, day);
        }
        return sum;
    }

    private int index(int halfLife) {
        for (int h = 0; h < parameters.getHalfLives().size(); h++) {
            if (parameters.getHalfLives().get(h).getHalfLifeDays() == halfLife) {
                return h;
            }
        }
        throw new IllegalStateException("no half-life of " + halfLife);
    }

    /** p(0), p(1), ... until the distribution function passes 0.9 and at least so many. */
    private static List<Double> probabilities(double m, double r, int atLeast) {
        List<Double> p = new ArrayList<>();
        double next = StrictMath.pow(r / (r + m), r);
        double cdf = 0;
        for (int y = 0; cdf < 0.9 || y <= atLeast; y++) {
            p.add(next);
            cdf += next;
            next *= (y + r) / (y + 1) * (m / (m + r));
        }
        return p;
    }

    private static double tail(List<Double> p, int k) {
        double below = 0;
        for (int y = 0; y < k; y++) {
            below += p.get(y);
        }
        return Math.max(0, 1 - below);
    }

    private static int quantile(List<Double> p, double level) {
        double cdf = 0;
        for (int y = 0; ; y++) {
            cdf += p.get(y);
            if (cdf >= level) {
                return y;
            }
        }
    }

    private static String country(String region) {
        return region.substring(0, 2);
    }

    private static int quantum(double value) {
        return (int) Math.floor(value + 0.5);
    }
}
