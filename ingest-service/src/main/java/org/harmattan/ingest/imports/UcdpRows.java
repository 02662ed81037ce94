package org.harmattan.ingest.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.LatLon;
import org.harmattan.geography.Located;
import org.harmattan.geography.Region;
import org.harmattan.ingest.report.ReportIds;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;

/**
 * Reads rows of UCDP's Georeferenced Event Dataset.
 *
 * <p>Source: Högbladh, UCDP GED Codebook version 24.1 (2024), section 5, for the meaning of the columns.
 */
final class UcdpRows implements CsvRows.Mapping {

    /** An event is taken to have been known this long after it ended. */
    static final Period KNOWN_AFTER = Period.ofDays(7);

    private static final int LONGEST_NAME = 200;
    private static final int DATE_PRECISIONS = 5;
    private static final int WHERE_PRECISIONS = 7;
    private static final int TYPES_OF_VIOLENCE = 3;
    private static final int ONE_SIDED = 3;
    private static final int CONFIRMED = 1;
    private static final String CIVILIANS = "Civilians";

    private final Stamp stamp;
    private final Catalogue catalogue;
    private final LocalDate tomorrow;

    UcdpRows(Stamp stamp, Catalogue catalogue) {
        this.stamp = stamp;
        this.catalogue = catalogue;
        this.tomorrow =
                stamp.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }

    @Override
    public List<String> needed() {
        return List.of(
                "id",
                "type_of_violence",
                "side_a",
                "side_b",
                "where_prec",
                "latitude",
                "longitude",
                "date_prec",
                "date_start",
                "date_end",
                "best",
                "high",
                "low");
    }

    @Override
    public Row row(long number, String line, Columns columns) {
        try {
            return usable(number, line, columns);
        } catch (Columns.Unfit e) {
            return e.row(number, line);
        }
    }

    private Row usable(long number, String line, Columns columns) throws Columns.Unfit {
        int best = columns.count("best");
        int low = columns.count("low");
        int high = columns.count("high");
        boolean holds = low <= best && best <= high;
        Fatalities fatalities =
                new Fatalities(best, Math.min(low, Math.min(best, high)), Math.max(high, Math.max(best, low)));
        boolean oneSided = columns.code("type_of_violence", TYPES_OF_VIOLENCE) == ONE_SIDED;
        AttackReport report = AttackReport.newBuilder()
                .setEnvelope(envelope(columns))
                .setEventType(oneSided ? EventType.VIOLENCE_AGAINST_CIVILIANS : EventType.BATTLES)
                .setSubEventType(oneSided ? SubEventType.ATTACK : SubEventType.ARMED_CLASH)
                .setActors(actors(columns))
                .setTarget(oneSided ? Target.CIVILIANS : Target.UNKNOWN)
                .setFatalities(fatalities)
                .build();
        return new Row.Usable(
                number, line, report, holds ? Optional.empty() : Optional.of(new Row.Widening(low, best, high)));
    }

    private static List<String> actors(Columns columns) throws Columns.Unfit {
        return Stream.of(columns.text("side_a", LONGEST_NAME), columns.text("side_b", LONGEST_NAME))
                .filter(side -> !side.isEmpty() && !side.equalsIgnoreCase(CIVILIANS))
                .toList();
    }

    private ReportEnvelope envelope(Columns columns) throws Columns.Unfit {
        String id = columns.required("id", LONGEST_NAME);
        LocalDate first = columns.day("date_start");
        LocalDate last = columns.day("date_end");
        if (last.isBefore(first)) {
            throw new Columns.Unfit(Row.Reason.BAD_DATE, "date_end", "it is before date_start");
        }
        if (!first.isBefore(tomorrow)) {
            throw new Columns.Unfit(Row.Reason.IN_THE_FUTURE, "date_start", "only what has happened can be imported");
        }
        LocalDate after = last.plusDays(1);
        return ReportEnvelope.newBuilder()
                .setReportId(ReportIds.derived(stamp.grade().source(), id))
                .setRevision(1)
                .setStatus(ReportStatus.ACTUAL)
                .setAction(ReportAction.REPORT)
                .setSource(stamp.grade().source())
                .setSourceReportId(id)
                .setReliability(stamp.grade().reliability())
                .setOrigin(stamp.grade().origin())
                .setCredibility(CONFIRMED)
                .setTlp(Tlp.GREEN)
                .setOccurredAt(startOf(first))
                .setOccurredUntil(startOf(after))
                .setPrecision(precision(columns.code("date_prec", DATE_PRECISIONS)))
                .setAvailableAt(startOf(after.plus(KNOWN_AFTER)))
                .setAvailableAtAssumed(true)
                .setReceivedAt(stamp.receivedAt())
                .setImportId(stamp.importId())
                .setLocation(location(columns))
                .build();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** 1: the day is known. 2: two to six days. 3: the week. 4: the month. 5: more than a month, within a year. */
    private static TimePrecision precision(int code) {
        return switch (code) {
            case 1, 2 -> TimePrecision.DAY;
            case 3 -> TimePrecision.WEEK;
            case 4 -> TimePrecision.MONTH;
            default -> TimePrecision.YEAR;
        };
    }

    /** 1: the place is known. 2: within about 25 km of it. 3 and above: only the district, province, coast or country. */
    private static PlacePrecision placePrecision(int code) {
        return switch (code) {
            case 1 -> PlacePrecision.EXACT;
            case 2 -> PlacePrecision.NEAR;
            default -> PlacePrecision.AREA;
        };
    }

    private Location location(Columns columns) throws Columns.Unfit {
        double latitude = columns.number("latitude", -90, 90);
        double longitude = columns.number("longitude", -180, 180);
        PlacePrecision precision = placePrecision(columns.code("where_prec", WHERE_PRECISIONS));
        String place = Stream.of(columns.text("adm_2", LONGEST_NAME), columns.text("adm_1", LONGEST_NAME))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        Region region = region(latitude, longitude);
        return Location.newBuilder()
                .setLatitude(latitude)
                .setLongitude(longitude)
                .setPrecision(precision)
                .setPlace(place.isEmpty() ? null : place)
                .setRegion(region.code().value())
                .setCountry(region.country().code().value())
                .build();
    }

    private Region region(double latitude, double longitude) throws Columns.Unfit {
        Located located = catalogue.locator().locate(new LatLon(latitude, longitude));
        if (located instanceof Located.Outside outside) {
            throw new Columns.Unfit(
                    Row.Reason.OUTSIDE_CATALOGUE,
                    "latitude",
                    String.format(
                            Locale.ROOT,
                            "the nearest region is %s (%s), %.0f km away",
                            outside.nearest().name(),
                            outside.nearest().code(),
                            outside.distanceKm()));
        }
        return located.region()
                .orElseThrow(() -> new IllegalStateException("a place that is not outside lies in a region"));
    }
}
