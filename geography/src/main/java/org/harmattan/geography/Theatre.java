package org.harmattan.geography;

import java.util.Collections;
import java.util.List;

/**
 * A unit of order and of scale: one partition of intake and ledger. It owns whole countries and sees every country that
 * borders one of them, so that the neighbours of a region it owns are always known to it. All lists are sorted.
 *
 * @param name its name, which is also its key on the topics: small letters, digits and single hyphens
 * @param partition its partition of intake and ledger, 0 or more, no other theatre's
 * @param owns the countries it owns; no other theatre owns one of them
 * @param sees the countries it sees and does not own
 * @param regions the regions of the countries it owns
 * @param seenRegions the regions of the countries it sees and does not own
 */
public record Theatre(
        String name,
        int partition,
        List<CountryCode> owns,
        List<CountryCode> sees,
        List<Region> regions,
        List<Region> seenRegions) {

    /** Takes copies of the lists. */
    public Theatre {
        owns = List.copyOf(owns);
        sees = List.copyOf(sees);
        regions = List.copyOf(regions);
        seenRegions = List.copyOf(seenRegions);
    }

    /** Whether this theatre publishes what concerns the country. */
    public boolean owns(CountryCode country) {
        return Collections.binarySearch(owns, country) >= 0;
    }

    /** Whether this theatre must hear of what happens in the country: it owns it, or it borders one that it owns. */
    public boolean hearsOf(CountryCode country) {
        return owns(country) || Collections.binarySearch(sees, country) >= 0;
    }
}
