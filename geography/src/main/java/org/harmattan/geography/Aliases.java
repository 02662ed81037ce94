package org.harmattan.geography;

import java.util.List;

/**
 * What regions and countries are called besides their names in the boundary file. Each list is sorted.
 *
 * @param countries further names of countries
 * @param codes region codes that are not in the boundary file
 * @param regions further names of regions
 */
record Aliases(List<CountryName> countries, List<CodeAlias> codes, List<RegionName> regions) {

    /** A further name of a country, and why it is one. */
    record CountryName(String name, CountryCode country, String because) {}

    /** A code that stands for (a part of) a region of the catalogue, and why. */
    record CodeAlias(RegionCode code, RegionCode region, String because) {}

    /** A further name of a region within its country, and why it is one. */
    record RegionName(String name, RegionCode region, String because) {}
}
