package org.harmattan.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Country;
import org.harmattan.geography.Region;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;

/**
 * Whether a report has what its kind needs. The door has checked all of it with better words; this guards the ledger, which
 * keeps what it takes for ever, against what came another way.
 */
final class ReportCheck {

    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int MOST_CREDIBILITY = 6;

    private final Set<String> regions = new HashSet<>();
    private final Set<String> countries = new HashSet<>();

    ReportCheck(Catalogue catalogue) {
        for (Region region : catalogue.regions()) {
            regions.add(region.code().value());
        }
        for (Country country : catalogue.countries()) {
            countries.add(country.code().value());
        }
    }

    boolean isUsable(LedgerReport report) {
        if (report.getRevision() < 1
                || report.getReportId().isEmpty()
                || report.getSource().isEmpty()) {
            return false;
        }
        if (report.getAction() == ReportAction.RETRACT) {
            return true;
        }
        return isLabelled(report)
                && hasTime(report)
                && hasPlace(report)
                && report.getCredibility() >= 1
                && report.getCredibility() <= MOST_CREDIBILITY;
    }

    /** TLP:RED is for named persons and TLP:AMBER+STRICT for one organisation: neither has an audience here. */
    private static boolean isLabelled(LedgerReport report) {
        return report.getTlp() != Tlp.RED && report.getTlp() != Tlp.AMBER_STRICT;
    }

    private static boolean hasTime(LedgerReport report) {
        Instant from = report.getOccurredAt();
        Instant until = report.getOccurredUntil();
        return from != null
                && until != null
                && from.isBefore(until)
                && Duration.between(from, until).compareTo(LONGEST) <= 0;
    }

    private boolean hasPlace(LedgerReport report) {
        List<String> named = report.getRegions();
        boolean wholeCountry = report.getKind() == ReportKind.CONTEXT && named.isEmpty();
        return countries.contains(report.getCountry())
                && regions.containsAll(named)
                && (wholeCountry || !named.isEmpty());
    }
}
