package org.harmattan.ingest.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.LatLon;
import org.harmattan.geography.Located;
import org.harmattan.geography.Region;
import org.harmattan.geography.RegionCode;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.PlacePrecision;

/** Finds the regions that a report speaks of, in the catalogue. */
final class Places {

    /** Longest name of a place, characters. */
    static final int LONGEST_PLACE = 200;

    private static final int MOST_REGIONS = 360;
    private static final Set<PlacePrecision> PRECISIONS = EnumSet.complementOf(EnumSet.of(PlacePrecision.UNKNOWN));

    private final Catalogue catalogue;

    Places(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The field {@code location} with its region and country stamped; a place of no given precision counts as NEAR. */
    Optional<Location> location(FieldReader report) {
        return report.object("location").flatMap(location -> {
            Optional<Double> latitude =
                    location.required("latitude", location.number("latitude", -90, 90), "send degrees north");
            Optional<Double> longitude =
                    location.required("longitude", location.number("longitude", -180, 180), "send degrees east");
            PlacePrecision precision = location.oneOf("precision", PRECISIONS).orElse(PlacePrecision.NEAR);
            Optional<String> place = location.text("place", LONGEST_PLACE);
            location.refuseUnknown();
            if (latitude.isEmpty() || longitude.isEmpty()) {
                return Optional.empty();
            }
            Located located = catalogue.locator().locate(new LatLon(latitude.get(), longitude.get()));
            if (located instanceof Located.Outside outside) {
                report.problem("location", "lies outside the catalogue", outsideWords(outside));
            }
            return located.region()
                    .map(region -> stamped(latitude.get(), longitude.get(), precision, place.orElse(null), region));
        });
    }

    static String outsideWords(Located.Outside outside) {
        return String.format(
                Locale.ROOT,
                "the nearest region is %s (%s), %.1f km away; a place may lie up to 3 km outside",
                outside.nearest().name(),
                outside.nearest().code(),
                outside.distanceKm());
    }

    static Location stamped(
            double latitude,
            double longitude,
            PlacePrecision precision,
            @org.jspecify.annotations.Nullable String place,
            Region region) {
        return Location.newBuilder()
                .setLatitude(latitude)
                .setLongitude(longitude)
                .setPrecision(precision)
                .setPlace(place)
                .setRegion(region.code().value())
                .setCountry(region.country().code().value())
                .build();
    }

    /** A field with the code of a region; codes of units that lie within a region of the catalogue stand for it. */
    Optional<Region> region(FieldReader report, String name) {
        return report.text(name, LONGEST_PLACE).flatMap(text -> region(report, name, text));
    }

    /** A field with a country's two-letter code or its name. */
    Optional<CountryCode> country(FieldReader report, String name) {
        return report.text(name, LONGEST_PLACE).flatMap(text -> {
            Optional<CountryCode> found = (CountryCode.isWellFormed(text)
                            ? catalogue.country(new CountryCode(text))
                            : catalogue.countryNamed(text))
                    .map(country -> country.code());
            if (found.isEmpty()) {
                report.problem(
                        name,
                        "is no country of the catalogue",
                        "send one of "
                                + String.join(
                                        ", ",
                                        catalogue.countries().stream()
                                                .map(country -> country.code().value())
                                                .toList()));
            }
            return found;
        });
    }

    /** A field with codes of regions: sorted, each once. */
    Optional<List<String>> regions(FieldReader report, String name) {
        Optional<List<String>> texts = report.texts(name, MOST_REGIONS, LONGEST_PLACE);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        Set<String> codes = new TreeSet<>();
        boolean complete = true;
        for (int i = 0; i < texts.get().size(); i++) {
            Optional<Region> region =
                    region(report, name + "[" + i + "]", texts.get().get(i));
            region.ifPresent(found -> codes.add(found.code().value()));
            complete &= region.isPresent();
        }
        return complete ? Optional.of(List.copyOf(codes)) : Optional.empty();
    }

    private Optional<Region> region(FieldReader report, String name, String text) {
        Optional<Region> found =
                RegionCode.isWellFormed(text) ? catalogue.resolve(new RegionCode(text)) : Optional.empty();
        if (found.isEmpty()) {
            report.problem(
                    name, "is no region of the catalogue", "send the ISO 3166-2 code of one, such as ML-5 for Mopti");
        }
        return found;
    }
}
