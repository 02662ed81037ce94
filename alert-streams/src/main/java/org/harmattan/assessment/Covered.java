package org.harmattan.assessment;

/**
 * The first UTC day that a report covers, for the age of its country's log.
 *
 * @param firstDay days since 1970-01-01
 * @param reportId id of the report
 */
record Covered(int firstDay, String reportId) implements Comparable<Covered> {

    @Override
    public int compareTo(Covered other) {
        int byDay = Integer.compare(firstDay, other.firstDay);
        return byDay != 0 ? byDay : reportId.compareTo(other.reportId);
    }
}
