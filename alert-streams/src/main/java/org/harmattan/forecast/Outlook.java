package org.harmattan.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all regions at one moment of a UTC day, from their memories and the ages of their countries' logs. What
 * several regions need (the fill of a young log, the means) is computed once.
 */
public final class Outlook {

    /** A log of fewer days is warming up: it is blended with what the theatre's older logs say. */
    public static final int WARM_DAYS = 90;

    /** The age of a country without any report. */
    public static final int NO_REPORT = -1;

    /** Reasons below this share are left out, 1e-4. */
    private static final int LEAST_SHARE = 50;

    private static final double UNIT_DAYS = 30.0;

    private static final Comparator<Reason> LARGEST_FIRST = Comparator.comparing((Reason reason) -> -reason.getShare())
            .thenComparing(Reason::getKind)
            .thenComparing(Reason::getSubject);

    private final ForecastModel model;
    private final HalfLives halfLives;
    private final Terrain terrain;
    private final Memory[] memories;
    private final int[] ages;
    private final int today;
    private final double[] @Nullable [] fills;
    private double @Nullable [] theatreMean;

    /**
     * @param memories of each region, by its number
     * @param ages whole UTC days since the first day that any report of the country covers, by the country's number;
     *     {@link #NO_REPORT} without any
     * @param today the UTC day; counts on it are those so far
     */
    public Outlook(ForecastModel model, Terrain terrain, Memory[] memories, int[] ages, int today) {
        this.model = model;
        this.halfLives = model.halfLives();
        this.terrain = terrain;
        this.memories = memories;
        this.ages = ages;
        this.today = today;
        this.fills = new double[ages.length][];
    }

    /** How much is known of a region. */
    public Coverage coverage(int region) {
        int age = age(region);
        if (age == NO_REPORT) {
            return Coverage.NO_COVERAGE;
        }
        return age < WARM_DAYS ? Coverage.WARMING_UP : Coverage.COVERED;
    }

    /** Whole UTC days since the first day that any report of the region's country covers, or {@link #NO_REPORT}. */
    public int age(int region) {
        return ages[terrain.countryOf(region)];
    }

    /** Whether there is a forecast: not without coverage, and not on the log's first day. */
    public boolean isForecast(int region) {
        return age(region) > 0;
    }

    /**
     * The forecast of a region.
     *
     * @throws IllegalStateException if there is none (see {@link #isForecast})
     */
    public Forecast forecast(int region) {
        if (!isForecast(region)) {
            throw new IllegalStateException("no forecast of " + terrain.regionCode(region));
        }
        double[] x = new double[halfLives.count()];
        for (int h = 0; h < x.length; h++) {
            x[h] = x(region, h, true);
        }
        double n = 0;
        for (int neighbour : terrain.neighboursOf(region)) {
            n += neighbourX30(neighbour);
        }
        return model.forecast(x, n, countryMean(region));
    }

    /** The forecast's numbers, quantised. */
    public Figures figures(int region, Forecast forecast) {
        var counts = memories[region].counts();
        return new Figures(
                rounded(forecast.escalation() * 10),
                rounded(forecast.spillOver() * 1e4),
                rounded(forecast.atLeastOne() * 1e4),
                rounded(forecast.expected() * 1e3),
                forecast.low(),
                forecast.high(),
                rounded(counts.sum(today - 6, today) / 1e3),
                rounded(counts.sum(today - 29, today) / 1e3),
                rounded(forecast.pastYear() * 1e3),
                rounded(forecast.markedlyWorse() * 1e3));
    }

    /** What the expected incidents come from, largest share first; parts below 0.5 % are left out. */
    public List<Reason> reasons(int region, Forecast forecast) {
        List<Reason> reasons = new ArrayList<>();
        for (int h = 0; h < halfLives.count(); h++) {
            String days = Integer.toString(halfLives.days(h));
            add(reasons, ReasonKind.OWN_PAST, days, model.ofMemory(h, x(region, h, true)), forecast);
        }
        for (int neighbour : terrain.neighboursOf(region)) {
            String code = terrain.regionCode(neighbour);
            add(reasons, ReasonKind.NEIGHBOUR, code, model.ofNeighbour(neighbourX30(neighbour)), forecast);
        }
        String country = terrain.countryCode(terrain.countryOf(region));
        add(reasons, ReasonKind.COUNTRY, country, model.ofCountry(forecast.country()), forecast);
        add(reasons, ReasonKind.BASE, "", model.base(), forecast);
        reasons.sort(LARGEST_FIRST);
        return reasons;
    }

    private static void add(List<Reason> reasons, ReasonKind kind, String subject, double part, Forecast forecast) {
        if (forecast.expected() <= 0) {
            return;
        }
        int share = rounded(part / forecast.expected() * 1e4);
        if (share >= LEAST_SHARE) {
            reasons.add(new Reason(kind, subject, share));
        }
    }

    private double neighbourX30(int region) {
        return isForecast(region) ? x(region, halfLives.ofMonth(), true) : 0.0;
    }

    /** c_30 as closed on the day before, so that one report does not touch a whole country at once. */
    private double countryMean(int region) {
        int[] regions = terrain.regionsOf(terrain.countryOf(region));
        double sum = 0;
        for (int other : regions) {
            sum += x(other, halfLives.ofMonth(), false);
        }
        return sum / regions.length;
    }

    /** x_h of a region that has a forecast; while its log is young, blended with the theatre's mean. */
    private double x(int region, int h, boolean withToday) {
        double x = unblended(region, h, withToday);
        int age = age(region);
        if (age >= WARM_DAYS) {
            return x;
        }
        double known = (double) age / WARM_DAYS;
        return known * x + (1.0 - known) * theatreMean()[h];
    }

    private double unblended(int region, int h, boolean withToday) {
        Memory memory = memories[region];
        double decayed = memory.atStartOf(today)[h];
        if (withToday) {
            decayed += halfLives.comesIn(h) * memory.on(today);
        }
        return UNIT_DAYS * decayed / fill(terrain.countryOf(region))[h];
    }

    private double[] fill(int country) {
        double[] fill = fills[country];
        if (fill == null) {
            fill = halfLives.fillAt(ages[country]);
            fills[country] = fill;
        }
        return fill;
    }

    /** Mean of x_h, as closed on the day before, over the theatre's regions with a log of 90 days; 0 where there is none. */
    private double[] theatreMean() {
        double[] mean = theatreMean;
        if (mean == null) {
            mean = new double[halfLives.count()];
            int regions = 0;
            for (int region : terrain.owned()) {
                if (age(region) >= WARM_DAYS) {
                    regions++;
                    for (int h = 0; h < mean.length; h++) {
                        mean[h] += unblended(region, h, false);
                    }
                }
            }
            for (int h = 0; h < mean.length; h++) {
                mean[h] = regions == 0 ? 0.0 : mean[h] / regions;
            }
            theatreMean = mean;
        }
        return mean;
    }

    /** Half up; more than an int holds is its greatest. */
    private static int rounded(double value) {
        return (int) StrictMath.floor(value + 0.5);
    }
}
