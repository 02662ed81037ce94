package org.harmattan.geography;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Names and codes to countries and regions. A name is looked up as it is written before the word for the kind of unit is
 * left out, and the boundary file's own names come before aliases; a name that would then still mean two regions means
 * none.
 */
final class NameIndex {

    private record RegionKey(CountryCode country, String name) {}

    private final Map<String, CountryCode> countries;
    private final Map<RegionKey, RegionCode> regions;
    private final Map<RegionCode, RegionCode> codes = new HashMap<>();

    NameIndex(List<Country> countryList, List<Region> regionList, Aliases aliases, String file, Findings findings) {
        Table<String, CountryCode> countryNames = new Table<>();
        for (Country country : countryList) {
            countryNames.own(NameKey.full(country.name()), country.code());
            countryNames.own(NameKey.full(country.nameFr()), country.code());
        }
        for (Aliases.CountryName alias : aliases.countries()) {
            countryNames.alias(NameKey.full(alias.name()), alias.country(), file, alias.name(), findings);
        }
        countries = countryNames.finish();

        Table<RegionKey, RegionCode> regionNames = new Table<>();
        for (Region region : regionList) {
            for (String name : List.of(region.name(), region.nameFr())) {
                regionNames.own(key(region.code(), name, NameKey::full), region.code());
                regionNames.bare(key(region.code(), name, NameKey::bare), region.code());
            }
        }
        for (Aliases.RegionName alias : aliases.regions()) {
            regionNames.alias(
                    key(alias.region(), alias.name(), NameKey::full), alias.region(), file, alias.name(), findings);
            regionNames.bareAlias(key(alias.region(), alias.name(), NameKey::bare), alias.region());
        }
        regions = regionNames.finish();

        for (Region region : regionList) {
            codes.put(region.code(), region.code());
        }
        for (Aliases.CodeAlias alias : aliases.codes()) {
            RegionCode known = codes.putIfAbsent(alias.code(), alias.region());
            if (known != null && !known.equals(alias.region())) {
                findings.add(file, "codes", alias.code() + " stands for two regions", "keep one of the two entries");
            }
        }
    }

    private static RegionKey key(RegionCode region, String name, Function<String, String> form) {
        return new RegionKey(region.country(), form.apply(name));
    }

    Optional<CountryCode> country(String name) {
        return Optional.ofNullable(countries.get(NameKey.full(name)));
    }

    Optional<RegionCode> region(CountryCode country, String name) {
        RegionCode asWritten = regions.get(new RegionKey(country, NameKey.full(name)));
        return Optional.ofNullable(
                asWritten != null ? asWritten : regions.get(new RegionKey(country, NameKey.bare(name))));
    }

    Optional<RegionCode> code(RegionCode code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** One table of names, filled in four tiers: a name of an earlier tier is never taken away by a later one. */
    private static final class Table<K, V> {
        private final Tier<K, V> own = new Tier<>();
        private final Tier<K, V> aliases = new Tier<>();
        private final Tier<K, V> bare = new Tier<>();
        private final Tier<K, V> bareAliases = new Tier<>();

        void own(K key, V value) {
            own.put(key, value);
        }

        void alias(K key, V value, String file, String name, Findings findings) {
            V known = own.entries.getOrDefault(key, aliases.entries.getOrDefault(key, value));
            if (!known.equals(value)) {
                findings.add(
                        file,
                        name,
                        "this name already means " + known + " and cannot mean " + value + " too",
                        "remove the alias, or say more in its name");
            }
            aliases.put(key, value);
        }

        void bare(K key, V value) {
            bare.put(key, value);
        }

        void bareAlias(K key, V value) {
            bareAliases.put(key, value);
        }

        Map<K, V> finish() {
            Map<K, V> all = new HashMap<>();
            for (Tier<K, V> tier : List.of(own, aliases, bare, bareAliases)) {
                tier.entries.forEach((key, value) -> {
                    if (!tier.ambiguous.contains(key)) {
                        all.putIfAbsent(key, value);
                    }
                });
            }
            return Map.copyOf(all);
        }
    }

    /** Names of one precedence; a name given to two regions is ambiguous and means none. */
    private static final class Tier<K, V> {
        private final Map<K, V> entries = new HashMap<>();
        private final Set<K> ambiguous = new HashSet<>();

        void put(K key, V value) {
            V known = entries.putIfAbsent(key, value);
            if (known != null && !known.equals(value)) {
                ambiguous.add(key);
            }
        }
    }
}
