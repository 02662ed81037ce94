package org.harmattan.forecast;

import java.util.Arrays;
import org.harmattan.incident.DayCounts;
import org.jspecify.annotations.Nullable;

/**
 * A region's decayed counts X_h: at the close of a UTC day with count c, X_h becomes d X_h + (1 - d) c. What is computed is
 * kept at the start of each page of days, so that a correction costs only what lies after it; the bits are the same however
 * they were reached, since the additions are always the same in the same order. The value is fixed by the counts; what is
 * kept is only a cache.
 */
public final class Memory {

    /** Less than this of an incident is forgotten: it moves no number, and denormal numbers are slow. */
    private static final double FORGOTTEN = 1e-30;

    private static final double MICRO = 1_000_000.0;

    private final DayCounts counts;
    private final HalfLives halfLives;
    private final int firstPage;

    /** X at the start of page firstPage + i, for i below known. */
    private double[][] atPageStart;

    private int known;
    private int cachedDay;
    private double @Nullable [] cached;

    private Memory(DayCounts counts, HalfLives halfLives, double[][] atPageStart, int known) {
        this.counts = counts;
        this.halfLives = halfLives;
        this.firstPage = counts.isEmpty() ? 0 : DayCounts.pageOf(counts.firstDay());
        this.atPageStart = atPageStart;
        this.known = known;
    }

    /** Of these counts under a model's half-lives, nothing computed yet. */
    public static Memory of(DayCounts counts, ForecastModel model) {
        return of(counts, model.halfLives());
    }

    private static Memory of(DayCounts counts, HalfLives halfLives) {
        return new Memory(counts, halfLives, new double[][] {new double[halfLives.count()]}, 1);
    }

    /**
     * Of other counts that differ from this memory's only from a day on.
     *
     * @param firstChangedDay no earlier day has another count
     */
    public Memory of(DayCounts changed, int firstChangedDay) {
        boolean sameStart = !counts.isEmpty() && !changed.isEmpty() && changed.firstDay() == counts.firstDay();
        int keep = sameStart ? Math.min(known, DayCounts.pageOf(firstChangedDay) - firstPage + 1) : 0;
        return keep < 1
                ? of(changed, halfLives)
                : new Memory(changed, halfLives, Arrays.copyOf(atPageStart, keep), keep);
    }

    public DayCounts counts() {
        return counts;
    }

    /** X_h of all half-lives as closed on the day before; not to be changed. */
    double[] atStartOf(int day) {
        double[] hit = cached;
        if (hit != null && cachedDay == day) {
            return hit;
        }
        double[] x;
        if (counts.isEmpty() || day <= counts.firstDay()) {
            x = new double[halfLives.count()];
        } else {
            x = rolled(day);
        }
        cached = x;
        cachedDay = day;
        return x;
    }

    /** Incidents counted on a day. */
    double on(int day) {
        return counts.on(day) / MICRO;
    }

    private double[] rolled(int day) {
        int page = Math.min(known - 1, DayCounts.pageOf(day) - firstPage);
        int from = DayCounts.firstDayOf(firstPage + page);
        double[] x = atPageStart[page].clone();
        double[] newer = cached;
        if (newer != null && cachedDay > from && cachedDay < day) {
            from = cachedDay;
            System.arraycopy(newer, 0, x, 0, x.length);
        }
        for (int t = from; t < day; t++) {
            double count = on(t);
            for (int h = 0; h < x.length; h++) {
                double next = halfLives.stays(h) * x[h] + halfLives.comesIn(h) * count;
                x[h] = next < FORGOTTEN ? 0.0 : next;
            }
            if (((t + 1) & (DayCounts.PAGE_DAYS - 1)) == 0) {
                keep(DayCounts.pageOf(t + 1) - firstPage, x);
            }
        }
        return x;
    }

    private void keep(int page, double[] x) {
        if (page != known) {
            return;
        }
        if (known == atPageStart.length) {
            atPageStart = Arrays.copyOf(atPageStart, known + Math.max(4, known / 2));
        }
        atPageStart[page] = x.clone();
        known++;
    }
}
