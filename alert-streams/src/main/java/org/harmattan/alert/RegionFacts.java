package org.harmattan.alert;

import java.util.List;
import java.util.Map;
import org.harmattan.schemas.assessment.Coverage;

/**
 * What is true of a region in one view at one moment, as a rule sees it.
 *
 * @param atMillis the theatre's time, milliseconds since 1970, UTC
 * @param coverage how much is known
 * @param value the rule's metric in its quantum; 0 without a forecast
 * @param heldByImport whether an import that touched the region is still under way
 * @param freshEvidence whether there is an incident of the last 30 days in the region or a neighbour of it
 * @param sources distinct origins among the standing reports of the region's incidents of the last 30 days
 * @param evidence the incidents of the last 30 days, newest first
 * @param standing of the incidents that the alert in force remembers, those that still stand, by id
 */
public record RegionFacts(
        long atMillis,
        Coverage coverage,
        int value,
        boolean heldByImport,
        boolean freshEvidence,
        int sources,
        List<Evidence> evidence,
        Map<String, Evidence> standing) {}
