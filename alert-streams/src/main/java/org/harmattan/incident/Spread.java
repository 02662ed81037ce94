package org.harmattan.incident;

/**
 * A weight spread over consecutive UTC days: floor(weight / days) on each, the remainder one each on the earliest. Whole
 * numbers, so that adding and taking away are exact in any order.
 *
 * @param firstDay first UTC day
 * @param lastDay last UTC day, inclusive
 * @param weightMicro micro-incidents, 0 and up
 */
public record Spread(int firstDay, int lastDay, int weightMicro) {

    public Spread {
        if (lastDay < firstDay || weightMicro < 0) {
            throw new IllegalArgumentException(
                    "no spread over days " + firstDay + " to " + lastDay + " of " + weightMicro + " micro-incidents");
        }
    }

    /** How many days it covers. */
    public int days() {
        return lastDay - firstDay + 1;
    }

    /** Micro-incidents on a day; 0 on a day that it does not cover. */
    public int on(int day) {
        if (day < firstDay || day > lastDay) {
            return 0;
        }
        int days = days();
        return weightMicro / days + (day - firstDay < weightMicro % days ? 1 : 0);
    }
}
