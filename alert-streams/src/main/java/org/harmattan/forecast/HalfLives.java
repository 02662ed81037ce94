package org.harmattan.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The half-lives of the forecast's memories, in rising order, with what follows from them for one day: d = 2^(-1/h) of the
 * past stays and 1 - d of the day's count comes in.
 */
final class HalfLives {

    /** One for each country's age, and some days of them. */
    private static final int MOST_FILLS_KEPT = 500;

    private final int[] days;
    private final double[] stays;
    private final double[] comesIn;
    private final int ofMonth;
    private final int ofYear;
    private final Map<Integer, double[]> fills = new HashMap<>();

    /**
     * @throws IllegalArgumentException if they do not rise from 1 to at most 3650, or 30 or 365 is not among them
     */
    HalfLives(int[] days) {
        this.days = days.clone();
        stays = new double[days.length];
        comesIn = new double[days.length];
        for (int h = 0; h < days.length; h++) {
            if (days[h] < 1 || days[h] > 3650 || (h > 0 && days[h] <= days[h - 1])) {
                throw new IllegalArgumentException("halfLives: rising from 1 to 3650 days, but got " + days[h]);
            }
            stays[h] = StrictMath.pow(2.0, -1.0 / days[h]);
            comesIn[h] = 1.0 - stays[h];
        }
        ofMonth = Arrays.binarySearch(days, 30);
        ofYear = Arrays.binarySearch(days, 365);
        if (ofMonth < 0 || ofYear < 0) {
            throw new IllegalArgumentException("halfLives: 30 and 365 must be among them");
        }
    }

    int count() {
        return days.length;
    }

    int days(int h) {
        return days[h];
    }

    /** Which of them is 30 days. */
    int ofMonth() {
        return ofMonth;
    }

    /** Which of them is 365 days. */
    int ofYear() {
        return ofYear;
    }

    /** What stays of a memory after a day. */
    double stays(int h) {
        return stays[h];
    }

    /** What part of a day's count comes into a memory. */
    double comesIn(int h) {
        return comesIn[h];
    }

    /** What part of a full memory a log of so many days can hold: 1 - 2^(-age/h), for age in days above 0; not to be changed. */
    double[] fillAt(int ageDays) {
        if (fills.size() > MOST_FILLS_KEPT) {
            fills.clear();
        }
        return fills.computeIfAbsent(ageDays, this::fill);
    }

    private double[] fill(int ageDays) {
        double[] fill = new double[days.length];
        for (int h = 0; h < fill.length; h++) {
            fill[h] = 1.0 - StrictMath.pow(2.0, -(double) ageDays / days[h]);
        }
        return fill;
    }
}
