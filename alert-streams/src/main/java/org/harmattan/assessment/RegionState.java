package org.harmattan.assessment;

import java.util.Comparator;
import org.harmattan.incident.DayCounts;
import org.harmattan.incident.Incident;
import org.harmattan.incident.SetDigest;
import org.harmattan.incident.Spread;
import org.harmattan.incident.Standing;
import org.harmattan.incident.UtcDays;

/**
 * What one view knows of a region. Everything in it follows from the reports that stand.
 *
 * @param counts micro-incidents by UTC day
 * @param incidents newest first
 * @param shown reports that make no incident, newest first
 * @param heard reports that came live, the last accepted first
 * @param heardByDay how many reports that came live were accepted on a UTC day
 * @param reports digest of all reports that stand and touch the region
 */
record RegionState(
        DayCounts counts,
        SortedTree<Incident> incidents,
        SortedTree<Standing> shown,
        SortedTree<Standing> heard,
        DayCounts heardByDay,
        SetDigest reports) {

    private static final Comparator<Standing> NEWEST_FIRST = Comparator.comparing(
                    (Standing standing) -> standing.report().getOccurredAt(), Comparator.reverseOrder())
            .thenComparing(Standing::reportId);

    private static final Comparator<Standing> LAST_ACCEPTED_FIRST = Comparator.comparing(
                    Standing::acceptedAt, Comparator.reverseOrder())
            .thenComparing(Standing::reportId);

    /** Nothing is known. */
    static final RegionState EMPTY = new RegionState(
            DayCounts.NONE,
            SortedTree.empty(Incident.NEWEST_FIRST),
            SortedTree.empty(NEWEST_FIRST),
            SortedTree.empty(LAST_ACCEPTED_FIRST),
            DayCounts.NONE,
            SetDigest.EMPTY);

    RegionState plus(Standing report) {
        return new RegionState(
                counts,
                incidents,
                report.isOfIncident() ? shown : shown.plus(report),
                report.cameLive() ? heard.plus(report) : heard,
                report.cameLive() ? heardByDay.plus(one(report)) : heardByDay,
                reports.plus(report.sha256()));
    }

    RegionState minus(Standing report) {
        return new RegionState(
                counts,
                incidents,
                report.isOfIncident() ? shown : shown.minus(report),
                report.cameLive() ? heard.minus(report) : heard,
                report.cameLive() ? heardByDay.minus(one(report)) : heardByDay,
                reports.minus(report.sha256()));
    }

    RegionState plus(Incident incident) {
        return with(counts.plus(incident.spread()), incidents.plus(incident));
    }

    RegionState minus(Incident incident) {
        return with(counts.minus(incident.spread()), incidents.minus(incident));
    }

    private RegionState with(DayCounts newCounts, SortedTree<Incident> newIncidents) {
        return new RegionState(newCounts, newIncidents, shown, heard, heardByDay, reports);
    }

    private static Spread one(Standing report) {
        int day = UtcDays.of(report.acceptedAt());
        return new Spread(day, day, 1);
    }
}
