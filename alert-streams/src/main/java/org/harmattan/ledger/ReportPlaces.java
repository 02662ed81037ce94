package org.harmattan.ledger;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.RegionCode;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.Location;

/**
 * Where a report says that something happened, as it says it; whether there are such places is the catalogue's to say.
 *
 * @param regions ISO 3166-2 codes; empty for a report of a whole country and for most retractions
 * @param country ISO 3166-1 alpha-2 code, the first region's where there are several; empty when nothing is said
 */
public record ReportPlaces(List<String> regions, String country) {

    public ReportPlaces {
        regions = List.copyOf(regions);
    }

    /** The places of a report of any kind. */
    public static ReportPlaces of(SpecificRecord report) {
        if (report instanceof InterventionReport intervention) {
            List<String> regions = intervention.getRegions();
            return new ReportPlaces(regions, regions.isEmpty() ? "" : countryOf(regions.get(0)));
        }
        if (report instanceof ContextReport context) {
            String region = context.getRegion();
            return region == null
                    ? new ReportPlaces(List.of(), context.getCountry())
                    : new ReportPlaces(List.of(region), countryOf(region));
        }
        Location location = Reports.envelopeOf(report).getLocation();
        return location == null
                ? new ReportPlaces(List.of(), "")
                : new ReportPlaces(List.of(location.getRegion()), countryOf(location.getRegion()));
    }

    private static String countryOf(String region) {
        return RegionCode.isWellFormed(region)
                ? new RegionCode(region).country().value()
                : "";
    }

    /** The country, if what is said has the shape of a country's code. */
    public boolean hasCountry() {
        return CountryCode.isWellFormed(country);
    }
}
