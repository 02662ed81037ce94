package org.harmattan.assessment;

/**
 * What a view knows of time; all in milliseconds of the theatre's time since 1970.
 *
 * @param atMillis the newest entry's
 * @param day its UTC day
 * @param budgetSecond the second that the budget is of
 * @param budgetLeft assessments that this second still allows
 * @param pulseAtMillis when the last pulse was; {@link #NEVER} before the first
 */
record Times(long atMillis, int day, long budgetSecond, int budgetLeft, long pulseAtMillis) {

    static final long NEVER = Long.MIN_VALUE;

    /** As many assessments are allowed in a second of the theatre's time. */
    static final int ASSESSMENTS_PER_SECOND = 5_000;

    static final long PULSE_MILLIS = 60_000;

    static final Times BEFORE = new Times(NEVER, Integer.MIN_VALUE, NEVER, ASSESSMENTS_PER_SECOND, NEVER);

    Times at(long millis, int utcDay) {
        long second = Math.floorDiv(millis, 1000L);
        int left = second == budgetSecond ? budgetLeft : ASSESSMENTS_PER_SECOND;
        return new Times(millis, utcDay, second, left, pulseAtMillis);
    }

    Times spent(int assessments) {
        return new Times(atMillis, day, budgetSecond, budgetLeft - assessments, pulseAtMillis);
    }

    boolean isPulseDue() {
        return pulseAtMillis == NEVER || atMillis - pulseAtMillis >= PULSE_MILLIS;
    }

    Times pulsed() {
        return new Times(atMillis, day, budgetSecond, budgetLeft, atMillis);
    }
}
