package org.harmattan.notifier.subscription;

import java.util.List;

/**
 * The regions somebody wants to hear of.
 *
 * @param codes ISO 3166-2 codes of regions and ISO 3166-1 alpha-2 codes of countries, sorted; empty: everywhere
 */
public record Scope(List<String> codes) {

    public Scope {
        codes = codes.stream().sorted().distinct().toList();
    }

    /** Whether a region of a country is in it. */
    public boolean covers(String region, String country) {
        return codes.isEmpty() || codes.contains(region) || codes.contains(country);
    }
}
