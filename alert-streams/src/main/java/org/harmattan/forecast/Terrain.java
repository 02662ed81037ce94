package org.harmattan.forecast;

import java.util.List;

/**
 * Which region lies where, by numbers: regions and countries are numbered in the order of their codes. The arrays that it
 * gives are its own and not to be changed.
 */
public final class Terrain {

    private final List<String> regionCodes;
    private final List<String> countryCodes;
    private final int[] countryOf;
    private final int[][] regionsOf;
    private final int[][] neighboursOf;
    private final int[] owned;

    /**
     * @param regionCodes ISO 3166-2 code of each region
     * @param countryCodes ISO 3166-1 alpha-2 code of each country
     * @param countryOf number of the country of each region
     * @param regionsOf numbers of the regions of each country, rising
     * @param neighboursOf numbers of the regions that share a land border with each region, rising
     * @param owned numbers of the regions that the theatre owns, rising
     */
    public Terrain(
            List<String> regionCodes,
            List<String> countryCodes,
            int[] countryOf,
            int[][] regionsOf,
            int[][] neighboursOf,
            int[] owned) {
        this.regionCodes = List.copyOf(regionCodes);
        this.countryCodes = List.copyOf(countryCodes);
        this.countryOf = countryOf;
        this.regionsOf = regionsOf;
        this.neighboursOf = neighboursOf;
        this.owned = owned;
    }

    public int regions() {
        return regionCodes.size();
    }

    public int countries() {
        return countryCodes.size();
    }

    /** ISO 3166-2 code of a region. */
    public String regionCode(int region) {
        return regionCodes.get(region);
    }

    /** ISO 3166-1 alpha-2 code of a country. */
    public String countryCode(int country) {
        return countryCodes.get(country);
    }

    /** The country of a region. */
    public int countryOf(int region) {
        return countryOf[region];
    }

    /** The regions of a country, rising. */
    public int[] regionsOf(int country) {
        return regionsOf[country];
    }

    /** The regions that share a land border with a region, rising. */
    public int[] neighboursOf(int region) {
        return neighboursOf[region];
    }

    /** The regions that the theatre owns, rising. */
    public int[] owned() {
        return owned;
    }
}
