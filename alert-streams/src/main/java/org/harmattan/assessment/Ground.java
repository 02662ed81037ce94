package org.harmattan.assessment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.forecast.Terrain;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Region;
import org.harmattan.geography.Theatre;
import org.harmattan.schemas.ledger.LedgerReport;

/** What a theatre hears of, by numbers: the regions it owns and those it only sees, in code order. Never changes. */
final class Ground {

    private final String theatre;
    private final String catalogueDigest;
    private final Terrain terrain;
    private final Map<String, Integer> regionIndex = new HashMap<>();
    private final Map<String, Integer> countryIndex = new HashMap<>();
    private final BitSet owned = new BitSet();

    /** @throws IllegalArgumentException if the catalogue has no such theatre */
    Ground(Catalogue catalogue, String theatreName) {
        Theatre theatreOfName = catalogue
                .theatreNamed(theatreName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "theatre: catalogue " + catalogue.name() + " has no '" + theatreName + "'"));
        theatre = theatreName;
        catalogueDigest = catalogue.digest();
        List<Region> regions = new ArrayList<>(theatreOfName.regions());
        regions.addAll(theatreOfName.seenRegions());
        regions.sort((one, other) -> one.code().compareTo(other.code()));
        List<String> codes =
                regions.stream().map(region -> region.code().value()).toList();
        List<String> countries =
                codes.stream().map(Ground::countryOfCode).distinct().sorted().toList();
        codes.forEach(code -> regionIndex.put(code, regionIndex.size()));
        countries.forEach(code -> countryIndex.put(code, countryIndex.size()));
        theatreOfName
                .regions()
                .forEach(region -> owned.set(known(regionIndex, region.code().value())));
        int[] countryOf = codes.stream()
                .mapToInt(code -> known(countryIndex, countryOfCode(code)))
                .toArray();
        int[][] regionsOf = new int[countries.size()][];
        for (int country = 0; country < regionsOf.length; country++) {
            int number = country;
            regionsOf[country] = regionNumbers(codes.stream()
                    .filter(code -> known(countryIndex, countryOfCode(code)) == number)
                    .toList());
        }
        int[][] neighboursOf = new int[codes.size()][];
        for (int region = 0; region < neighboursOf.length; region++) {
            neighboursOf[region] =
                    regionNumbers(catalogue.neighbours(regions.get(region).code()).stream()
                            .map(neighbour -> neighbour.region().value())
                            .toList());
        }
        terrain = new Terrain(
                codes,
                countries,
                countryOf,
                regionsOf,
                neighboursOf,
                owned.stream().toArray());
    }

    String theatre() {
        return theatre;
    }

    String catalogueDigest() {
        return catalogueDigest;
    }

    Terrain terrain() {
        return terrain;
    }

    int regions() {
        return terrain.regions();
    }

    int countries() {
        return terrain.countries();
    }

    String code(int region) {
        return terrain.regionCode(region);
    }

    String countryCode(int region) {
        return terrain.countryCode(terrain.countryOf(region));
    }

    /** The number of a region that the theatre hears of, or -1. */
    int regionOf(String code) {
        return regionIndex.getOrDefault(code, -1);
    }

    boolean owns(int region) {
        return owned.get(region);
    }

    boolean owns(String code) {
        int region = regionOf(code);
        return region >= 0 && owns(region);
    }

    /** The regions that a report touches, of those that the theatre hears of; those of its country when it names none. */
    int[] touchedBy(LedgerReport report) {
        if (!report.getRegions().isEmpty()) {
            return regionNumbers(report.getRegions());
        }
        int country = countryIndex.getOrDefault(report.getCountry(), -1);
        return country < 0 ? new int[0] : terrain.regionsOf(country);
    }

    /** The countries that a report touches by its regions, rising. */
    int[] countriesOf(int[] regions) {
        BitSet countries = new BitSet();
        for (int region : regions) {
            countries.set(terrain.countryOf(region));
        }
        return countries.stream().toArray();
    }

    /** Whether a scope of region and country codes covers a region; an empty one covers all. */
    boolean covers(List<String> scope, int region) {
        return scope.isEmpty() || scope.contains(code(region)) || scope.contains(countryCode(region));
    }

    /** The regions to be assessed when these are touched: they and their neighbours, of those that the theatre owns. */
    BitSet concerned(BitSet touched) {
        if (touched.isEmpty()) {
            return touched;
        }
        BitSet concerned = (BitSet) touched.clone();
        touched.stream().forEach(region -> {
            for (int neighbour : terrain.neighboursOf(region)) {
                concerned.set(neighbour);
            }
        });
        concerned.and(owned);
        return concerned;
    }

    private int[] regionNumbers(List<String> codes) {
        return codes.stream()
                .mapToInt(this::regionOf)
                .filter(region -> region >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    private static String countryOfCode(String regionCode) {
        return regionCode.substring(0, 2);
    }

    private static int known(Map<String, Integer> index, String code) {
        Integer number = index.get(code);
        if (number == null) {
            throw new IllegalStateException("not in the theatre: " + code);
        }
        return number;
    }
}
